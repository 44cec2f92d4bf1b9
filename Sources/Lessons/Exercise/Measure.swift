/// Something that is measured of an attempt at an exercise, for goals and limits.
public enum Measure: String, CaseIterable, Sendable {
  case trainingLoss = "training-loss"
  case validationLoss = "validation-loss"
  case testLoss = "test-loss"
  case trainingAccuracy = "training-accuracy"
  case validationAccuracy = "validation-accuracy"
  case testAccuracy = "test-accuracy"
  case gap
  case penalty
  case epochs
  case steps
  case stoppedEarly = "stopped-early"
  case parameters
  case hiddenLayers = "hidden-layers"
  case units
  case inputs
  case zeroWeights = "zero-weights"
  case nonzeroWeights = "nonzero-weights"
  case largestWeight = "largest-weight"
  case gradientRatio = "gradient-ratio"
  case gradientNorm = "gradient-norm"
  case deadUnits = "dead-units"
  case distinctUnits = "distinct-units"
  case output
  case correctAnswers = "correct-answers"
  case answers
  case runs
  case changes
  case hints

  /// What it is, in one sentence; NaN where it can't be told.
  public var help: String {
    switch self {
    case .trainingLoss: "The loss on the training points, without the penalty."
    case .validationLoss: "The loss on the validation points."
    case .testLoss: "The loss on the test points."
    case .trainingAccuracy: "The training points that are classified correctly, in per cent."
    case .validationAccuracy: "The validation points that are classified correctly, in per cent."
    case .testAccuracy: "The test points that are classified correctly, in per cent."
    case .gap: "The test loss minus the training loss."
    case .penalty: "What regularisation adds to the loss."
    case .epochs: "Epochs of the present run."
    case .steps: "Steps of the present run."
    case .stoppedEarly: "1 once early stopping has ended the run, or else 0."
    case .parameters: "Weights, biases and whatever else is learned."
    case .hiddenLayers: "Hidden layers."
    case .units: "Units of all hidden layers together."
    case .inputs: "Inputs that are switched on."
    case .zeroWeights: "Weights that are exactly 0; biases do not count."
    case .nonzeroWeights: "Weights that are not 0; biases do not count."
    case .largestWeight: "The largest size of a weight; biases do not count."
    case .gradientRatio: "The length of the first layer's gradient over that of the last one's."
    case .gradientNorm: "The largest length of a layer's gradient at the next step."
    case .deadUnits: "Relu units that give 0 for every training point."
    case .distinctUnits: "Hidden units, those of a layer with the same weights counted once."
    case .output: "What the network says of the first training point; with cross-entropy p."
    case .correctAnswers: "Questions that were answered correctly."
    case .answers: "Questions that were answered."
    case .runs: "Runs in which at least one step was taken; going over old ground is none."
    case .changes: "Changes of any kind, those taken back as well; a start anew is none."
    case .hints: "Hints that were taken."
    }
  }

  /// Whether it follows from the settings alone, so that it can be a limit.
  public var isOfSettings: Bool {
    switch self {
    case .parameters, .hiddenLayers, .units, .inputs: true
    default: false
    }
  }
}
