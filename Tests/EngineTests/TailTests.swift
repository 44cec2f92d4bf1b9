import Testing

@testable import Engine

@Suite("What follows a level of a network")
struct TailTests {
  @Test("It answers as the whole network does, to the bit", arguments: LayerShape.all)
  func sameBits(shape: LayerShape) throws {
    var network = shape.network([2, 5, 3, 3, 1], .tanh, seed: 5)
    network.kill([UnitPlace(level: 0, unit: 1), UnitPlace(level: 2, unit: 2)])
    let samples = Fixtures.samples(37)
    let responses = network.responses(to: samples)
    for level in 0..<3 {
      let tail = try #require(network.tail(after: level))
      let seen = Samples(columns: responses[level], count: 37)
      #expect(tail.outputs(for: seen) == responses[3], "level \(level)")
    }
  }

  @Test("The inputs are followed by the whole network, the output by nothing")
  func ends() {
    let network = Fixtures.network([2, 3, 1], .relu)
    #expect(network.tail(after: -1)?.parameters == network.parameters)
    #expect(network.tail(after: 1) == nil)
    #expect(network.tail(after: 7) == nil)
    #expect(network.tail(after: -2) == nil)
  }
}
