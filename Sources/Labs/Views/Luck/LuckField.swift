import Drawing
import Lessons
import Studio

/// Something of the trial of many seeds that a person can turn.
enum LuckField: Int, CaseIterable, Sendable {
  case count, data, metric, threshold, hold, epochs

  /// What it is called.
  var title: String {
    switch self {
    case .count: "seeds"
    case .data: "data"
    case .metric: "goal"
    case .threshold: "at"
    case .hold: "for"
    case .epochs: "within"
    }
  }

  /// What it is set to.
  func value(_ settings: LuckSettings) -> String {
    let goal = settings.goal
    switch self {
    case .count: return "\(settings.count)"
    case .data: return settings.variesData ? "new each" : "same"
    case .metric: return goal.metric.title
    case .threshold: return Self.text(goal)
    case .hold: return goal.hold == 1 ? "1 epoch" : "\(goal.hold) in a row"
    case .epochs: return "\(settings.epochs) epochs"
    }
  }

  /// `≥ 90 %`, `≤ 0.05`.
  static func text(_ goal: LuckGoal) -> String {
    goal.metric.isAccuracy
      ? "≥ \(format(100 * goal.threshold, significantDigits: 3)) %"
      : "≤ \(format(goal.threshold, significantDigits: 2))"
  }

  /// What it means, in one line.
  func help(_ settings: LuckSettings) -> String {
    switch self {
    case .count: "how many other seeds are tried, beside your own"
    case .data: "whether every seed draws points of its own"
    case .metric: "what is measured after each epoch"
    case .threshold:
      settings.goal.metric.isAccuracy
        ? "the least accuracy that counts" : "the largest loss that counts"
    case .hold: "how many epochs in a row it has to stay there"
    case .epochs: "how long each seed is trained"
    }
  }

  /// One stop further in a direction; nil at the end.
  func changed(by direction: Int, _ settings: LuckSettings, _ session: Session) -> LuckSettings? {
    var next = settings
    switch self {
    case .count:
      next.count = Self.stop([5, 10, 20, 30, 50, 100, 200], settings.count, direction)
    case .data: next.variesData = direction > 0
    case .metric:
      let metrics = LuckSettings.metrics(for: session)
      let place = metrics.firstIndex(of: settings.goal.metric) ?? 0
      let metric = metrics[min(max(place + direction, 0), metrics.count - 1)]
      if metric != settings.goal.metric {
        next.goal.metric = metric
        next.goal.threshold = LuckSettings.threshold(metric, session)
      }
    case .threshold:
      next.goal.threshold = Self.stop(
        settings.goal.metric.isAccuracy ? Self.shares : Self.losses, settings.goal.threshold,
        direction)
    case .hold: next.goal.hold = Self.stop([1, 2, 3, 5, 10, 20], settings.goal.hold, direction)
    case .epochs:
      next.epochs = Self.stop(
        [10, 20, 50, 100, 200, 300, 500, 1000, 2000, 5000], settings.epochs, direction)
    }
    return next == settings ? nil : next
  }

  private static let shares = [
    0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99,
    0.995,
    1,
  ]
  private static let losses: [Double] = [1e-4, 1e-3, 1e-2, 0.1, 1, 10].flatMap { unit in
    [1, 1.5, 2, 3, 4, 5, 6, 8].map { ($0 * 10).rounded() * unit / 10 }
  }

  /// The next stop in a direction; the value itself at the end.
  private static func stop<Number: Comparable>(
    _ stops: [Number], _ value: Number, _ direction: Int
  ) -> Number {
    (direction > 0 ? stops.first { $0 > value } : stops.last { $0 < value }) ?? value
  }
}
