import Datasets
import Engine

/// The keys of TensorFlow Playground's addresses, in its own order.
enum PlaygroundKey: String, CaseIterable {
  case activation, regularization, batchSize, dataset, regDataset, learningRate
  case regularizationRate, noise, networkShape, seed, showTestData, discretize, percTrainData
  case x, y, xTimesY, xSquared, ySquared, cosX, sinX, cosY, sinY
  case collectStats, tutorial, problem, initZero, hideText

  /// The input that a key switches on or off; nil for the other keys.
  ///
  /// Of the cosines the playground has only the keys left.
  var feature: Feature? {
    switch self {
    case .x: .x1
    case .y: .x2
    case .xTimesY: .product
    case .xSquared: .x1Squared
    case .ySquared: .x2Squared
    case .cosX: Feature(rawValue: "cos(x1)")
    case .sinX: .sineX1
    case .cosY: Feature(rawValue: "cos(x2)")
    case .sinY: .sineX2
    default: nil
    }
  }

  /// What the ending of a key that hides a control is.
  static let hiding = "_hide"

  /// What can stand before it, beside the names of inputs.
  static let controls = [
    "showTestData", "discretize", "playButton", "stepButton", "resetButton", "learningRate",
    "activation", "regularization", "regularizationRate", "problem", "dataset", "percTrainData",
    "noise", "batchSize", "numHiddenLayers",
  ]

  /// The names of data sets there, and what they are called here: of classes, and of numbers.
  static let classSets = [
    (there: "circle", here: Circle.name), (there: "xor", here: ExclusiveOr.name),
    (there: "gauss", here: Gaussians.name), (there: "spiral", here: Spiral.name),
  ]
  static let numberSets = [
    (there: "reg-plane", here: Plane.name), (there: "reg-gauss", here: MultiGaussian.name),
  ]

  /// The activations that have the same name on both sides.
  static let activations = [Activation.relu, .tanh, .sigmoid, .linear]
}
