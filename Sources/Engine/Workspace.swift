/// Scratch for passes through one network, made once and used again for every batch.
public struct Workspace: Sendable {
  /// The batch it holds now.
  var pass = Pass(count: 0)
  /// All values of the batch, `[unit][block]`: the inputs, then each layer's output and scratch.
  var values: [Lanes]
  /// ∂loss/∂values, laid out alike.
  var gradients: [Lanes]
  /// The targets of the batch, `[output][block]`.
  var targets: [Lanes]
  /// ∂loss/∂parameters, as long as the network's parameters.
  var parameterGradient: [Float]

  /// Room for batches of up to `blocks` blocks.
  ///
  /// - Parameter trains: whether there is room for gradients as well.
  init(for network: Network, blocks: Int, trains: Bool = true) {
    values = Array(repeating: Lanes(), count: network.unitCount * blocks)
    gradients = Array(repeating: Lanes(), count: trains ? network.unitCount * blocks : 0)
    targets = Array(repeating: Lanes(), count: network.spec.outputCount * blocks)
    parameterGradient = Array(repeating: 0, count: trains ? network.parameterCount : 0)
  }

  /// Adds normal noise to the inputs of every sample of the batch, new in each step.
  mutating func addNoise(_ deviation: Float, inputs: Int) {
    guard let draws = pass.draws else { return }
    var random = Random(draws, stream: .noise, index: 0)
    for input in 0..<inputs {
      for sample in 0..<pass.count {
        let index = input * pass.blocks + sample / laneCount
        values[index][sample % laneCount] += deviation * Float(random.normal())
      }
    }
  }
}
