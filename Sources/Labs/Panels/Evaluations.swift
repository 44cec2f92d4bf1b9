import Engine
import Studio

/// The losses and accuracies of the moment, computed once for all panels of a frame.
struct Evaluations {
  let training: Evaluation
  let test: Evaluation

  init(_ session: Session) {
    training = session.trainingEvaluation
    test = session.testEvaluation
  }
}
