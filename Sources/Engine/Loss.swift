/// How far predictions are from their targets, and which way is better.
///
/// Predictions and targets are `[output][block]`. The classes of softmax cross-entropy are coded as
/// one target of 1 among 0s, those of hinge as one target of 1 among −1s. To add a loss, add a case
/// here and to `allCases`.
public enum Loss: Hashable, CaseIterable, Sendable {
  /// Half the squared error, summed over the outputs.
  case halfSquaredError
  /// The squared error, the mean over the outputs.
  case meanSquaredError
  /// The size of the error, the mean over the outputs.
  case meanAbsoluteError
  /// Squared up to an error of `delta`, a positive number in the target's unit; straight beyond.
  case huber(delta: Float)
  /// What is lacking to 1 on the right side of 0; targets are −1 or 1.
  case hinge
  /// Minus the logarithm of the right class's probability; logits, targets 0 or 1.
  case binaryCrossEntropy
  /// The same for several classes, with one logit each.
  case softmaxCrossEntropy

  /// Every loss once; Huber's with δ = 1.
  public static let allCases: [Loss] = [
    .halfSquaredError, .meanSquaredError, .meanAbsoluteError, .huber(delta: 1), .hinge,
    .binaryCrossEntropy, .softmaxCrossEntropy,
  ]

  /// The name in files and on the command line, without settings.
  public var name: String {
    switch self {
    case .halfSquaredError: "half-squared-error"
    case .meanSquaredError: "mean-squared-error"
    case .meanAbsoluteError: "mean-absolute-error"
    case .huber: "huber"
    case .hinge: "hinge"
    case .binaryCrossEntropy: "binary-cross-entropy"
    case .softmaxCrossEntropy: "softmax-cross-entropy"
    }
  }

  /// The loss of that name among `allCases`, nil if there is none.
  public static func named(_ name: String) -> Loss? { allCases.first { $0.name == name } }

  /// The formula for one sample in the course's notation.
  ///
  /// Source: P. J. Huber, *Robust Estimation of a Location Parameter* (1964); C. Cortes, V. Vapnik,
  /// *Support-Vector Networks* (1995), hinge.
  public var formula: String {
    switch self {
    case .halfSquaredError: "Σ (a - y)² / 2"
    case .meanSquaredError: "mean of (a - y)²"
    case .meanAbsoluteError: "mean of |a - y|"
    case .huber: "mean of (a - y)² / 2 up to |a - y| = δ, of δ (|a - y| - δ / 2) beyond"
    case .hinge: "mean of max(0, 1 - y a)"
    case .binaryCrossEntropy: "-y log σ(z) - (1 - y) log(1 - σ(z))"
    case .softmaxCrossEntropy: "-log softmax(z) of the true class"
    }
  }

  /// Whether predictions are logits, to which a probability still has to be made.
  public var takesLogits: Bool {
    switch self {
    case .halfSquaredError, .meanSquaredError, .meanAbsoluteError, .huber, .hinge: false
    case .binaryCrossEntropy, .softmaxCrossEntropy: true
    }
  }

  /// A single output's target above this is class 1, any other class 0.
  var middle: Float { self == .binaryCrossEntropy ? 0.5 : 0 }

  /// Whether targets have to be −1 or 1, the signs of two classes.
  public var usesSignedTargets: Bool { self == .hinge }
}
