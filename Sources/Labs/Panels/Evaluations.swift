import Datasets
import Engine
import Studio

/// The losses and accuracies of the moment, computed once for all panels of a frame.
struct Evaluations {
  let training: Evaluation
  /// nil without validation points.
  let validation: Evaluation?
  let test: Evaluation

  init(_ session: Session) {
    training = session.trainingEvaluation
    validation = session.dataset.validation.isEmpty ? nil : session.validationEvaluation
    test = session.testEvaluation
  }
}
