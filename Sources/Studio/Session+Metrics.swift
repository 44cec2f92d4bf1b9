public import Datasets
public import Engine
import Lessons

/// How good the network is now, on each share of the points.
extension Session {
  /// The training loss and accuracy now.
  public var trainingEvaluation: Evaluation { evaluation(of: .training) }

  /// The validation loss and accuracy now; NaN without validation points.
  public var validationEvaluation: Evaluation { evaluation(of: .validation) }

  /// The test loss and accuracy now; NaN without test points.
  public var testEvaluation: Evaluation { evaluation(of: .test) }

  /// How gradients, weights and activations of each level are doing at the next step.
  public var diagnosis: Diagnosis { Diagnosis(of: trainer) }

  /// Which classes are taken for which, and the ROC curve of two classes; nil where numbers are
  /// predicted.
  public func classificationMetrics(of share: Dataset.Share) -> ClassificationMetrics? {
    guard preset.problem != .regression else { return nil }
    return trainer.network.classificationMetrics(samples[share], loss: preset.objective.loss)
  }

  /// How far predicted numbers are from the true ones; nil where classes are told apart.
  public func regressionMetrics(of share: Dataset.Share) -> RegressionMetrics? {
    guard preset.problem == .regression else { return nil }
    return trainer.network.regressionMetrics(samples[share])
  }

  private func evaluation(of share: Dataset.Share) -> Evaluation {
    trainer.network.evaluate(samples[share], loss: preset.objective.loss)
  }
}
