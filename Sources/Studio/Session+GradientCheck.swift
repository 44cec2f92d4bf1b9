import Datasets
public import Engine
import Lessons

extension Session {
  /// Compares the gradient with differences of the loss, on the first training points.
  ///
  /// All parameters are checked, or evenly spaced ones of a network so large that one would have to
  /// wait for it.
  ///
  /// - Parameter parameters: places in the network's parameters, to check these and no others; those
  ///   that there are not are left out.
  public func gradientCheck(of parameters: [Int]? = nil) -> GradientCheck {
    let network = trainer.network
    let points = Array(dataset.training.prefix(2 * laneCount))
    let limit = max(8, 1_000_000 / network.spec.valuesPerSample)
    let stride = (network.parameterCount - 1) / limit + 1
    let places =
      parameters?.filter(network.parameters.indices.contains)
      ?? network.parameters.indices.filter { $0 % stride == 0 }
    return GradientCheck(
      network, samples: preset.samples(points, standardizedBy: preset.standardizer(for: dataset)),
      loss: preset.objective.loss, regularization: preset.trainingSpec.regularization,
      parameters: places)
  }
}
