import Datasets
import Engine
import Lessons

extension Session {
  /// What cannot go well as it is set now, in words, before it runs; empty if nothing is known.
  public var warnings: [String] {
    let spec = preset.trainingSpec
    let training = preset.training
    var warnings: [String] = []
    // A penalty is clipped with the gradient that it joins, which bounds every step.
    let isPlain = spec.optimizer is SGD && spec.clipping == .none
    if (training.l2Form == .decay || isPlain)
      && spec.regularization.mustDiverge(rate: spec.learningRate)
    {
      warnings.append(
        "rate × L2 is \(Self.short(training.learningRate * training.l2)):"
          + " from 2 on the weights must diverge.")
    }
    if let adamW = spec.optimizer as? AdamW,
      Double(spec.learningRate) * Double(adamW.weightDecay) >= 2
    {
      warnings.append(
        "rate × weight-decay is \(Self.short(training.learningRate * Double(adamW.weightDecay))):"
          + " from 2 on the weights must diverge.")
    }
    if training.patience > 0 && dataset.validation.isEmpty {
      warnings.append("Patience does nothing without validation points; Data gives some.")
    }
    return warnings
  }

  /// One digit behind the point is enough to see by how much.
  private static func short(_ number: Double) -> String {
    let tenths = (number * 10).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
  }
}
