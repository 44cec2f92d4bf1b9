import Datasets
public import Engine
import Lessons

extension Session {
  /// Compares the gradient with differences of the loss, on the first training points.
  ///
  /// All parameters are checked, or evenly spaced ones of a network so large that one would have to
  /// wait for it.
  public func gradientCheck() -> GradientCheck {
    let network = trainer.network
    let points = Array(dataset.training.prefix(2 * laneCount))
    let limit = max(8, 1_000_000 / network.spec.valuesPerSample)
    let stride = (network.parameterCount - 1) / limit + 1
    let places = network.parameters.indices.filter { $0 % stride == 0 }
    return GradientCheck(
      network, samples: preset.samples(points, standardizedBy: preset.standardizer(for: dataset)),
      loss: preset.objective.loss, regularization: preset.trainingSpec.regularization,
      parameters: places)
  }

  /// What a parameter is, in words: `the weight from value 2 to unit 1 of layer 3`.
  public func name(ofParameter index: Int) -> String {
    let levels = trainer.network.levels
    guard let level = levels.firstIndex(where: { $0.parameters.contains(index) }) else { return "" }
    let layer = level == levels.count - 1 ? "the output" : "layer \(level + 1)"
    let shape = levels[level]
    let place = index - shape.weights
    if place < shape.units * shape.columns {
      return "the weight from value \(place % shape.columns + 1)"
        + " to unit \(place / shape.columns + 1) of \(layer)"
    }
    let unit = (place - shape.units * shape.columns) % shape.units + 1
    return place < shape.units * (shape.columns + 1)
      ? "the bias of unit \(unit) of \(layer)" : "the normalisation of unit \(unit) of \(layer)"
  }
}
