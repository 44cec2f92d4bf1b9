import Datasets
import Engine
import Lessons

extension Session {
  /// What cannot go well as it is set now, in words, before it runs; empty if nothing is known.
  public var warnings: [String] {
    let spec = preset.trainingSpec
    let training = preset.training
    var warnings: [String] = []
    let isPlain = spec.optimizer is SGD
    if (training.l2Form == .decay || isPlain)
      && spec.regularization.mustDiverge(rate: spec.learningRate)
    {
      warnings.append(
        "rate × L2 is \(Self.short(training.learningRate * training.l2)):"
          + " from 2 on the weights must diverge.")
    }
    if training.patience > 0 && dataset.validation.isEmpty {
      warnings.append("Patience does nothing without validation points; Data gives some.")
    }
    return warnings
  }

  /// Three significant digits are enough to see by how much.
  private static func short(_ number: Double) -> String {
    let tenths = (number * 10).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
  }
}
