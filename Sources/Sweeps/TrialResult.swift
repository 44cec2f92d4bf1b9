public import Lessons

/// What became of a trial: one configuration with one seed, trained for some epochs.
public struct TrialResult: Equatable, Sendable {
  /// How it ended.
  public enum State: String, CaseIterable, Sendable {
    /// All epochs were trained, or early stopping ended it.
    case complete
    /// Numbers ceased to be finite: a result, and the last of the ranking.
    case diverged
    /// Its values do not go together.
    case failed
  }

  public let state: State
  /// The objective; NaN if it diverged or failed.
  public let objective: Double
  /// Epochs trained.
  public let epochs: Int
  /// The epoch at which the objective was taken.
  public let measuredAt: Int
  /// What else was measured at the end, in the order of `SweepObjective.measures`; NaN for what there
  /// is not.
  public let measures: [Double]
  /// The objective after some of the epochs, evenly spaced: that of epoch 0 first.
  public let curve: [Double]
  /// Why it failed, in a sentence; empty otherwise.
  public let reason: String

  init(
    state: State, objective: Double, epochs: Int, measuredAt: Int, measures: [Double],
    curve: [Double], reason: String = ""
  ) {
    self.state = state
    // A store has one word for all that is not finite.
    func kept(_ value: Double) -> Double { value.isFinite ? value : .nan }
    self.objective = kept(objective)
    self.epochs = epochs
    self.measuredAt = measuredAt
    self.measures = measures.map(kept)
    self.curve = curve.map(kept)
    self.reason = reason
  }

  /// A trial whose values do not go together.
  public static func failed(_ reason: String) -> TrialResult {
    TrialResult(
      state: .failed, objective: .nan, epochs: 0, measuredAt: 0,
      measures: SweepObjective.measures.map { _ in .nan }, curve: [], reason: reason)
  }

  /// One of the measures at the end.
  public func value(of measure: Measure) -> Double {
    zip(SweepObjective.measures, measures).first { $0.0 == measure }?.1 ?? .nan
  }

  public static func == (one: TrialResult, two: TrialResult) -> Bool {
    // By the bits, for NaN is equal to itself here.
    func bits(_ result: TrialResult) -> [UInt64] {
      ([result.objective] + result.measures + result.curve).map {
        $0.isNaN ? Double.nan.bitPattern : $0.bitPattern
      }
    }
    return one.state == two.state && one.epochs == two.epochs
      && one.measuredAt == two.measuredAt && one.reason == two.reason && bits(one) == bits(two)
  }
}
