import Engine
import Lessons
import Testing

@testable import Studio

@Suite("How much can be undone")
struct UndoLimitTests {
  @Test("At most 100 changes are kept, the oldest going first")
  func hundred() {
    var session = Session(smallPreset())
    for index in 0..<130 {
      session.apply(index % 2 == 0 ? .freeze(index: 0) : .unfreeze(index: 0))
    }
    for _ in 0..<100 { #expect(session.undo().effect == .live) }
    #expect(session.undo().effect == .refused)
    for _ in 0..<100 { #expect(session.redo().effect == .live) }
    #expect(session.redo().effect == .refused)
  }

  @Test("Large states are kept as long as 28 MiB hold them")
  func large() {
    var session = Session(
      smallPreset {
        $0.network.hidden = [64, 64, 64, 64, 64, 64]
        $0.training.batchSize = 1000
        $0.data.samples = 4000
      })
    for _ in 0..<40 { session.apply(.newWeights) }
    let steps = session.memory.undos
    #expect((2..<40).contains(steps.count))
    let bytes = steps.reduce(0) { $0 + $1.byteCount }
    #expect(bytes <= 28 << 20)
    // One more would not have found room.
    #expect(bytes + (steps.first?.byteCount ?? 0) > 28 << 20)
    for _ in steps { #expect(session.undo().effect == .restored) }
    #expect(session.undo().effect == .refused)
    #expect(session.preset.network.seed == 42 + 40 - UInt64(steps.count))
  }
}
