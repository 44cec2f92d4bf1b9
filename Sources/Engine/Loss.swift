/// How far predictions are from their targets, and which way is better.
///
/// Predictions and targets are `[output][block]`; the classes of softmax cross-entropy are coded
/// as one target of 1 among 0s. To add a loss, add a case here.
public enum Loss: String, CaseIterable, Sendable {
  case halfSquaredError = "half-squared-error"
  case meanSquaredError = "mean-squared-error"
  case binaryCrossEntropy = "binary-cross-entropy"
  case softmaxCrossEntropy = "softmax-cross-entropy"

  /// The formula for one sample in the course's notation.
  public var formula: String {
    switch self {
    case .halfSquaredError: "Σ (a - y)² / 2"
    case .meanSquaredError: "mean of (a - y)²"
    case .binaryCrossEntropy: "-y log σ(z) - (1 - y) log(1 - σ(z))"
    case .softmaxCrossEntropy: "-log softmax(z) of the true class"
    }
  }

  /// Whether predictions are logits, to which a probability still has to be made.
  public var takesLogits: Bool {
    switch self {
    case .halfSquaredError, .meanSquaredError: false
    case .binaryCrossEntropy, .softmaxCrossEntropy: true
    }
  }

  /// The loss of each of a block's sixteen samples.
  ///
  /// Cross-entropy is computed from logits, finite for classes as long as the sum of the logits'
  /// sizes is: the naive −log σ(z) is infinite from z = −104 on, softplus(−z) is not.
  func values(
    of prediction: Span<Lanes>, target: Span<Lanes>, block: Int, blocks: Int, outputs: Int
  ) -> Lanes {
    var sum = Lanes()
    switch self {
    case .halfSquaredError, .meanSquaredError:
      for output in 0..<outputs {
        let error = prediction[output * blocks + block] - target[output * blocks + block]
        sum += error * error
      }
      return sum * (self == .halfSquaredError ? 0.5 : 1 / Float(outputs))
    case .binaryCrossEntropy:
      for output in 0..<outputs {
        let z = prediction[output * blocks + block]
        // softplus(z) − z·y: for a class, the bracket is 0 or |z|, so that a small tail is kept.
        let bracket = z.replacing(with: 0, where: z .< 0) - z * target[output * blocks + block]
        sum += bracket + z.softplusTail
      }
      return sum * (1 / Float(outputs))
    case .softmaxCrossEntropy:
      let highest = Self.highest(of: prediction, block: block, blocks: blocks, outputs: outputs)
      var chosen = Lanes()
      for output in 0..<outputs {
        let z = prediction[output * blocks + block] - highest
        sum += z.exponential
        chosen += z * target[output * blocks + block]
      }
      return sum.logarithm - chosen
    }
  }

  /// Writes ∂loss/∂prediction of a block's samples, times `scale`, into `gradient`.
  func writeGradient(
    of prediction: Span<Lanes>, target: Span<Lanes>, block: Int, blocks: Int, outputs: Int,
    scale: Lanes, into gradient: inout MutableSpan<Lanes>
  ) {
    switch self {
    case .halfSquaredError, .meanSquaredError:
      let factor = scale * (self == .halfSquaredError ? 1 : 2 / Float(outputs))
      for output in 0..<outputs {
        let index = output * blocks + block
        gradient[index] = (prediction[index] - target[index]) * factor
      }
    case .binaryCrossEntropy:
      let factor = scale * (1 / Float(outputs))
      for output in 0..<outputs {
        let index = output * blocks + block
        gradient[index] = (prediction[index].logistic - target[index]) * factor
      }
    case .softmaxCrossEntropy:
      let highest = Self.highest(of: prediction, block: block, blocks: blocks, outputs: outputs)
      var sum = Lanes()
      for output in 0..<outputs {
        let power = (prediction[output * blocks + block] - highest).exponential
        gradient[output * blocks + block] = power
        sum += power
      }
      for output in 0..<outputs {
        let index = output * blocks + block
        gradient[index] = (gradient[index] / sum - target[index]) * scale
      }
    }
  }

  /// The largest logit of each sample: subtracted first, it keeps every power at or below 1.
  private static func highest(
    of prediction: Span<Lanes>, block: Int, blocks: Int, outputs: Int
  ) -> Lanes {
    var highest = prediction[block]
    for output in 1..<max(1, outputs) {
      let z = prediction[output * blocks + block]
      highest.replace(with: z, where: z .> highest)
    }
    return highest
  }
}
