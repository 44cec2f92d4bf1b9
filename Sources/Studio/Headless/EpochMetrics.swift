import Datasets
import Engine
import Lessons

/// What is measured after an epoch, as a row of a table.
///
/// A number that there is none of (NaN) is an empty cell in CSV and null in JSON; an infinite one is
/// `inf` or `-inf`, in JSON as a text, which has no such numbers.
public struct EpochMetrics: Equatable, Sendable {
  /// A column: its name, and the number as text; empty if there is none.
  public typealias Column = (name: String, text: String)

  /// Epochs completed.
  public let epoch: Int
  /// Steps taken since the start.
  public let step: Int
  /// The losses on the training, validation and test points, without penalty; NaN without points.
  public let losses: [Double]
  /// What regularisation adds to the training loss.
  public let penalty: Double
  /// The points of each share that are classified correctly, in per cent; NaN where numbers are
  /// predicted, and without points.
  public let accuracies: [Double]
  /// η of the next step.
  public let learningRate: Float
  /// The largest length of a layer's gradient at the next step.
  public let gradientNorm: Double

  /// The names of the columns, in their order.
  public static let names =
    ["epoch", "step"] + shareNames.map { "\($0)_loss" } + ["penalty"]
    + shareNames.map { "\($0)_accuracy" } + ["learning_rate", "gradient_norm"]

  private static let shareNames = ["training", "validation", "test"]

  /// Measures a session as it is now.
  public init(of session: Session) {
    epoch = session.trainer.epochCount
    step = session.trainer.stepCount
    let found = session.evaluations
    losses = found.map(\.loss)
    accuracies = found.map(\.accuracy)
    penalty = session.penalty
    learningRate = session.trainer.learningRate
    gradientNorm = session.value(of: .gradientNorm)
  }

  /// The numbers of the columns as text, in the order of `names`.
  public var cells: [String] {
    let measured = losses + [penalty] + accuracies
    return ["\(epoch)", "\(step)"] + measured.map { JSON.digits($0) }
      + [JSON.digits(learningRate), JSON.digits(gradientNorm)]
  }

  /// The row as a line of CSV, with its end.
  public var csvLine: String { cells.joined(separator: ",") + "\n" }

  /// The first line of the CSV file, with its end.
  public static var csvHeader: String { names.joined(separator: ",") + "\n" }

  /// The row as a line of JSON Lines, with its end.
  public var jsonLine: String {
    JSON.object(zip(Self.names, cells).map { JSON.Member($0, JSON(digits: $1)) }).line + "\n"
  }
}

extension Session {
  /// Loss and accuracy in per cent on the training, validation and test points, from the history
  /// where it has them.
  var evaluations: [(loss: Double, accuracy: Double)] {
    if let entry = history.entries.last, entry.epoch == trainer.epochCount,
      trainer.position == 0, trainer.divergence == nil
    {
      return [
        (entry.training, percent(entry.accuracy.training, .training)),
        (entry.validation ?? .nan, percent(entry.accuracy.validation, .validation)),
        (entry.test, percent(entry.accuracy.test, .test)),
      ]
    }
    let hasClasses = preset.problem != .regression
    let shares: [(Dataset.Share, Evaluation)] = [
      (.training, trainingEvaluation), (.validation, validationEvaluation), (.test, testEvaluation),
    ]
    return shares.map { share, found in
      (found.loss, percent(hasClasses ? found.accuracy : nil, share))
    }
  }
}
