public import Datasets
public import Engine
import Lessons

/// The numbers behind curves: how sure the network is of each point, and how far off it is.
extension Session {
  /// How sure the network is that each point of a share is of a class, one against the rest; nil
  /// where numbers are predicted, and if there is no such class.
  public func scores(ofClass index: Int, in share: Dataset.Share) -> ClassScores? {
    guard preset.problem != .regression else { return nil }
    return trainer.network.scores(ofClass: index, samples[share], loss: preset.objective.loss)
  }

  /// How far each predicted number of a share is from the true one; nil where classes are told
  /// apart.
  public func residuals(of share: Dataset.Share) -> Residuals? {
    guard preset.problem == .regression else { return nil }
    return trainer.network.residuals(samples[share])
  }
}
