public import Lessons

extension SweepObjective.Reduction {
  /// One number for several; infinite where one is and it matters.
  ///
  /// A number that is computed from several is rounded to twelve significant digits: the last bits of a sum
  /// depend on how it came about, and would rank accuracies that are equal. 98.8, 100 and 100 have the mean
  /// of 99.2, 100 and 99.6.
  public func value(of costs: [Double]) -> Double {
    guard costs.count > 1 else { return costs.first ?? .infinity }
    switch self {
    case .mean: return Self.rounded(costs.reduce(0, +) / Double(costs.count))
    case .median:
      let sorted = costs.sorted()
      let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
      // The one in the middle is a number as it was measured.
      guard sorted.count % 2 == 0 else { return low }
      return Self.rounded(low == high ? low : (low + high) / 2)
    }
  }

  /// A number to twelve significant digits; where that has no meaning, as it is.
  private static func rounded(_ value: Double) -> Double {
    let size = abs(value)
    guard size > 0, size < .infinity else { return value }
    // Powers of ten up to 10²² are exact, so that 99.6 is the number that is nearest to it.
    var (factor, divisor) = (1.0, 1.0)
    while size / divisor >= 1e12 { divisor *= 10 }
    while size * factor < 1e11, factor < 1e300 { factor *= 10 }
    return (value * factor / divisor).rounded() / factor * divisor
  }
}
