import Testing

@testable import Engine

/// Any bytes are either read or refused; that nothing traps is what these tests are for.
@Suite("Safetensors from any bytes")
struct SafetensorsFuzzTests {
  private static let bytes = SafetensorsTests.sample.bytes

  @Test("Every file cut short is refused")
  func truncations() {
    for count in 0..<Self.bytes.count {
      #expect(throws: SafetensorsError.self) {
        try Safetensors(bytes: Array(Self.bytes.prefix(count)))
      }
    }
  }

  @Test("What is read of a file with changed bytes is sound", arguments: 0..<8)
  func mutations(seed: Int) {
    var random = Random(seed: UInt64(seed), stream: .noise)
    let signs = Array("{}[],:\"\\0123456789eu. -".utf8)
    var read = 0
    for _ in 0..<2500 {
      var bytes = Self.bytes
      for _ in 0...random.below(3) {
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes[place] = signs[random.below(signs.count)]
        case 2: bytes.remove(at: place)
        default: bytes.insert(signs[random.below(signs.count)], at: place)
        }
      }
      guard let file = try? Safetensors(bytes: bytes) else { continue }
      read += 1
      for tensor in file.tensors {
        #expect(tensor.shape.reduce(1, *) * tensor.type.byteCount == tensor.bytes.count)
      }
      let again = try? Safetensors(bytes: file.bytes)
      #expect(again == file)
    }
    #expect(read > 0)
  }

  @Test("A trainer takes over a changed state or refuses it, and can go on", arguments: 0..<4)
  func states(seed: Int) {
    var random = Random(seed: UInt64(seed), stream: .noise)
    let start = Fixtures.trainer(Fixtures.spec(.halfSquaredError, Adam(), batch: 7))
    var trained = start
    for _ in 0..<8 { trained.step() }
    let bytes = trained.state.bytes
    for _ in 0..<500 {
      var changed = bytes
      for _ in 0...random.below(3) {
        changed[random.below(bytes.count)] = UInt8(random.below(256))
      }
      guard let state = try? Safetensors(bytes: changed) else { continue }
      var trainer = start
      do {
        try trainer.restore(state)
      } catch {
        #expect(trainer.state == start.state)
      }
      for _ in 0..<8 { trainer.step() }
    }
  }
}
