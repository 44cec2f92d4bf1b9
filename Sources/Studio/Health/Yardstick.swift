import Datasets
import Engine
import Lessons

/// What a run is measured against, computed once for each change of data, inputs or loss.
struct Yardstick: Equatable, Sendable {
  /// The mean and the deviation of an input over the training points, as the network takes it.
  struct Input: Equatable, Sendable {
    let mean: Double
    let deviation: Double
  }

  /// The training loss of the best constant answer; NaN if there is none.
  let constant: Double
  /// In the order of the inputs.
  let inputs: [Input]

  init(_ preset: Preset, _ dataset: Dataset, _ standardizer: Standardizer?) {
    constant = ConstantAnswer(preset, dataset).loss
    let examples = dataset.training
    let count = Double(max(1, examples.count))
    inputs = preset.features.enumerated().map { input, feature in
      let values = examples.map { example in
        let value = feature.value(example.x1, example.x2)
        return Double(standardizer?.standardized(value, input: input) ?? value)
      }
      let mean = values.reduce(0, +) / count
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      return Input(mean: mean, deviation: variance.squareRoot())
    }
  }
}
