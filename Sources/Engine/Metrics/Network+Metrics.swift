/// What is known of a classifier beyond loss and accuracy.
public struct ClassificationMetrics: Equatable, Sendable {
  /// Which class was taken for which. Its accuracy is that of `Network.evaluate`.
  public let confusion: ConfusionMatrix
  /// The curve of a single output's value as the score of class 1; nil with several outputs, and
  /// where `ROCCurve` is not defined.
  public let roc: ROCCurve?
}

extension Network {
  /// Counts the classes of samples against the network's answers, by the rule of `evaluate`.
  ///
  /// One output tells class 1 from class 0 by the middle, several are a class each, and an output
  /// that is not a number is no answer. With several outputs, the true class is the one with the
  /// largest target.
  public func classificationMetrics(_ samples: Samples, loss: Loss) -> ClassificationMetrics {
    precondition(samples.targetCount == spec.outputCount, "samples need one target per output")
    let outputs = outputs(for: samples)
    let targets = (0..<samples.targetCount).map { samples.targetRow($0) }
    guard outputs.count == 1 else {
      let confusion = ConfusionMatrix(
        classes: outputs.count,
        actual: (0..<samples.count).map { Self.firstLargest(targets, $0) ?? 0 },
        predicted: (0..<samples.count).map { Self.firstLargest(outputs, $0) })
      return ClassificationMetrics(confusion: confusion, roc: nil)
    }
    let isPositive = targets[0].map { $0 > loss.middle }
    let confusion = ConfusionMatrix(
      classes: 2, actual: isPositive.map { $0 ? 1 : 0 },
      predicted: outputs[0].map { $0.isNaN ? nil : $0 >= 0 ? 1 : 0 })
    return ClassificationMetrics(
      confusion: confusion,
      roc: ROCCurve(scores: outputs[0].map { Double($0) }, isPositive: isPositive))
  }

  /// Compares an output, the first unless told otherwise, with its targets.
  public func regressionMetrics(_ samples: Samples, output: Int = 0) -> RegressionMetrics {
    residuals(samples, output: output).metrics
  }

  /// The first row with the largest value of a sample; nil if a value is NaN.
  static func firstLargest(_ rows: [[Float]], _ sample: Int) -> Int? {
    var best = 0
    for (index, row) in rows.enumerated() {
      if row[sample].isNaN { return nil }
      if row[sample] > rows[best][sample] { best = index }
    }
    return best
  }
}

extension Samples {
  /// The targets of one output, sample by sample.
  func targetRow(_ target: Int) -> [Float] {
    (0..<count).map { targets[target * blocks + $0 / laneCount][$0 % laneCount] }
  }
}
