/// The first number that was not finite: where training stopped.
public struct Divergence: Equatable, Sendable {
  /// What was not finite.
  public enum Quantity: String, Sendable {
    /// What a level hands on.
    case activation
    /// The mean loss of the batch.
    case loss
    /// A number of the loss's gradient.
    case gradient
    /// A parameter, after the update.
    case weight
  }

  /// The epoch in which it happened, from 1.
  public let epoch: Int
  /// The step within that epoch, from 1, counted in batches of the present size.
  public let batch: Int
  /// The step in which it happened, counted from the start of training, from 1.
  public let step: Int
  /// The level from 1, hidden layers first; the number of levels is the output.
  public let level: Int
  /// Whether that level is the output.
  public let isOutput: Bool
  /// What was not finite.
  public let quantity: Quantity
}

extension Divergence {
  /// Finds the first level, in the order of the computation, with a number that is not finite.
  ///
  /// - Parameter beforeUpdate: whether the batch's own numbers are at fault, rather than what the
  ///   update made of the weights.
  init(
    of network: Network, in workspace: Workspace, loss: Float, beforeUpdate: Bool, epoch: Int,
    batch: Int, step: Int
  ) {
    let last = network.levels.count - 1
    let found =
      beforeUpdate
      ? Self.firstInBatch(of: network, in: workspace, loss: loss)
      : Self.first(in: network.levels.indices, of: network, network.parameters).map {
        ($0, .weight)
      }
    let (level, quantity) = found ?? (last, .loss)
    self.init(
      epoch: epoch, batch: batch, step: step, level: level + 1, isOutput: level == last,
      quantity: quantity)
  }

  private static func firstInBatch(
    of network: Network, in workspace: Workspace, loss: Float
  ) -> (level: Int, quantity: Quantity)? {
    let blocks = workspace.pass.blocks
    for (number, level) in network.levels.enumerated() {
      let used = (level.output * blocks)..<((level.output + level.units) * blocks)
      if !workspace.values[used].allSatisfy(\.isFinite) { return (number, .activation) }
    }
    if !loss.isFinite { return (network.levels.count - 1, .loss) }
    // A gradient is computed from the output backwards, so the last level is the first to fail.
    return first(
      in: network.levels.indices.reversed(), of: network, workspace.parameterGradient
    ).map { ($0, .gradient) }
  }

  private static func first(
    in order: some Sequence<Int>, of network: Network, _ numbers: [Float]
  ) -> Int? {
    order.first { !numbers[network.levels[$0].parameters].allSatisfy(\.isFinite) }
  }
}

/// Whether no number is infinite or NaN: x · 0 is 0 for finite x alone, and a sum keeps a NaN.
///
/// Eight sums side by side, because each addition waits for the one before it.
func isFinite(_ numbers: Span<Float>) -> Bool {
  var sums = SIMD8<Float>()
  let even = numbers.count & ~7
  var index = 0
  while index < even {
    for lane in 0..<8 { sums[lane] += numbers[index + lane] * 0 }
    index += 8
  }
  var sum = sums.sum()
  while index < numbers.count {
    sum += numbers[index] * 0
    index += 1
  }
  return sum == 0
}
