import Engine
import Lessons
import Testing

@testable import Studio

@Suite("The memory of time")
struct TimeMemoryTests {
  private func bytes(_ session: Session) -> Int {
    session.time.byteCount + session.time.nearby.reduce(0) { $0 + $1.byteCount }
      + (session.memory.undos + session.memory.redos).reduce(0) { $0 + $1.byteCount }
  }

  /// What is left for the session itself, its log and its present curves.
  private let limit = 56 << 20

  @Test("A long run of a small network keeps evenly spread moments, and few of them")
  func small() {
    var session = Session(smallPreset())
    var most = 0
    for _ in 0..<60 {
      session.advance(steps: 300)
      most = max(most, session.time.byteCount)
    }
    let branch = session.time.branches[0]
    #expect(session.trainer.epochCount == 6000 && branch.stride == 8)
    #expect(branch.moments.map(\.epoch) == Array(stride(from: 0, through: 6000, by: 8)))
    #expect(most < 8 << 20 && branch.moments.count <= TimeLine.momentLimit)
  }

  @Test("Networks of a hundred thousand numbers stay within the limit, and so do many branches")
  func large() {
    var session = Session(
      smallPreset {
        $0.network.hidden = [160, 160, 160]
        $0.training.optimizer = "adam"
        $0.training.batchSize = 40
      })
    var most = 0
    for round in 0..<15 {
      session.advance(steps: 40)
      most = max(most, bytes(session))
      session.apply(.goToStep(session.trainer.stepCount - 20, branch: nil))
      session.apply(.set(key: "training.learning-rate", value: "0.\(round + 1)"))
      session.apply(.addUnit(layer: 9))
      session.apply(.newWeights)
      session.apply(.undo)
    }
    most = max(most, bytes(session))
    #expect(session.time.byteCount <= TimeLine.byteLimit && most <= limit)
    // More than that was trained and asked for.
    #expect(most > TimeLine.byteLimit / 2)
    let here = Bits(session)
    session.apply(.goToStep(session.trainer.stepCount - 10, branch: nil))
    session.advance(steps: 10)
    #expect(Bits(session).trainer == here.trainer)
  }

  @Test("Changes that take much memory are forgotten from the beginning of the line")
  func largeChanges() {
    var session = Session(smallPreset())
    for round in 0..<400 {
      let places = Array(repeating: round % 7, count: 20_000)
      session.apply(.relabelPoints(at: places, label: Float(round / 7 % 2)))
      session.apply(.set(key: "training.l2", value: "0.\(round + 100)"))
      if round % 7 == 0 { session.advance(steps: 1) }
      if round % 40 == 0 { #expect(bytes(session) <= limit) }
    }
    #expect(session.time.byteCount <= TimeLine.byteLimit)
    let (here, first) = (Bits(session), session.time.branches[0].moments[0].tick.step)
    #expect(first > 0)
    session.apply(.goToStep(0, branch: nil))
    #expect(session.trainer.stepCount == first)
    session.advance(steps: here.counts[0] - first)
    #expect(Bits(session).trainer == here.trainer)
  }
}
