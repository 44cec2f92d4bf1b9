extension Loss {
  /// The loss of each of a block's sixteen samples.
  ///
  /// Cross-entropy is computed from logits, finite for classes as long as the sum of the logits'
  /// sizes is: the naive −log σ(z) is infinite from z = −104 on, softplus(−z) is not.
  func values(
    of prediction: Span<Lanes>, target: Span<Lanes>, block: Int, blocks: Int, outputs: Int
  ) -> Lanes {
    var sum = Lanes()
    guard self == .softmaxCrossEntropy else {
      for output in 0..<outputs {
        let index = output * blocks + block
        sum += value(of: prediction[index], target: target[index])
      }
      return sum * share(of: outputs)
    }
    let highest = Self.highest(of: prediction, block: block, blocks: blocks, outputs: outputs)
    var chosen = Lanes()
    for output in 0..<outputs {
      let z = prediction[output * blocks + block] - highest
      sum += z.exponential
      chosen += z * target[output * blocks + block]
    }
    return sum.logarithm - chosen
  }

  /// Writes ∂loss/∂prediction of a block's samples, times `scale`, into `gradient` from `start` on.
  func writeGradient(
    of prediction: Span<Lanes>, target: Span<Lanes>, block: Int, blocks: Int, outputs: Int,
    scale: Lanes, into gradient: inout MutableSpan<Lanes>, at start: Int = 0
  ) {
    guard self == .softmaxCrossEntropy else {
      let factor = scale * share(of: outputs)
      for output in 0..<outputs {
        let index = output * blocks + block
        gradient[start + index] = slope(at: prediction[index], target: target[index]) * factor
      }
      return
    }
    let highest = Self.highest(of: prediction, block: block, blocks: blocks, outputs: outputs)
    var sum = Lanes()
    for output in 0..<outputs {
      let power = (prediction[output * blocks + block] - highest).exponential
      gradient[start + output * blocks + block] = power
      sum += power
    }
    for output in 0..<outputs {
      let index = output * blocks + block
      gradient[start + index] = (gradient[start + index] / sum - target[index]) * scale
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
