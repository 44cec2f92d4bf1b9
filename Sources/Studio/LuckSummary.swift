/// What the runs of many seeds say together.
///
/// The preset's own run is compared with the others and is none of them.
public struct LuckSummary: Equatable, Sendable {
  /// The settings that were tried.
  public let settings: LuckSettings
  /// The runs of other seeds.
  public let others: [LuckRun]
  /// The run of the preset's own seeds; nil before it is complete.
  public let own: LuckRun?
  /// All runs, the best first.
  public let ranking: [LuckRun]
  /// The epochs that those took which reached the goal, in rising order.
  public let epochs: [Double]
  /// How the curves of the others spread.
  public let fan: LuckFan

  /// What complete runs say.
  public init(_ runs: [LuckRun], _ settings: LuckSettings) {
    self.settings = settings
    others = runs.filter { $0.offset != 0 }
    own = runs.first { $0.offset == 0 }
    let metric = settings.goal.metric
    ranking = runs.sorted { $0.isBetter(than: $1, by: metric) }
    epochs = others.compactMap(\.reached).map(Double.init).sorted()
    fan = LuckFan(others, settings)
  }

  /// How many others reached the goal.
  public var reachedCount: Int { epochs.count }

  /// How many others diverged.
  public var divergedCount: Int { others.count { $0.divergedIn != nil } }

  /// The share of seeds that reach the goal, as far as so many tell: between these, with 95 %
  /// confidence; nil without any.
  public var interval: ClosedRange<Double>? {
    wilsonInterval(successes: reachedCount, of: others.count)
  }

  /// The quartiles of the epochs of those that reached it; nil if none did.
  public var quartiles: Quartiles? { Quartiles(epochs) }

  /// The epoch by which half of all others had reached it, those that never did included; nil if
  /// fewer did.
  public var halfBy: Int? {
    let half = (others.count + 1) / 2
    return half > 0 && epochs.count >= half ? Int(epochs[half - 1]) : nil
  }

  /// Of the others, how many went better than the preset's own run, how many exactly as well, and
  /// how many worse: by epochs to the goal, never being last; nil before that is known.
  public var standing: (better: Int, equal: Int, worse: Int)? {
    guard let own, !others.isEmpty else { return nil }
    let mine = own.reached ?? .max
    let better = others.count { ($0.reached ?? .max) < mine }
    let equal = others.count { ($0.reached ?? .max) == mine }
    return (better, equal, others.count - better - equal)
  }

  /// The last values of a metric of those that did not diverge, in rising order.
  public func lastValues(_ metric: LuckGoal.Metric) -> [Double] {
    others.map { $0.last(metric) }.filter(\.isFinite).sorted()
  }
}

/// How the curves of many runs spread, at the epochs that are kept of them.
public struct LuckFan: Equatable, Sendable {
  /// The epochs.
  public private(set) var epochs: [Double] = []
  /// The quartiles of what the goal measures there; NaN where too many have diverged to tell.
  public private(set) var low: [Double] = [], middle: [Double] = [], high: [Double] = []

  init(_ runs: [LuckRun], _ settings: LuckSettings) {
    let count = runs.map(\.curve.count).max() ?? 0
    let worst = settings.goal.metric.isAccuracy ? -Double.infinity : .infinity
    for place in 0..<count {
      let values = runs.map { run in
        if run.curve.indices.contains(place) {
          return run.curve[place].isNaN ? worst : run.curve[place]
        }
        // A run that was stopped early stays as it is; one that diverged is worse than any.
        return run.divergedIn == nil ? run.curve.last ?? worst : worst
      }.sorted()
      guard let quartiles = Quartiles(values) else { continue }
      epochs.append(Double(place * settings.curveStride))
      low.append(quartiles.low)
      middle.append(quartiles.middle)
      high.append(quartiles.high)
    }
  }
}
