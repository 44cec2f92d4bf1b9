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

  /// The rungs of a schedule, from the first on.
  public static func rungTable(_ schedule: Schedule) -> [RungLine] {
    schedule.rungs.indices.map { place in
      let rung = schedule.rungs[place]
      let next = place + 1 < schedule.rungs.count ? schedule.rungs[place + 1] : nil
      let pairs = (next?.order ?? []).compactMap { configuration -> (Double, Double)? in
        guard let one = rung.cost(of: configuration), let two = next?.cost(of: configuration)
        else { return nil }
        return (one, two)
      }
      return RungLine(
        epochs: rung.epochs, entered: rung.order.count,
        known: rung.order.count { rung.cost(of: $0) != nil }, promoted: next?.order.count ?? 0,
        agreement: agreement(pairs))
    }
  }

  /// Kendall's τₐ: pairs in the same order less those in the other, over all pairs; nil of fewer than two.
  ///
  /// Source: M. G. Kendall, *A New Measure of Rank Correlation* (1938).
  static func agreement(_ pairs: [(Double, Double)]) -> Double? {
    guard pairs.count > 1 else { return nil }
    var sum = 0
    for one in pairs.indices {
      for two in pairs[..<one] {
        let (first, second) = (pairs[one].0, pairs[one].1)
        if first == two.0 || second == two.1 { continue }
        sum += (first < two.0) == (second < two.1) ? 1 : -1
      }
    }
    return Double(sum) / Double(pairs.count * (pairs.count - 1) / 2)
  }
}
