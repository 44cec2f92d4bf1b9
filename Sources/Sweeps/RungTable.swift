import Lessons

extension SweepReport {
  /// What halving did at one rung.
  public struct RungLine: Equatable, Sendable {
    /// Epochs each configuration was trained there in all.
    public let epochs: Int
    /// How many came there, are known there, and went on.
    public let entered: Int
    public let known: Int
    public let promoted: Int
    /// How far the order of those who went on agrees with their order at the next rung: 1 for the same
    /// order, −1 for the reverse; nil for fewer than two, and at the last rung.
    public let agreement: Double?
  }

  /// The rungs, from the first on.
  public var rungTable: [RungLine] {
    schedule.rungs.indices.map { place in
      let rung = schedule.rungs[place]
      let next = place + 1 < schedule.rungs.count ? schedule.rungs[place + 1] : nil
      let pairs = (next?.order ?? []).compactMap { configuration -> (Double, Double)? in
        guard let next, let one = cost(of: configuration, at: rung),
          let two = cost(of: configuration, at: next)
        else { return nil }
        return (one, two)
      }
      return RungLine(
        epochs: rung.epochs, entered: rung.order.count,
        known: rung.order.count { rung.cost(of: $0) != nil }, promoted: next?.order.count ?? 0,
        agreement: Self.agreement(pairs))
    }
  }

  /// Kendall's τₐ: pairs in the same order less those in the other, over all pairs; equal ones count for
  /// neither; nil of fewer than two. It takes n log n steps.
  ///
  /// Sources: M. G. Kendall, *A New Measure of Rank Correlation* (1938); W. R. Knight, *A Computer Method
  /// for Calculating Kendall's Tau with Ungrouped Data* (1966), for counting by sorting.
  static func agreement(_ pairs: [(Double, Double)]) -> Double? {
    guard pairs.count > 1 else { return nil }
    let sorted = pairs.sorted { $0 < $1 }
    var second = sorted.map(\.1)
    let both = equalPairs(sorted) { $0 == $1 }
    let first = equalPairs(sorted) { $0.0 == $1.0 }
    let reversed = inversions(&second)
    let all = pairs.count * (pairs.count - 1) / 2
    // Sorted by now.
    let told = all - first - equalPairs(second) { $0 == $1 } + both
    return Double(told - 2 * reversed) / Double(all)
  }

  /// How many pairs of a sorted list are equal.
  private static func equalPairs<Item>(_ sorted: [Item], _ areEqual: (Item, Item) -> Bool) -> Int {
    var (pairs, run) = (0, 0)
    for place in sorted.indices.dropFirst() {
      run = areEqual(sorted[place - 1], sorted[place]) ? run + 1 : 0
      pairs += run
    }
    return pairs
  }

  /// How many pairs stand in falling order; sorts the numbers by merging.
  private static func inversions(_ numbers: inout [Double]) -> Int {
    var count = 0
    var width = 1
    while width < numbers.count {
      var merged: [Double] = []
      merged.reserveCapacity(numbers.count)
      for start in stride(from: 0, to: numbers.count, by: 2 * width) {
        let middle = min(start + width, numbers.count)
        let end = min(start + 2 * width, numbers.count)
        var (left, right) = (start, middle)
        while left < middle || right < end {
          if right == end || left < middle && numbers[left] <= numbers[right] {
            merged.append(numbers[left])
            left += 1
          } else {
            merged.append(numbers[right])
            right += 1
            count += middle - left
          }
        }
      }
      numbers = merged
      width *= 2
    }
    return count
  }
}
