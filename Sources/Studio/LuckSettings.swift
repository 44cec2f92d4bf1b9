import Datasets
import Engine
public import Lessons

/// How many seeds are tried, for how long, and what they have to reach.
public struct LuckSettings: Equatable, Sendable {
  /// How many other seeds than the preset's own are tried.
  public var count = 20
  /// For how many epochs each is trained.
  public var epochs: Int
  /// What each has to reach within them.
  public var goal: LuckGoal
  /// Whether the seed of the points changes as well, and not only those of weights and order.
  public var variesData = false

  /// How many seeds there may be.
  public static let countRange = 5...200
  /// How many epochs there may be.
  public static let epochRange = 10...5000

  /// Settings.
  public init(count: Int = 20, epochs: Int, goal: LuckGoal, variesData: Bool = false) {
    self.count = count
    self.epochs = epochs
    self.goal = goal
    self.variesData = variesData
  }

  /// What makes sense for a run: as many epochs as it has, rounded up, and 90 % right answers, or
  /// where numbers are predicted the loss that it has reached, for three epochs in a row.
  public init(for session: Session) {
    let done = session.trainer.epochCount
    epochs = [100, 200, 300, 500, 1000, 2000, 5000].first { $0 >= max(200, done) } ?? 5000
    let hasTest = !session.dataset.test.isEmpty
    let metric: LuckGoal.Metric =
      session.preset.problem == .regression
      ? (hasTest ? .testLoss : .trainingLoss) : (hasTest ? .testAccuracy : .trainingAccuracy)
    goal = LuckGoal(metric, Self.threshold(metric, session), hold: 3)
  }

  /// A threshold that makes sense: 90 %, or the present loss; at the start half the loss there.
  public static func threshold(_ metric: LuckGoal.Metric, _ session: Session) -> Double {
    guard !metric.isAccuracy else { return 0.9 }
    let now = metric == .testLoss ? session.testEvaluation : session.trainingEvaluation
    let loss = session.trainer.epochCount == 0 ? now.loss / 2 : now.loss
    // Two digits, rounded up so that the present run is as good as that.
    return loss.isFinite && loss > 0 ? roundedUp(loss) : 0.1
  }

  private static func roundedUp(_ value: Double) -> Double {
    var unit = 1.0
    while value < 10 * unit, unit > 1e-12 { unit /= 10 }
    while value >= 100 * unit, unit < 1e12 { unit *= 10 }
    // Dividing by a power of ten keeps 0.13 the number that it is written as.
    let digits = (value / unit).rounded(.up)
    return unit < 1 ? digits / (1 / unit).rounded() : digits * unit
  }

  /// The metrics that there are for a session.
  public static func metrics(for session: Session) -> [LuckGoal.Metric] {
    LuckGoal.Metric.allCases.filter { metric in
      if metric.isAccuracy && session.preset.problem == .regression { return false }
      let isOfTest = metric == .testAccuracy || metric == .testLoss
      return !isOfTest || !session.dataset.test.isEmpty
    }
  }
}

extension Preset {
  /// The same preset with other seeds: each moved on by the same number.
  ///
  /// - Parameters:
  ///   - offset: 0 for the preset itself.
  ///   - variesData: whether the seed of the points is moved on as well.
  public func withSeeds(movedBy offset: Int, variesData: Bool = false) -> Preset {
    guard offset != 0 else { return self }
    func moved(_ seed: UInt64) -> UInt64 {
      (seed % 1_000_000_000 + UInt64(offset.magnitude)) % 1_000_000_000
    }
    var preset = self
    preset.network.seed = moved(network.seed)
    preset.training.seed = moved(training.seed)
    if variesData {
      preset.data.seed = moved(data.seed)
      if data.recipe == DataSource.pointsName { preset.data.points?.forgetShares() }
    }
    return preset
  }
}
