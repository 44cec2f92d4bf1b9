/// What a run has to reach to count as one that went well.
public struct LuckGoal: Equatable, Sendable {
  /// What is measured after each epoch.
  public enum Metric: String, CaseIterable, Sendable {
    /// The share of right answers among the test points, 0…1; high is good.
    case testAccuracy
    /// The share of right answers among the training points, 0…1; high is good.
    case trainingAccuracy
    /// The mean loss over the test points, without penalty; low is good.
    case testLoss
    /// The mean loss over the training points, without penalty; low is good.
    case trainingLoss

    /// Its name in words.
    public var title: String {
      switch self {
      case .testAccuracy: "test accuracy"
      case .trainingAccuracy: "train accuracy"
      case .testLoss: "test loss"
      case .trainingLoss: "train loss"
      }
    }

    /// Whether it is a share of right answers.
    public var isAccuracy: Bool { self == .testAccuracy || self == .trainingAccuracy }
  }

  /// What is measured.
  public var metric: Metric
  /// The least accuracy, 0…1, or the largest loss.
  public var threshold: Double
  /// After how many epochs in a row it has to be so, at least 1.
  public var hold: Int

  /// A goal.
  public init(_ metric: Metric, _ threshold: Double, hold: Int = 1) {
    self.metric = metric
    self.threshold = threshold
    self.hold = max(1, hold)
  }

  /// Whether a value is good enough; what is not a number never is.
  public func isMet(by value: Double) -> Bool {
    metric.isAccuracy ? value >= threshold : value <= threshold
  }

  /// The first of the first epochs in a row that are as many as must hold; nil if there are none.
  ///
  /// - Parameter values: after each epoch, the start being epoch 0.
  public func epoch(in values: [Double]) -> Int? {
    var watch = Watch(self)
    for (epoch, value) in values.enumerated() { watch.note(value, after: epoch) }
    return watch.reached
  }

  /// Looks out for the goal epoch by epoch.
  struct Watch: Equatable, Sendable {
    private let goal: LuckGoal
    private var streak = 0
    /// The first epoch of those in a row that reached it; nil before that.
    private(set) var reached: Int?

    init(_ goal: LuckGoal) { self.goal = goal }

    mutating func note(_ value: Double, after epoch: Int) {
      streak = goal.isMet(by: value) ? streak + 1 : 0
      if reached == nil, streak >= goal.hold { reached = epoch - streak + 1 }
    }
  }
}
