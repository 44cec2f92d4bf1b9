import Datasets
import Engine
import Lessons
import Studio

/// What is known of where the points come from, in words.
extension PlainWords {
  /// The least error there can be, the network's, and how many points noise flipped; a line, or two.
  static func truth(_ session: Session) -> [String] {
    var work = TruthWork(session)
    while !work.isFinished { work.advance() }
    let share: Dataset.Share = session.dataset.test.isEmpty ? .training : .test
    let name = share == .test ? "test" : "training"
    switch work.truth {
    case .classes(let truth):
      let evaluation = share == .test ? session.testEvaluation : session.trainingEvaluation
      let what =
        truth.noise == .labels
        ? "have a label that noise flipped" : "were carried across the best boundary by noise"
      return [
        "The best rule there is errs on \(percent(work.least.error)) of all points, on"
          + " \(percent(work.missedShare(of: share))) of these \(name) points; the network errs on"
          + " \(percent(1 - evaluation.accuracy)).",
        "Of the training points, \(work.flippedCount(in: .training)) \(what).",
      ]
    case .numbers:
      let error = session.regressionMetrics(of: share)?.rootMeanSquaredError ?? .nan
      return [
        "The noise of the numbers alone has the root mean squared error"
          + " \(number(work.least.squaredError.squareRoot())); the network has \(number(error)) on"
          + " the \(name) points."
      ]
    case .unknown(let reason): return [reason]
    }
  }
}
