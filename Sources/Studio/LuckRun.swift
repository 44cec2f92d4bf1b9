/// How training went with one choice of seeds.
public struct LuckRun: Equatable, Sendable {
  /// By how much the preset's seeds were moved on; 0 for its own.
  public let offset: Int
  /// The epoch from which on the goal was held; nil if it never was.
  public internal(set) var reached: Int?
  /// The epoch in which training diverged; nil if it did not.
  public internal(set) var divergedIn: Int?
  /// Epochs trained; fewer than asked for where training diverged or was stopped early.
  public internal(set) var epochs = 0
  /// The mean losses at its end; NaN without points, or if training has diverged.
  public internal(set) var trainingLoss = Double.nan, testLoss = Double.nan
  /// The shares of right answers at its end, 0…1; they say nothing where numbers are predicted.
  public internal(set) var trainingAccuracy = Double.nan, testAccuracy = Double.nan
  /// What the goal measures after epoch 0 and every `curveStride` epochs from there.
  public internal(set) var curve: [Double] = []

  init(offset: Int) { self.offset = offset }

  /// What a goal measures, at its end.
  public func last(_ metric: LuckGoal.Metric) -> Double {
    switch metric {
    case .testAccuracy: testAccuracy
    case .trainingAccuracy: trainingAccuracy
    case .testLoss: testLoss
    case .trainingLoss: trainingLoss
    }
  }

  /// Whether it went better than another: it reached the goal sooner, or ended better where neither
  /// did, or both at once.
  public func isBetter(than other: LuckRun, by metric: LuckGoal.Metric) -> Bool {
    let (mine, theirs) = (reached ?? .max, other.reached ?? .max)
    if mine != theirs { return mine < theirs }
    let (one, two) = (last(metric), other.last(metric))
    // What diverged is worse than all else.
    if one.isNaN != two.isNaN { return two.isNaN }
    if one != two, !one.isNaN { return metric.isAccuracy ? one > two : one < two }
    return offset < other.offset
  }
}
