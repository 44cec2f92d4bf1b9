/// A unit of a network, by its level and its number there, both counted from 0.
public struct UnitPlace: Hashable, Comparable, Sendable {
  /// The hidden levels from the input on, then the output.
  public let level: Int
  /// Its number in the level.
  public let unit: Int

  /// A unit of a level.
  public init(level: Int, unit: Int) {
    self.level = level
    self.unit = unit
  }

  /// By level, then by unit.
  public static func < (one: Self, two: Self) -> Bool {
    (one.level, one.unit) < (two.level, two.unit)
  }
}
