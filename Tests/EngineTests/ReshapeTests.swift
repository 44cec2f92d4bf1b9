import Testing

@testable import Engine

@Suite("Networks of another shape")
struct ReshapeTests {
  /// A trained network, so that no number is what a new one has.
  private func trained(_ shape: LayerShape) -> Network {
    var trainer = shape.trainer()
    for _ in 0..<5 { trainer.step() }
    return trainer.network
  }

  @Test("The same shape keeps every number", arguments: LayerShape.all)
  func same(shape: LayerShape) {
    let network = trained(shape)
    let kept = network.reshaped(to: network.spec, inputs: [0, 1], seed: 7)
    #expect(kept.parameters == network.parameters)
    #expect(kept.statistics == network.statistics)
  }

  @Test("A new or lost unit leaves all other levels alone", arguments: LayerShape.all, [2, 4])
  func unit(shape: LayerShape, units: Int) {
    let network = trained(shape)
    var spec = network.spec
    spec.hidden[1].units = units
    let kept = network.reshaped(to: spec, inputs: [0, 1], seed: 7)
    for level in [0, 3] {
      #expect(
        Array(kept.parameters[kept.levels[level].parameters])
          == Array(network.parameters[network.levels[level].parameters]))
      #expect(
        Array(kept.statistics[kept.levels[level].statistics])
          == Array(network.statistics[network.levels[level].statistics]))
    }
    for unit in 0..<min(units, 3) {
      #expect(
        kept.parameters[kept.biasIndex(level: 1, unit: unit)]
          == network.parameters[network.biasIndex(level: 1, unit: unit)])
    }
  }

  @Test("Inputs come and go", arguments: LayerShape.all)
  func inputs(shape: LayerShape) throws {
    let network = trained(shape)
    for inputs in [[], [1], [1, 0], [0, 1, nil], Array(repeating: nil, count: 9)] as [[Int?]] {
      var spec = network.spec
      spec.inputCount = inputs.count
      let kept = network.reshaped(to: spec, inputs: inputs, seed: 7)
      #expect(kept.parameters.allSatisfy { $0.isFinite })
      let isContinuous = shape.wiring.hasPrefix("ode")
      for (input, old) in inputs.enumerated() {
        let place = kept.weightIndex(level: 0, unit: 4, input: input)
        // Five units cannot see more than five inputs, unless they weigh each.
        #expect((place == nil) == (isContinuous && input >= 5))
        guard let place, let old, !isContinuous else { continue }
        let oldPlace = try #require(network.weightIndex(level: 0, unit: 4, input: old))
        #expect(kept.parameters[place] == network.parameters[oldPlace])
      }
      // A continuous layer's own weights stay, whatever comes in.
      if isContinuous {
        let range = network.levels[0].parameters
        #expect(Array(kept.parameters[range]) == Array(network.parameters[range]))
      }
      // What is new can be used at once.
      let sample = Samples(columns: inputs.map { _ in [0.5] }, count: 1)
      #expect(kept.outputs(for: sample)[0][0].isFinite)
    }
  }

  @Test("A level may change its kind", arguments: LayerShape.all)
  func kinds(shape: LayerShape) {
    let network = trained(shape)
    for other in LayerShape.all {
      let kept = network.reshaped(
        to: other.network([2, 4, 3, 6, 1]).spec, inputs: [0, 1], seed: 7)
      let sample = Samples(columns: [[0.5], [1]], count: 1)
      #expect(kept.outputs(for: sample)[0][0].isFinite)
    }
  }
}
