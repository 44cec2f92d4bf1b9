/// The first number that was not finite: where training stopped.
public struct Divergence: Equatable, Sendable {
  /// What was not finite.
  public enum Quantity: String, Sendable {
    case activation, loss, gradient, weight
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
