public import Lessons

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
    /// What is ranked by with each seed, NaN where it diverged or failed; nil where it is not known.
    public let found: [Double?]
    /// What the ranking goes by, small being good; infinite if a seed diverged and the mean is taken.
    public let cost: Double
    /// The spread of what is ranked by over the seeds that did not diverge.
    public let spread: Spread
    /// How many seeds diverged or failed.
    public let divergedCount: Int
    /// Why it failed; empty if it did not.
    public let reason: String

    /// Whether it could not be run: it says nothing of its settings but that they don't go together.
    public var isRefused: Bool { !reason.isEmpty && cost == .infinity }

    /// The order of all rankings: the later rungs before the earlier ones, then what diverged and what
    /// could not be run, wherever that was; those of the same cost in the order of the plan.
    fileprivate var order: (Int, Double, Int) {
      (isRefused ? 2 : cost < .infinity ? -rung : 1, cost, configuration)
    }
  }

  /// What it is about.
  public let schedule: Schedule
  /// What is ranked by: the sweep's own objective, or another measure at the end.
  public let objective: SweepObjective
  /// The best first.
  public let rows: [Row]
  /// Configurations of which not every seed is known at any rung.
  public let openCount: Int
  /// What is ranked by instead of the objective.
  private let measure: Measure?

  public var plan: SweepPlan { schedule.plan }

  /// The report on what a schedule knows.
  ///
  /// - Parameter measure: what is ranked by instead of the sweep's objective, over the seeds as that is.
  public init(_ schedule: Schedule, by measure: Measure? = nil) {
    self.schedule = schedule
    self.measure = measure
    let own = schedule.plan.spec.objective
    objective =
      measure.map { measure in
        SweepObjective(
          measure: measure, direction: measure == own.measure ? own.direction : nil,
          reduction: own.reduction)
      } ?? own
    var rows: [Row] = []
    for configuration in 0..<schedule.plan.count {
      // The highest rung at which all is known.
      let rung = schedule.rungs.last { $0.cost(of: configuration) != nil }
      guard let rung else { continue }
      rows.append(Self.row(configuration, rung, schedule, objective, measure))
    }
    openCount = schedule.plan.count - rows.count
    rows.sort { $0.order < $1.order }
    for place in rows.indices { rows[place].rank = place + 1 }
    self.rows = rows
  }

  /// What is ranked by and how it is taken, in words.
  public var title: String { objective.words(seeds: plan.spec.replicates.count) }

  /// What a configuration comes to at a rung; nil where not every seed is known.
  func cost(of configuration: Int, at rung: Rung) -> Double? {
    guard let cost = rung.cost(of: configuration) else { return nil }
    guard let measure else { return cost }
    let results = schedule.results(of: configuration, rung: rung.place)
    return Self.cost(results.map { $0?.value(of: measure) }, objective)
  }

  private static func cost(_ found: [Double?], _ objective: SweepObjective) -> Double {
    objective.reduction.value(of: found.compactMap { $0 }.map { objective.cost(of: $0) })
  }

  private static func row(
    _ configuration: Int, _ rung: Rung, _ schedule: Schedule, _ objective: SweepObjective,
    _ measure: Measure?
  ) -> Row {
    let plan = schedule.plan
    let results = schedule.results(of: configuration, rung: rung.place)
    let values = plan.values(of: configuration)
    let found = results.map { result in
      result.map { result in measure.map { result.value(of: $0) } ?? result.objective }
    }
    return Row(
      rank: 0, configuration: configuration,
      values: plan.spec.parameters.map { parameter in
        values.first { $0.key == parameter.key }?.text
      },
      rung: rung.place, epochs: rung.epochs, found: found, cost: cost(found, objective),
      spread: Spread(found.compactMap { $0 }.filter { !$0.isNaN }),
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
    let mean = SweepObjective.Reduction.mean.value(of: numbers)
    self.mean = mean
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    // The mean is rounded, and equal numbers would deviate from it.
    deviation = low == high ? 0 : (squares / Double(numbers.count - 1)).squareRoot()
    median = SweepObjective.Reduction.median.value(of: numbers)
  }
}
