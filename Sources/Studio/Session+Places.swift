import Datasets
import Engine
import Lessons

extension Session {
  /// What units compute at some places of the plane, as one row of pixels.
  ///
  /// - Parameters:
  ///   - x1: the first coordinate of each place.
  ///   - x2: the second; as many.
  ///   - levels: the levels that are wanted; nil for all.
  public func fields(x1: [Float], x2: [Float], of levels: [Int]? = nil) -> Fields {
    let count = min(x1.count, x2.count)
    let inputs = preset.features.enumerated().map { input, feature in
      (0..<count).map { place in
        let value = feature.value(x1[place], x2[place])
        return samples.standardizer?.standardized(value, input: input) ?? value
      }
    }
    return Fields(
      width: count, height: 1,
      levels: values(of: levels, for: Samples(columns: inputs, count: count)),
      inputs: inputs)
  }
}
