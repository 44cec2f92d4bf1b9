/// What a quarter, half and three quarters of some numbers lie below.
///
/// Between two numbers the line between them holds: the p-quantile of n sorted numbers lies at the
/// place (n − 1)·p, counted from 0. Source: Hyndman and Fan, "Sample Quantiles in Statistical
/// Packages", 1996, definition 7, the usual one of R and NumPy.
public struct Quartiles: Equatable, Sendable {
  /// The first quartile, the median and the third quartile.
  public let low, middle, high: Double

  /// The quartiles of numbers in rising order; nil of none. Infinite ones are allowed: a quartile
  /// that would lie between one and a finite number is infinite.
  public init?(_ sorted: [Double]) {
    guard !sorted.isEmpty else { return nil }
    low = Self.quantile(sorted, 0.25)
    middle = Self.quantile(sorted, 0.5)
    high = Self.quantile(sorted, 0.75)
  }

  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = Double(sorted.count - 1) * share
    let index = Int(place)
    let rest = place - Double(index)
    guard rest > 0, index + 1 < sorted.count, sorted[index] != sorted[index + 1] else {
      return sorted[index]
    }
    return sorted[index] * (1 - rest) + sorted[index + 1] * rest
  }
}

/// Between which limits a share lies of which a sample is known, with 95 % confidence; nil of an empty
/// sample.
///
/// (p̂ + z²/2n ± z·√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n) with z = 1.96. Unlike p̂ ± z·√(p̂(1 − p̂)/n)
/// it stays between 0 and 1, and has a width where all or none succeed.
/// Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927.
public func wilsonInterval(successes: Int, of count: Int) -> ClosedRange<Double>? {
  guard count > 0, (0...count).contains(successes) else { return nil }
  let (n, z) = (Double(count), 1.959963984540054)
  let share = Double(successes) / n
  let scale = 1 + z * z / n
  let middle = (share + z * z / (2 * n)) / scale
  let half = z / scale * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
  return max(0, middle - half)...min(1, middle + half)
}
