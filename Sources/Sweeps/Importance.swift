import Lessons

extension SweepReport {
  /// How much of what happened goes back to one parameter alone.
  public struct Importance: Equatable, Sendable {
    /// The setting's key.
    public let key: String
    /// The share of the variance of the ranks, 0…1.
    public let share: Double
    /// What the share of a parameter without any effect would be on average, by chance alone:
    /// (k − 1)/(n − 1) with k levels and n configurations.
    public let chance: Double
    /// The value, or the band of values, with the best mean rank.
    public let best: String
    /// How many values or bands some configuration has.
    public let levelCount: Int
  }

  /// For each parameter the share of the variance that its mean values explain, from the largest on;
  /// empty with fewer than two configurations. Those that could not be run tell nothing, and are left
  /// out.
  ///
  /// η² = Σₗ nₗ·(r̄ₗ − r̄)² / Σᵢ (rᵢ − r̄)² over the levels l of a parameter: the main effect of a
  /// one-way analysis of variance. It goes over the ranks rᵢ of the configurations and not over the
  /// objective, so that a single loss of 10³⁰ or a divergence, which has the last rank, does not outweigh
  /// all else; equal costs share their mean rank. What two parameters do only together belongs to none
  /// of them: over a whole grid the shares add up to 1 at most. Drawn values that happen to go together
  /// count twice, and few configurations explain anything; `chance` tells how much that may be.
  /// Numbers drawn from a range are put into at most five bands of equally many different ones, as are
  /// more than thirty of a divided range.
  ///
  /// Source: R. A. Fisher, *Statistical Methods for Research Workers* (1925), ch. VII; for the use on
  /// hyperparameters, F. Hutter, H. Hoos and K. Leyton-Brown, *An Efficient Approach for Assessing
  /// Hyperparameter Importance* (2014).
  public var importances: [Importance] {
    let rows = rows.filter { !$0.isRefused }
    guard rows.count > 1 else { return [] }
    let ranks = Self.meanRanks(rows)
    let mean = ranks.reduce(0, +) / Double(ranks.count)
    let total = ranks.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard total > 0 else { return [] }
    let found = plan.spec.parameters.enumerated().map { place, parameter in
      let levels = Levels(rows.map { $0.values[place] }, parameter)
      var sums = [Double](repeating: 0, count: levels.names.count)
      var counts = [Int](repeating: 0, count: levels.names.count)
      for (level, rank) in zip(levels.places, ranks) {
        sums[level] += rank
        counts[level] += 1
      }
      var between = 0.0
      var best = (rank: Double.infinity, name: "")
      for (level, count) in counts.enumerated() where count > 0 {
        let own = sums[level] / Double(count)
        between += Double(count) * (own - mean) * (own - mean)
        if own < best.rank { best = (own, levels.names[level]) }
      }
      let filled = counts.count { $0 > 0 }
      return Importance(
        key: parameter.key, share: min(1, between / total),
        chance: Double(filled - 1) / Double(rows.count - 1), best: best.name, levelCount: filled)
    }
    // Equal shares stay in the order of the file.
    return found.enumerated()
      .sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }
      .map(\.element)
  }

  /// The rank of each row, from 1; rows that are equally good share the mean of theirs.
  private static func meanRanks(_ rows: [Row]) -> [Double] {
    var ranks = [Double](repeating: 0, count: rows.count)
    var start = 0
    while start < rows.count {
      let first = rows[start]
      let end =
        rows[start...].firstIndex { row in
          row.cost != first.cost || row.rung != first.rung && first.cost < .infinity
        } ?? rows.count
      for place in start..<end { ranks[place] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }
}
