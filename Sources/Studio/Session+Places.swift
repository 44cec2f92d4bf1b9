import Datasets
import Engine
import Lessons

extension Session {
  /// What every unit computes at some places of the plane, as one row of pixels.
  ///
  /// - Parameters:
  ///   - x1: the first coordinate of each place.
  ///   - x2: the second; as many.
  public func fields(x1: [Float], x2: [Float]) -> Fields {
    let count = min(x1.count, x2.count)
    let inputs = preset.features.enumerated().map { input, feature in
      (0..<count).map { place in
        let value = feature.value(x1[place], x2[place])
        return samples.standardizer?.standardized(value, input: input) ?? value
      }
    }
    return Fields(
      width: count, height: 1,
      levels: trainer.network.responses(to: Samples(columns: inputs, count: count)),
      inputs: inputs)
  }
}
