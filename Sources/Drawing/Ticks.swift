/// Round numbers along an axis.
public struct Ticks: Hashable, Sendable {
  /// The numbers, from the lowest up.
  public let values: [Double]
  /// The same as short texts, all with the same count of decimals.
  public let labels: [String]

  /// About `count` round numbers in a range: multiples of 1, 2 or 5 times a power of ten.
  ///
  /// Usually fewer than `count`; at least 2, unless the range has no length.
  public init(in range: ClosedRange<Double>, count: Int) {
    var found: (step: Double, first: Double, last: Double)?
    // The step for two ticks may hit the range but once; then a finer one is needed.
    for wanted in max(2, count)...max(2, count) + 3 {
      guard let step = Ticks.step(for: range, count: wanted) else { break }
      let first = (range.lowerBound / step - 1e-9).rounded(.up)
      let last = (range.upperBound / step + 1e-9).rounded(.down)
      found = (step, first, last)
      if last > first { break }
    }
    guard let found else {
      let value = range.lowerBound
      values = value.isFinite ? [value] : []
      labels = values.map { format($0, significantDigits: 3) }
      return
    }
    let steps = max(0, Int(found.last - found.first) + 1)
    // The finer step may hit it too often.
    let every = max(1, (steps + max(2, count)) / (max(2, count) + 1))
    values = stride(from: 0, to: steps, by: every).map { (found.first + Double($0)) * found.step }
    let largest = max(abs(range.lowerBound), abs(range.upperBound))
    labels = values.map { Ticks.label($0, step: found.step, largest: largest) }
  }

  /// Powers of ten in a range of positive numbers, with their doubles and fives where there are
  /// too few of them.
  public init(logarithmicIn range: ClosedRange<Double>, count: Int) {
    let wanted = max(2, count)
    guard range.lowerBound > 0, range.upperBound.isFinite else {
      values = []
      labels = []
      return
    }
    let low = Int((log10(range.lowerBound) - 1e-9).rounded(.down))
    let high = Int((log10(range.upperBound) + 1e-9).rounded(.down))
    var found: [Double] = []
    for multiples in [[1.0], [1, 3], [1, 2, 5]] {
      let candidates = (low...max(low, high)).flatMap { decade in
        multiples.map { $0 * power10(decade) }
      }
      let inside = candidates.filter {
        $0 >= range.lowerBound * (1 - 1e-9) && $0 <= range.upperBound * (1 + 1e-9)
      }
      if found.isEmpty || inside.count <= wanted { found = inside }
    }
    let stride = (found.count + wanted - 1) / wanted
    values = found.enumerated().filter { stride <= 1 || $0.offset % stride == 0 }.map(\.element)
    labels = values.map { format($0, significantDigits: 1) }
  }

  /// The smallest range between ticks that holds another, so that an axis ends in round numbers.
  public static func rounded(_ range: ClosedRange<Double>, count: Int) -> ClosedRange<Double> {
    guard let step = step(for: range, count: max(2, count)) else { return range }
    let low = (range.lowerBound / step + 1e-9).rounded(.down) * step
    let high = (range.upperBound / step - 1e-9).rounded(.up) * step
    return low < high ? low...high : range
  }

  /// The distance of ticks; nil for a range without a length.
  private static func step(for range: ClosedRange<Double>, count: Int) -> Double? {
    let length = range.upperBound - range.lowerBound
    guard length.isFinite, length > 0, length > abs(range.lowerBound) * 1e-12 else { return nil }
    let rough = length / Double(count - 1)
    guard rough > 1e-290 else { return nil }
    let unit = power10(Int((log10(rough) + 1e-9).rounded(.down)))
    let multiple = [1.0, 2, 5].first { $0 * unit >= rough * (1 - 1e-9) } ?? 10
    return multiple * unit
  }

  private static func label(_ value: Double, step: Double, largest: Double) -> String {
    let decimals = -Int((log10(step) + 1e-9).rounded(.down))
    if decimals > 4 || largest >= 1e7 {
      let extra = value == 0 ? 0 : Int((log10(abs(value)) + 1e-9).rounded(.down)) + decimals
      return format(value, significantDigits: max(1, extra + 1))
    }
    return format(value, decimals: max(0, decimals))
  }
}
