/// How fast training runs on the screen.
public struct Speed: Equatable, Sendable {
  /// Epochs a second at ×1: one a frame.
  public static let baseRate = 30.0
  /// The multiples to choose from; nil is unlimited.
  private static let multiples: [Int?] = [1, 2, 5, 10, 20, 50, 100, nil]

  private var index = 0

  /// ×1.
  public init() {}

  /// Epochs a second; nil for as many as can be.
  public var epochsPerSecond: Double? {
    Self.multiples[index].map { Double($0) * Self.baseRate }
  }

  /// `×1` or `unlimited`.
  public var title: String { Self.multiples[index].map { "×\($0)" } ?? "unlimited" }

  /// The next faster one, if there is one.
  public mutating func increase() { index = min(index + 1, Self.multiples.count - 1) }

  /// The next slower one, if there is one.
  public mutating func decrease() { index = max(index - 1, 0) }
}
