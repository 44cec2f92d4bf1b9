public import Datasets

/// A change of a session, applied between two steps and logged with the step it took effect at.
public enum Action: Equatable, Sendable {
  /// Gives a setting of the preset a value, both as text.
  case set(key: String, value: String)
  /// Classification or regression, each with its first data set.
  case chooseProblem(isRegression: Bool)
  /// Switches an input on or off.
  case toggleFeature(Feature)
  /// A hidden layer of two units before the output.
  case addLayer
  /// Takes the last hidden layer away.
  case removeLayer
  /// One more unit in a hidden layer, counted from 0.
  case addUnit(layer: Int)
  /// One unit less in a hidden layer.
  case removeUnit(layer: Int)
  /// More points, in a share. From here on the points are those drawn by hand.
  case addPoints([Example], share: Dataset.Share)
  /// Takes points away, by their places in `Dataset.allPoints`.
  case erasePoints(at: [Int])
  /// Gives points another class, or another number to predict.
  case relabelPoints(at: [Int], label: Float)
  /// Back to epoch 0 with the same weights.
  case reset
  /// Back to epoch 0 with other weights.
  case newWeights
  /// Other points of the same kind, and back to epoch 0.
  case newData
  /// Gives a parameter, by its place in the network's, another value.
  case setParameter(index: Int, value: Float)
  /// Lets no step change a parameter.
  case freeze(index: Int)
  /// Lets steps change a parameter again.
  case unfreeze(index: Int)
  /// Freezes all that a level learns; hidden levels count from 0, the output is the last.
  case freezeLayer(level: Int)
  /// Lets steps change all of a level again.
  case unfreezeLayer(level: Int)
  /// Freezes all that a unit learns: its incoming weights, its bias, its part of a normalisation.
  case freezeUnit(level: Int, unit: Int)
  /// Lets steps change all of a unit again.
  case unfreezeUnit(level: Int, unit: Int)
  /// Lets a hidden unit give 0.
  case killUnit(level: Int, unit: Int)
  /// Lets it give what it computes again.
  case reviveUnit(level: Int, unit: Int)
  /// Goes to the beginning of an epoch of a branch, by its number; of the present branch if nil.
  case goToEpoch(Int, branch: Int?)
  /// Goes to where so many steps were taken.
  case goToStep(Int, branch: Int?)
  /// Goes to the end of a branch.
  case goToEnd(branch: Int?)
  /// Notes that training on from the past came to a change of the line, which was made again.
  case follow
  /// Begins a branch here.
  case branch
  /// Gives a branch a name, or none if it is empty.
  case nameBranch(Int, String)
  /// Forgets a branch.
  case deleteBranch(Int)
  /// Answers a question of an exercise, for good.
  case answer(question: String, value: String)
  /// Takes the next hint of an exercise.
  case takeHint
  /// Takes the last change back.
  case undo
  /// Makes the change again that was taken back last.
  case redo
  /// Notes that the session went on from a file: what was done before can't be undone.
  case resume
}

/// What an action did, for the learner to read.
public struct Outcome: Equatable, Sendable {
  /// How much of the training it kept.
  public enum Effect: Equatable, Sendable {
    /// Nothing had to be done.
    case unchanged
    /// It acts from the next step on; nothing was lost.
    case live
    /// The network has another shape; every weight that still has a place was kept.
    case keptWeights
    /// Training begins again at epoch 0.
    case startedAnew
    /// Everything is as it was before a change: weights, epoch, losses, settings.
    case restored
    /// It can't be done.
    case refused
  }

  /// How much of the training it kept.
  public let effect: Effect
  /// One short sentence.
  public let message: String
}
