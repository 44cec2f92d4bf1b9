/// What a direction of the plane, or a label, stands for: a name and a range of values.
///
/// Maps and inputs live on the plane −6…6 whatever was measured; an axis tells which value a place on
/// it had in the table.
public struct Axis: Equatable, Sendable {
  /// What it is called: `x1`, or a column of a table.
  public let name: String
  /// The value at the lower end.
  public let low: Double
  /// The value at the upper end.
  public let high: Double
  /// The lower end on the plane.
  let start: Double
  /// The upper end on the plane.
  let end: Double

  /// An axis of the plane, by its values at −6 and 6; without values they are the places themselves.
  public init(_ name: String, low: Double = -6, high: Double = 6) {
    self.init(name, low: low, high: high, start: -6, end: 6)
  }

  private init(_ name: String, low: Double, high: Double, start: Double, end: Double) {
    self.name = name
    self.low = low
    self.high = high
    self.start = start
    self.end = end
  }

  /// The axis of numbers to predict, by their values at the labels −1 and 1.
  public static func target(_ name: String, low: Double = -1, high: Double = 1) -> Axis {
    Axis(name, low: low, high: high, start: -1, end: 1)
  }

  /// The axis on which the smallest and the largest of the values come to −5 and 5; values that are
  /// all the same come to 0.
  static func fitting(_ name: String, _ values: [Double]) -> Axis {
    let (low, high) = range(of: values)
    let half = (high / 2 - low / 2) * 1.2
    return Axis(name, low: (low / 2 + high / 2) - half, high: (low / 2 + high / 2) + half)
  }

  /// The axis of numbers to predict whose smallest and largest come to −1 and 1.
  static func fittingTarget(_ name: String, _ values: [Double]) -> Axis {
    let (low, high) = range(of: values)
    return .target(name, low: low, high: high)
  }

  private static func range(of values: [Double]) -> (low: Double, high: Double) {
    let finite = values.filter(\.isFinite)
    return (finite.min() ?? 0, finite.max() ?? 0)
  }

  /// Whether places and values are the same numbers.
  public var isPlain: Bool { low == start && high == end }

  /// The value at a place.
  public func value(at place: Double) -> Double {
    guard !isPlain else { return place }
    let share = (place - start) / (end - start)
    return low * (1 - share) + high * share
  }

  /// The place of a value: the middle, where the axis has one value only.
  public func place(of value: Double) -> Double {
    guard !isPlain else { return value }
    let half = high / 2 - low / 2
    guard half > 0 else { return (start + end) / 2 }
    return (start + end) / 2 + (value - (low / 2 + high / 2)) / half * ((end - start) / 2)
  }
}
