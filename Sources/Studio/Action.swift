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
  /// Back to epoch 0 with the same weights.
  case reset
  /// Back to epoch 0 with other weights.
  case newWeights
  /// Other points of the same kind, and back to epoch 0.
  case newData
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
    /// It can't be done.
    case refused
  }

  /// How much of the training it kept.
  public let effect: Effect
  /// One short sentence.
  public let message: String
}
