public import Lessons

/// How far a goal is.
struct GoalRecord: Sendable {
  /// The session's steps when it was reached; nil while it is not.
  var reachedAt: Int?
  /// Epochs in a row at whose end its conditions held.
  var streak = 0
  /// The value nearest to the first bound, of those that counted; nil while none did.
  var best: Double?
  /// Other seeds that are being tried.
  var trial: SeedTrial?
  /// Settings with which too few seeds reached it.
  var failures: [SeedTrial.Failure] = []

  /// Notes a value that counted.
  mutating func note(_ value: Double, for condition: Condition) {
    guard !value.isNaN else { return }
    switch condition.comparison {
    case .atMost, .below: best = min(best ?? value, value)
    case .atLeast, .above: best = max(best ?? value, value)
    case .equal, .unequal: best = value
    }
  }
}

/// A goal as a learner sees it.
public struct GoalState: Equatable, Sendable {
  /// A condition and how it stands now.
  public struct Need: Equatable, Sendable {
    public let condition: Condition
    /// The value now; NaN if it can't be told, or for a setting that is no number.
    public let value: Double
    /// What the value is compared with; NaN for a setting that is no number.
    public let bound: Double
    /// Whether it holds now.
    public let holds: Bool
  }

  public let goal: Goal
  /// Whether it was reached.
  public let isReached: Bool
  /// How far other seeds are, 0…1; nil while none are tried.
  public let seedProgress: Double?
  /// How many of how many seeds reached it when too few of them did; nil otherwise.
  public let failedSeeds: (passed: Int, tried: Int)?
  /// Its conditions now.
  public let needs: [Need]
  /// The best value of the first condition at a moment that counted; nil if there was none.
  public let best: Double?

  public static func == (one: GoalState, other: GoalState) -> Bool {
    one.goal == other.goal && one.isReached == other.isReached && one.needs == other.needs
      && one.seedProgress == other.seedProgress && one.best == other.best
      && one.failedSeeds?.passed == other.failedSeeds?.passed
      && one.failedSeeds?.tried == other.failedSeeds?.tried
  }
}
