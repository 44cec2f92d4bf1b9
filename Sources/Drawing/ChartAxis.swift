/// One axis of a chart: which number lies where along it.
public struct ChartAxis: Hashable, Sendable {
  /// The numbers at its two ends; different ones, and positive if it is logarithmic.
  public let range: ClosedRange<Double>
  /// Whether equal steps are equal factors.
  public let isLogarithmic: Bool
  private let low: Double
  private let length: Double

  /// An axis over a range. One without a length is made longer; on a logarithmic axis, what is not
  /// positive counts as 1e-300.
  public init(_ range: ClosedRange<Double>, isLogarithmic: Bool = false) {
    self.isLogarithmic = isLogarithmic
    guard isLogarithmic else {
      let wide = Self.widened(range)
      self.range = wide
      low = wide.lowerBound
      length = wide.upperBound - wide.lowerBound
      return
    }
    let positive = max(range.lowerBound, 1e-300)...max(range.upperBound, 1e-300)
    let exponents = Self.widened(log10(positive.lowerBound)...log10(positive.upperBound))
    self.range =
      positive.lowerBound < positive.upperBound
      ? positive : exp10(exponents.lowerBound)...exp10(exponents.upperBound)
    low = exponents.lowerBound
    length = exponents.upperBound - exponents.lowerBound
  }

  /// Where a number lies: 0 at the lower end, 1 at the upper one, beyond them outside. Not finite
  /// where a number has no place.
  public func share(of number: Double) -> Double {
    ((isLogarithmic ? log10(number) : number) - low) / length
  }

  /// The number at a share of the way.
  public func number(at share: Double) -> Double {
    let value = low + share * length
    return isLogarithmic ? exp10(value) : value
  }

  /// The axis made so many times as long, a number of it staying where it is.
  public func scaled(by factor: Double, around number: Double) -> ChartAxis {
    let fixed = share(of: number)
    return part(from: fixed - fixed * factor, to: fixed + (1 - fixed) * factor)
  }

  /// The axis moved up by a share of its length.
  public func shifted(by share: Double) -> ChartAxis { part(from: share, to: 1 + share) }

  private func part(from start: Double, to end: Double) -> ChartAxis {
    let (first, last) = (number(at: start), number(at: end))
    guard first < last, last.isFinite else { return self }
    return ChartAxis(first...last, isLogarithmic: isLogarithmic)
  }

  /// Round numbers along it, about so many; powers of ten with some of their multiples if it is
  /// logarithmic, unless fewer than two of these lie on it.
  func ticks(count: Int) -> Ticks {
    guard isLogarithmic else { return Ticks(in: range, count: count) }
    let ticks = Ticks(logarithmicIn: range, count: count)
    return ticks.values.count < 2 ? Ticks(in: range, count: count) : ticks
  }

  /// A range that has a length, around one that may have none.
  static func widened(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let length = range.upperBound - range.lowerBound
    let middle = range.lowerBound
    guard middle.isFinite, length.isFinite else { return 0...1 }
    let smallest = abs(middle) * 1e-9
    if length > smallest { return range }
    let half = middle == 0 ? 0.5 : abs(middle) * 0.1
    return middle - half...middle + half
  }
}

/// 10 to the power of x.
private func exp10(_ x: Double) -> Double { exp2(x * 3.321928094887362) }
