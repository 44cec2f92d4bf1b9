import Testing

@testable import Engine

@Suite("A network's tensors")
struct NetworkTensorsTests {
  /// Every wiring with every normalisation.
  static var networks: [Network] {
    LayerCatalogue.wirings.flatMap { wiring in
      ([nil] + LayerCatalogue.normalizations.map(\.name)).map { normalization in
        let hidden = [4, 4].map { units in
          NetworkSpec.Hidden(
            units: units, activation: .tanh, wiring: wiring.name, normalization: normalization,
            dropout: 0.2)
        }
        let spec = NetworkSpec(
          inputCount: 4, hidden: hidden, outputCount: 2, outputActivation: .linear,
          initializer: .xavier)
        return Network(spec, seed: 3)
      }
    }
  }

  @Test("They are all its numbers, each under a name of its own, and can be taken over")
  func roundTrip() throws {
    for (number, network) in Self.networks.enumerated() {
      var trained = network
      for index in trained.parameters.indices { trained.parameters[index] = Float(index) * 0.37 }
      for index in trained.statistics.indices { trained.statistics[index] = Float(index) + 0.5 }
      let tensors = trained.tensors
      #expect(Set(tensors.map(\.name)).count == tensors.count, "network \(number)")
      #expect(
        tensors.flatMap { $0.floats ?? [] } == trained.parameters + trained.statistics,
        "network \(number)")
      var loaded = network
      try loaded.load(Safetensors(bytes: Safetensors(tensors: tensors).bytes).tensors.reversed())
      #expect(loaded.parameters == trained.parameters && loaded.statistics == trained.statistics)
    }
  }

  @Test("Names and shapes are PyTorch's")
  func names() {
    let hidden = NetworkSpec.Hidden(units: 4, activation: .tanh, normalization: BatchNorm.kind.name)
    let network = Network(
      NetworkSpec(
        inputCount: 2, hidden: [hidden], outputCount: 1, outputActivation: .linear,
        initializer: .xavier), seed: 1)
    #expect(
      network.tensors.map { "\($0.name) \($0.shape)" } == [
        "layers.0.weight [4, 2]", "layers.0.bias [4]", "layers.0.norm.weight [4]",
        "layers.0.norm.bias [4]", "layers.1.weight [1, 4]", "layers.1.bias [1]",
        "layers.0.norm.running_mean [4]", "layers.0.norm.running_var [4]",
      ])
  }

  @Test("All that does not fit is said at once, and nothing is taken over")
  func mistakes() {
    var network = Fixtures.network([2, 3, 1])
    let before = network.parameters
    let wrong = [
      Tensor("layers.0.weight", shape: [2, 3], floats: [1, 2, 3, 4, 5, 6]),
      Tensor("layers.0.bias", integers: [1, 2, 3]),
      Tensor("layers.1.weight", shape: [1, 3], floats: [7, 8, 9]),
      Tensor("layers.0.norm.num_batches_tracked", integer: 5),
      Tensor("encoder.weight", shape: [1, 1], floats: [0]),
    ]
    let message =
      "layers.0.weight is F32 [2, 3], expected F32 [3, 2]; layers.0.bias is I64 [3], expected F32"
      + " [3]; layers.1.bias is missing, expected F32 [1]; encoder.weight [1, 1] is not expected"
    #expect(throws: SafetensorsError(message)) { try network.load(wrong) }
    #expect(network.parameters == before)
  }

  @Test("A long list of mistakes is cut")
  func manyMistakes() {
    var network = Fixtures.network([2, 3, 3, 3, 3, 1])
    let message = (0..<4).map {
      "layers.\($0).weight is missing, expected F32 [3, \($0 == 0 ? 2 : 3)];"
        + " layers.\($0).bias is missing, expected F32 [3]"
    }.joined(separator: "; ")
    #expect(throws: SafetensorsError(message + "; and 2 more")) { try network.load([]) }
  }

  @Test("What PyTorch counts beside its statistics is passed over")
  func batchesTracked() throws {
    var network = Fixtures.network([2, 3, 1])
    let other = Fixtures.network([2, 3, 1], seed: 9)
    try network.load(other.tensors + [Tensor("layers.0.norm.num_batches_tracked", integer: 5)])
    #expect(network.parameters == other.parameters)
  }
}
