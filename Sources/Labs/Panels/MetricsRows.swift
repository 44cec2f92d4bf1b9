import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The numbers of the metrics panel, row by row.
struct MetricsRows {
  /// One row: its name in two lengths, and its numbers as text.
  struct Row {
    let name: String
    let shortName: String
    let numbers: [String]
    /// Rows with higher numbers go first where there is no room.
    let priority: Int
    var note: String?
  }

  /// A column: its heading in two lengths, and the width of each.
  struct Heading {
    let title: String
    let shortTitle: String
    let width: Int
    let shortWidth: Int
  }

  let rows: [Row]
  let headings: [Heading]
  /// The confusion matrix of the test points, of the training points where there are none.
  let confusion: (confusion: ConfusionMatrix, share: Dataset.Share)?

  init(session: Session, now: Evaluations) {
    let hasTest = !session.dataset.test.isEmpty
    let isRegression = session.preset.problem == .regression
    let hasOneOutput = session.preset.objective.outputCount == 1
    var confusion: (confusion: ConfusionMatrix, share: Dataset.Share)?
    func numbers(_ share: Dataset.Share, _ evaluation: Evaluation) -> [String] {
      if let metrics = session.regressionMetrics(of: share) {
        let unit = TargetUnit(session).size
        return [
          evaluation.loss, unit * metrics.rootMeanSquaredError, unit * metrics.meanAbsoluteError,
          metrics.determination,
        ].map(tabular)
      }
      guard let metrics = session.classificationMetrics(of: share) else { return [] }
      if share == (hasTest ? .test : .training) { confusion = (metrics.confusion, share) }
      let matrix = metrics.confusion
      let shares =
        hasOneOutput
        ? [matrix.precision(of: 1), matrix.recall(of: 1), matrix.f1(of: 1)]
          + [metrics.roc?.area ?? .nan]
        : [matrix.macroPrecision, matrix.macroRecall, matrix.macroF1]
      return [tabular(evaluation.loss), percentage(evaluation.accuracy)]
        + shares.map { $0.isNaN ? "–" : format($0, decimals: 3) }
    }
    var rows = [
      Row(
        name: "train", shortName: "train", numbers: numbers(.training, now.training), priority: 0)
    ]
    let penalty = session.penalty
    if penalty > 0 {
      rows.append(
        Row(
          name: "+ penalty", shortName: "+pen.", numbers: [tabular(now.training.loss + penalty)],
          priority: 4, note: "train loss with the penalty"))
    }
    if let validation = now.validation {
      rows.append(
        Row(
          name: "validation", shortName: "valid", numbers: numbers(.validation, validation),
          priority: 2))
    }
    if hasTest {
      rows.append(
        Row(name: "test", shortName: "test", numbers: numbers(.test, now.test), priority: 1))
      rows.append(
        Row(
          name: "gap", shortName: "gap", numbers: [tabular(now.test.loss - now.training.loss)],
          priority: 3, note: "test loss - train loss"))
    }
    self.rows = rows
    self.confusion = confusion
    headings =
      isRegression
      ? Self.regressionHeadings : Self.classHeadings.dropLast(hasOneOutput ? 0 : 1)
  }

  private static let regressionHeadings = [
    Heading(title: "loss", shortTitle: "loss", width: 9, shortWidth: 7),
    Heading(title: "RMSE", shortTitle: "RMSE", width: 10, shortWidth: 8),
    Heading(title: "MAE", shortTitle: "MAE", width: 10, shortWidth: 8),
    Heading(title: "R²", shortTitle: "R²", width: 10, shortWidth: 8),
  ]

  private static let classHeadings = [
    Heading(title: "loss", shortTitle: "loss", width: 9, shortWidth: 7),
    Heading(title: "acc %", shortTitle: "acc %", width: 7, shortWidth: 6),
    Heading(title: "precision", shortTitle: "prec", width: 11, shortWidth: 6),
    Heading(title: "recall", shortTitle: "rec", width: 8, shortWidth: 6),
    Heading(title: "F1", shortTitle: "F1", width: 7, shortWidth: 6),
    Heading(title: "AUC", shortTitle: "AUC", width: 7, shortWidth: 6),
  ]
}

private func percentage(_ share: Double) -> String {
  share.isNaN ? "–" : format(100 * share, decimals: 1)
}
