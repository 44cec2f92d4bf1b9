import Datasets
import Engine
import Lessons

/// What the network computes at one point, number by number.
extension Session {
  /// The inputs of one point of the plane, standardised where asked.
  public func inputValues(x1: Float, x2: Float) -> [Float] { inputs(x1: x1, x2: x2).map { $0[0] } }

  /// The sum z of every unit at one point of the plane, `[level][unit]`; see `Network.sums`.
  public func sums(x1: Float, x2: Float) -> [[Float]] {
    trainer.network.sums(for: Samples(columns: inputs(x1: x1, x2: x2), count: 1))
      .map { level in level.map { $0[0] } }
  }

  /// The loss of the outputs of one sample against the target of a label, without penalty.
  public func loss(ofLabel label: Float, x1: Float, x2: Float) -> Double {
    let sample = Samples(
      inputs: [inputValues(x1: x1, x2: x2)], targets: [preset.objective.target(for: label)],
      inputCount: preset.features.count, targetCount: preset.objective.outputCount)
    return trainer.network.evaluate(sample, loss: preset.objective.loss).loss
  }

  /// The mean and deviation that an input is standardised by; nil where it is not.
  public func standardization(ofInput input: Int) -> (mean: Double, deviation: Double)? {
    guard let standardizer = samples.standardizer, standardizer.means.indices.contains(input)
    else { return nil }
    return (standardizer.means[input], standardizer.deviations[input])
  }
}
