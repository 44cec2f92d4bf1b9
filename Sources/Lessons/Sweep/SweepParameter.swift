import Datasets
public import Engine

/// A setting that a sweep varies.
public struct SweepParameter: Equatable, Sendable {
  /// Between which numbers, and how they are spread.
  public struct Range: Equatable, Sendable {
    /// How numbers are spread.
    public enum Scale: String, CaseIterable, Sendable {
      /// Evenly.
      case linear
      /// Evenly in the logarithm, so that 0.01 to 0.1 gets as much as 0.1 to 1.
      case log
    }

    public var minimum: Double
    public var maximum: Double
    public var scale: Scale
    /// Whether only whole numbers are meant.
    public var isWhole: Bool
    /// Into how many values a grid divides it; nil where it is drawn from.
    public var count: Int?
  }

  /// What values there are.
  public enum Space: Equatable, Sendable {
    /// These texts, as they stand in preset files.
    case values([String])
    case range(Range)
  }

  /// The setting's key.
  public let key: String
  public let space: Space
  /// It is varied where these hold of the values chosen before it, and left alone elsewhere.
  public var conditions: [Condition] = []

  /// A parameter.
  public init(key: String, space: Space, conditions: [Condition] = []) {
    self.key = key
    self.space = space
    self.conditions = conditions
  }

  /// Whether draws are from between the bounds, and not from a list.
  var isDrawn: Bool { if case .range = space { true } else { false } }

  /// Every value that a grid has; nil where there are too many to list.
  public var listed: [String]? {
    switch space {
    case .values(let values): return values
    case .range(let range):
      guard let count = range.count else { return nil }
      var values: [String] = []
      for place in 0..<count {
        let share = count == 1 ? 0 : Double(place) / Double(count - 1)
        let text = range.text(at: share)
        // Whole numbers between close bounds may repeat.
        if values.last != text { values.append(text) }
      }
      return values
    }
  }

  /// A value drawn by chance.
  public func drawn(by random: inout Random) -> String {
    switch space {
    case .values(let values): values[random.below(values.count)]
    case .range(let range): range.text(at: random.unit())
    }
  }
}

extension SweepParameter.Range {
  /// The number at a share of the way, 0…1, to few digits: what is printed is what is used.
  func text(at share: Double) -> String {
    // The bounds themselves need no arithmetic.
    if share <= 0 { return Setting.text(minimum) }
    if share >= 1 { return Setting.text(maximum) }
    let value: Double
    switch scale {
    case .linear where isWhole:
      // Each whole number as likely as any other.
      value = (minimum + share * (maximum - minimum + 1)).rounded(.down)
    case .linear: value = minimum + share * (maximum - minimum)
    case .log:
      let (low, high) = (Elementary.logarithm(minimum), Elementary.logarithm(maximum))
      value = RealFunction.exponential(low + share * (high - low))
    }
    let rounded = isWhole ? value.rounded() : Self.rounded(value, digits: digits(of: value))
    return Setting.text(min(max(rounded, minimum), maximum))
  }

  /// How many digits tell a value from its neighbours: three, and more between close bounds or where
  /// a grid is fine.
  private func digits(of value: Double) -> Int {
    let parts = Double(max(100, 10 * (count ?? 0)))
    let distance =
      switch scale {
      case .linear: (maximum - minimum) / parts
      case .log:
        abs(value) * (Elementary.logarithm(maximum) - Elementary.logarithm(minimum)) / parts
      }
    let order = Self.order(of: value)
    return (3..<15).first { Self.power(order - $0 + 1) <= distance } ?? 15
  }

  /// A number to so many significant digits, as the decimal that it is written as.
  static func rounded(_ value: Double, digits: Int) -> Double {
    let last = order(of: value) - digits + 1
    let unit = power(last)
    guard unit > 0, unit.isFinite, abs(value / unit) < 1e16 else { return value }
    return Double("\(Int((value / unit).rounded()))e\(last)") ?? value
  }

  /// The exponent of a number's first digit: −2 of 0.03; that of 0 is 0.
  private static func order(of value: Double) -> Int {
    guard value != 0, value.isFinite else { return 0 }
    var order = 0
    while order < 308, power(order + 1) <= abs(value) { order += 1 }
    while order > -300, power(order) > abs(value) { order -= 1 }
    return order
  }

  /// The number nearest to a power of ten.
  private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }
}
