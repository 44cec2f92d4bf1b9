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
  /// The number at a share of the way, 0…1, to three digits: what is printed is what is used.
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
    let rounded = isWhole ? value.rounded() : Self.rounded(value)
    return Setting.text(min(max(rounded, minimum), maximum))
  }

  /// A number to three significant digits, as the decimal that it is written as.
  private static func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var exponent = 0
    var scaled = abs(value)
    while scaled >= 1000, exponent < 400 { (scaled, exponent) = (scaled / 10, exponent + 1) }
    while scaled < 100, exponent > -400 { (scaled, exponent) = (scaled * 10, exponent - 1) }
    let text = "\(value < 0 ? "-" : "")\(Int(scaled.rounded()))e\(exponent)"
    return Double(text) ?? value
  }
}
