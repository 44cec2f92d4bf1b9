import Lessons

/// What a sweep has found: which configurations are best, and which settings matter.
public struct SweepReport: Sendable {
  /// A configuration over its seeds.
  public struct Row: Equatable, Sendable {
    /// Its place in the ranking, from 1.
    public internal(set) var rank: Int
    /// Its place in the plan, from 0.
    public let configuration: Int
    /// The values of its parameters, one for each of the sweep's; nil for one that is not varied here.
    public let values: [String?]
    /// The rung that it came to, from 0; the later ones are ranked first.
    public let rung: Int
    /// Epochs trained at that rung at most.
    public let epochs: Int
    /// The objective with each seed, NaN where it diverged or failed; nil where it is not known.
    public let objectives: [Double?]
    /// What the ranking goes by, small being good; infinite if a seed diverged and the mean is taken.
    public let cost: Double
    /// The spread of the objective over the seeds that did not diverge.
    public let spread: Spread
    /// How many seeds diverged or failed.
    public let divergedCount: Int
    /// Why it failed; empty if it did not.
    public let reason: String
  }

  public let plan: SweepPlan
  /// The best first: the later rungs before the earlier ones, those with the same cost in the order
  /// of the plan, and last what diverged.
  public let rows: [Row]
  /// Configurations of which not every seed is known at any rung.
  public let openCount: Int

  /// The report on what a schedule knows.
  public init(_ schedule: Schedule) {
    plan = schedule.plan
    var rows: [Row] = []
    var open = 0
    for configuration in 0..<plan.count {
      // The highest rung at which all is known.
      let rung = schedule.rungs.last { $0.cost(of: configuration) != nil }
      guard let rung, let cost = rung.cost(of: configuration) else {
        open += 1
        continue
      }
      rows.append(Self.row(configuration, rung, cost, schedule))
    }
    // What diverged comes last wherever it did, and ties are the plan's.
    func order(_ row: Row) -> (Int, Double, Int) {
      (row.cost < .infinity ? -row.rung : 1, row.cost, row.configuration)
    }
    rows.sort { order($0) < order($1) }
    for place in rows.indices { rows[place].rank = place + 1 }
    self.rows = rows
    openCount = open
  }

  /// The objective's name and how it is taken, in words.
  public var title: String { plan.spec.objective.words(seeds: plan.spec.replicates.count) }

  private static func row(
    _ configuration: Int, _ rung: Rung, _ cost: Double, _ schedule: Schedule
  ) -> Row {
    let plan = schedule.plan
    let results = schedule.results(of: configuration, rung: rung.place)
    let values = plan.values(of: configuration)
    return Row(
      rank: 0, configuration: configuration,
      values: plan.spec.parameters.map { parameter in
        values.first { $0.key == parameter.key }?.text
      },
      rung: rung.place, epochs: rung.epochs, objectives: results.map { $0?.objective }, cost: cost,
      spread: Spread(results.compactMap { $0?.objective }.filter { !$0.isNaN }),
      divergedCount: results.count { $0.map { $0.state != .complete } ?? false },
      reason: results.lazy.compactMap { $0?.reason }.first { !$0.isEmpty } ?? "")
  }
}

/// Where some numbers lie; NaN of none.
public struct Spread: Equatable, Sendable {
  public let count: Int
  public let mean: Double
  /// The standard deviation of the sample, with n − 1; 0 of a single number.
  public let deviation: Double
  public let minimum: Double
  public let median: Double
  public let maximum: Double

  /// The spread of numbers, none of them NaN.
  public init(_ numbers: [Double]) {
    count = numbers.count
    guard let low = numbers.min(), let high = numbers.max() else {
      (mean, deviation, minimum, median, maximum) = (.nan, .nan, .nan, .nan, .nan)
      return
    }
    (minimum, maximum) = (low, high)
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    self.mean = mean
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviation = numbers.count < 2 ? 0 : (squares / Double(numbers.count - 1)).squareRoot()
    median = SweepObjective.Reduction.median.value(of: numbers)
  }
}
