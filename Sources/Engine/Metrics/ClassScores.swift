/// How sure a network is that samples are of one class, against whether they are: what curves,
/// calibration and a movable threshold are made from.
public struct ClassScores: Equatable, Sendable {
  /// The probability of the class, 0…1, sample by sample; NaN where an output is none.
  ///
  /// Of logits it is the sigmoid or the softmax. An output between −1 and 1 becomes (a + 1)/2, held
  /// to 0…1, which sorts the samples rightly but was never taught to be a probability.
  public let probabilities: [Double]
  /// Whether each sample is of the class.
  public let isPositive: [Bool]

  /// Probabilities of any origin.
  public init(probabilities: [Double], isPositive: [Bool]) {
    precondition(probabilities.count == isPositive.count, "every probability needs a class")
    self.probabilities = probabilities
    self.isPositive = isPositive
  }

  /// What calling the class from a probability on gives.
  public func metrics(threshold: Double = 0.5) -> ThresholdMetrics {
    ThresholdMetrics(scores: probabilities, isPositive: isPositive, threshold: threshold)
  }

  /// The receiver operating characteristic; nil where it is not defined.
  public var rocCurve: ROCCurve? { ROCCurve(scores: probabilities, isPositive: isPositive) }

  /// Precision against recall; nil where it is not defined.
  public var precisionRecallCurve: PrecisionRecallCurve? {
    PrecisionRecallCurve(scores: probabilities, isPositive: isPositive)
  }

  /// How far the probabilities come true; nil without samples or with a NaN.
  public func calibration(bins: Int = 10) -> Calibration? {
    Calibration(probabilities: probabilities, isTrue: isPositive, bins: bins)
  }
}

extension Network {
  /// How sure the network is that each sample is of a class, one against the rest.
  ///
  /// - Parameters:
  ///   - index: the class, from 0; with a single output, 1 is the one above the middle and 0 the
  ///     other.
  ///   - samples: with a target for each output.
  ///   - loss: what the outputs were taught by, which says what they mean.
  /// - Returns: nil if there is no such class.
  public func scores(ofClass index: Int, _ samples: Samples, loss: Loss) -> ClassScores? {
    precondition(samples.targetCount == spec.outputCount, "samples need one target per output")
    let outputs = outputs(for: samples)
    guard index >= 0, index < max(2, outputs.count) else { return nil }
    let probabilities = loss.probabilities(of: outputs)
    guard outputs.count == 1 else {
      return ClassScores(
        probabilities: probabilities[index].map { Double($0) },
        isPositive: trueClasses(of: samples, loss: loss).map { $0 == index })
    }
    let isOne = index == 1
    return ClassScores(
      probabilities: probabilities[0].map { isOne ? Double($0) : 1 - Double($0) },
      isPositive: trueClasses(of: samples, loss: loss).map { $0 == index })
  }

  /// How sure the network is of the class it names, against whether that is right: the confidences
  /// whose calibration one looks at where there are several classes.
  public func confidences(_ samples: Samples, loss: Loss) -> ClassScores {
    precondition(samples.targetCount == spec.outputCount, "samples need one target per output")
    let probabilities = loss.probabilities(of: outputs(for: samples))
    let classes = trueClasses(of: samples, loss: loss)
    var confidences: [Double] = []
    var isRight: [Bool] = []
    for sample in 0..<samples.count {
      if probabilities.count == 1 {
        let one = Double(probabilities[0][sample])
        confidences.append(one >= 0.5 ? one : 1 - one)
        isRight.append((one >= 0.5 ? 1 : 0) == classes[sample] && !one.isNaN)
      } else {
        let best = Self.firstLargest(probabilities, sample)
        confidences.append(best.map { Double(probabilities[$0][sample]) } ?? .nan)
        isRight.append(best == classes[sample])
      }
    }
    return ClassScores(probabilities: confidences, isPositive: isRight)
  }

  private func trueClasses(of samples: Samples, loss: Loss) -> [Int] {
    let targets = (0..<samples.targetCount).map { samples.targetRow($0) }
    if targets.count == 1 { return targets[0].map { $0 > loss.middle ? 1 : 0 } }
    return (0..<samples.count).map { Self.firstLargest(targets, $0) ?? 0 }
  }
}

extension Loss {
  /// What outputs `[output][sample]` say as probabilities, laid out alike.
  fileprivate func probabilities(of outputs: [[Float]]) -> [[Float]] {
    switch self {
    case .binaryCrossEntropy:
      return outputs.map { $0.map { Lanes(repeating: $0).logistic[0] } }
    case .softmaxCrossEntropy:
      var shares = outputs
      for sample in outputs.first?.indices ?? 0..<0 {
        let highest = outputs.reduce(-Float.infinity) { max($0, $1[sample]) }
        var sum: Float = 0
        for output in outputs.indices {
          shares[output][sample] =
            Lanes(repeating: outputs[output][sample] - highest).exponential[0]
          sum += shares[output][sample]
        }
        for output in outputs.indices { shares[output][sample] /= sum }
      }
      return shares
    case .halfSquaredError, .meanSquaredError, .meanAbsoluteError, .huber, .hinge:
      return outputs.map { $0.map { $0.isNaN ? $0 : min(max(($0 + 1) / 2, 0), 1) } }
    }
  }
}
