import Lessons

extension SweepReport {
  /// How much of what happened goes back to one parameter alone.
  public struct Importance: Equatable, Sendable {
    /// The setting's key.
    public let key: String
    /// The share of the variance of the ranks, 0…1.
    public let share: Double
    /// The value, or the band of values, with the best mean rank.
    public let best: String
    /// How many values or bands there are.
    public let levelCount: Int
  }

  /// For each parameter the share of the variance that its mean values explain, from the largest on;
  /// empty with fewer than two configurations.
  ///
  /// η² = Σₗ nₗ·(r̄ₗ − r̄)² / Σᵢ (rᵢ − r̄)² over the levels l of a parameter: the main effect of a
  /// one-way analysis of variance. It goes over the ranks rᵢ of the configurations and not over the
  /// objective, so that a single loss of 10³⁰ or a divergence, which has the last rank, does not outweigh
  /// all else; equal costs share their mean rank. What two parameters do only together belongs to none
  /// of them, so the shares need not add up to 1; drawn values that happen to go together count twice.
  /// Numbers from a range are put into at most five bands of equally many configurations.
  ///
  /// Source: R. A. Fisher, *Statistical Methods for Research Workers* (1925), ch. VII; for the use on
  /// hyperparameters, F. Hutter, H. Hoos and K. Leyton-Brown, *An Efficient Approach for Assessing
  /// Hyperparameter Importance* (2014).
  public var importances: [Importance] {
    guard rows.count > 1 else { return [] }
    let ranks = Self.meanRanks(rows)
    let mean = ranks.reduce(0, +) / Double(ranks.count)
    let total = ranks.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard total > 0 else { return [] }
    let found = plan.spec.parameters.indices.map { parameter in
      let levels = Levels(rows.map { $0.values[parameter] }, plan.spec.parameters[parameter])
      var between = 0.0
      var best = (rank: Double.infinity, name: "")
      for level in levels.names.indices {
        let members = ranks.indices.filter { levels.places[$0] == level }
        guard !members.isEmpty else { continue }
        let own = members.reduce(0) { $0 + ranks[$1] } / Double(members.count)
        between += Double(members.count) * (own - mean) * (own - mean)
        if own < best.rank { best = (own, levels.names[level]) }
      }
      return Importance(
        key: plan.spec.parameters[parameter].key, share: min(1, between / total), best: best.name,
        levelCount: levels.names.count)
    }
    // Equal shares stay in the order of the file.
    return found.enumerated()
      .sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }
      .map(\.element)
  }

  /// The rank of each row, from 1; rows of equal cost share the mean of theirs.
  private static func meanRanks(_ rows: [Row]) -> [Double] {
    var ranks = [Double](repeating: 0, count: rows.count)
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].cost == rows[start].cost, rows[end].rung == rows[start].rung {
        end += 1
      }
      for place in start..<end { ranks[place] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }
}

/// The values of a parameter as few groups: each listed value is one, numbers from a range are put into
/// bands.
struct Levels {
  /// What the groups are called, in the order of the values.
  let names: [String]
  /// The group of each value given.
  let places: [Int]

  /// Into how many bands numbers are put.
  private static let bandCount = 5

  init(_ values: [String?], _ parameter: SweepParameter, bands: Int = bandCount) {
    let numbers = values.map { $0.flatMap(Double.init) }
    let distinct = Set(numbers.compactMap { $0 }).sorted()
    if case .range(let range) = parameter.space, range.count == nil, distinct.count > bands {
      (names, places) = Self.banded(numbers, distinct, bands)
      return
    }
    var names: [String] = []
    if case .values = parameter.space {
      names = (parameter.listed ?? []).filter { values.contains($0) }
    } else {
      names = distinct.compactMap { number in
        values.first { $0.flatMap(Double.init) == number } ?? nil
      }
    }
    let found = values.map { value in
      value.flatMap { names.firstIndex(of: $0) } ?? names.count
    }
    self.names = values.contains(nil) ? names + ["–"] : names
    places = found
  }

  /// Bands of about equally many different numbers; what has no value is a band of its own.
  private static func banded(
    _ numbers: [Double?], _ distinct: [Double], _ bands: Int
  ) -> ([String], [Int]) {
    func band(_ number: Double) -> Int {
      let place = distinct.firstIndex(of: number) ?? 0
      return place * bands / distinct.count
    }
    var names: [String] = []
    for number in 0..<bands {
      let members = distinct.filter { band($0) == number }
      let low = members.first.map { Self.text($0) } ?? ""
      let high = members.last.map { Self.text($0) } ?? ""
      names.append(low == high ? low : "\(low)…\(high)")
    }
    let places = numbers.map { $0.map(band) ?? bands }
    return (numbers.contains(nil) ? names + ["–"] : names, places)
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
