/// Scratch for passes through one network, made once and used again for every batch.
public struct Workspace: Sendable {
  /// Values of one sample's output.
  let outputCount: Int
  /// The blocks of the batch it holds now.
  var blocks = 0
  /// The inputs, then each layer's output; `[unit][block]`, compact.
  var values: [[Lanes]]
  /// ∂loss/∂values; that of the inputs is empty, for nobody asks for it.
  var gradients: [[Lanes]]
  /// The targets of the batch, `[output][block]`.
  var targets: [Lanes]
  /// ∂loss/∂parameters, as long as the network's parameters.
  var parameterGradient: [Float]

  /// Room for batches of up to `blocks` blocks.
  init(for network: Network, blocks: Int) {
    outputCount = network.spec.outputCount
    let widths = [network.spec.inputCount] + network.layers.map(\.outputCount)
    values = widths.map { Array(repeating: Lanes(), count: $0 * blocks) }
    gradients = widths.map { Array(repeating: Lanes(), count: $0 * blocks) }
    gradients[0] = []
    targets = Array(repeating: Lanes(), count: network.spec.outputCount * blocks)
    parameterGradient = Array(repeating: 0, count: network.parameterCount)
  }
}
