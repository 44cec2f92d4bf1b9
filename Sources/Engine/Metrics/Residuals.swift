/// How far each predicted number is from the true one: a − y, sample by sample.
public struct Residuals: Equatable, Sendable {
  /// a, what the network says.
  public let predictions: [Double]
  /// y, what is true.
  public let targets: [Double]

  /// Predictions with their targets.
  public init(predictions: [Double], targets: [Double]) {
    precondition(predictions.count == targets.count, "every prediction needs a target")
    self.predictions = predictions
    self.targets = targets
  }

  /// a − y: above 0 where the network says too much.
  public var values: [Double] { zip(predictions, targets).map { $0 - $1 } }

  /// The mean residual: how far off the network is in one direction; NaN without samples.
  public var bias: Double { values.reduce(0, +) / Double(values.count) }

  /// Their sizes in one number each.
  public var metrics: RegressionMetrics {
    RegressionMetrics(predictions: predictions, targets: targets)
  }
}

extension Network {
  /// What an output says of every sample, the first output unless told otherwise, with its targets.
  public func residuals(_ samples: Samples, output: Int = 0) -> Residuals {
    precondition(samples.targetCount == spec.outputCount, "samples need one target per output")
    return Residuals(
      predictions: outputs(for: samples)[output].map { Double($0) },
      targets: samples.targetRow(output).map { Double($0) })
  }
}
