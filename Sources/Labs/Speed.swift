/// How fast training runs on the screen.
public struct Speed: Equatable, Sendable {
  /// Epochs a second at ×1: one a frame.
  public static let baseRate = 30.0
  /// The rates to choose from: in slow motion single batches or epochs can be followed.
  private enum Rate: Equatable {
    case batches(Double)
    case epochs(Double)
    case multiple(Int)
    case unlimited
  }
  private static let rates: [Rate] =
    [.batches(1), .batches(4), .epochs(1), .epochs(5)]
    + [1, 2, 5, 10, 20, 50, 100].map { .multiple($0) } + [.unlimited]

  private var index = 4

  /// ×1.
  public init() {}

  /// Steps a second for epochs of so many steps; nil for as many as can be.
  public func stepsPerSecond(stepsPerEpoch: Int) -> Double? {
    switch Self.rates[index] {
    case .batches(let rate): rate
    case .epochs(let rate): rate * Double(stepsPerEpoch)
    case .multiple(let multiple): Double(multiple) * Self.baseRate * Double(stepsPerEpoch)
    case .unlimited: nil
    }
  }

  /// `×1`, `slow motion` or `unlimited`.
  public var title: String {
    switch Self.rates[index] {
    case .batches(let rate): "slow: \(Int(rate)) step\(rate == 1 ? "" : "s")/s"
    case .epochs(let rate): "slow: \(Int(rate)) epoch\(rate == 1 ? "" : "s")/s"
    case .multiple(let multiple): "×\(multiple)"
    case .unlimited: "unlimited"
    }
  }

  /// What it is, in words.
  public var description: String {
    switch Self.rates[index] {
    case .batches(let rate):
      "Slow motion: \(Int(rate)) training step\(rate == 1 ? "" : "s") a second."
    case .epochs(let rate): "Slow motion: \(Int(rate)) epoch\(rate == 1 ? "" : "s") a second."
    case .multiple(let multiple):
      "Speed ×\(multiple): \(Int(Double(multiple) * Self.baseRate)) epochs a second."
    case .unlimited: "Speed unlimited: as fast as this machine can."
    }
  }

  /// The next faster one, if there is one.
  public mutating func increase() { index = min(index + 1, Self.rates.count - 1) }

  /// The next slower one, if there is one.
  public mutating func decrease() { index = max(index - 1, 0) }
}
