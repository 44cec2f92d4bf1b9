import Datasets
import Engine
import Lessons

/// What the network computes along x₁ alone, for curves.
public struct Curve: Sendable {
  /// The places, from −6 to 6: the middles of evenly many columns, as those of a map.
  public let x1: [Float]
  /// `[input][place]`, standardised where asked.
  public let inputs: [[Float]]
  /// `[level][unit][place]`: hidden layers first, the output last, as the network computes them.
  public let levels: [[[Float]]]
}

extension Session {
  /// What every unit computes at so many places along x₁, where x₂ has one value.
  ///
  /// - Parameters:
  ///   - count: how many places; 0 gives none.
  ///   - x2: where the plane is cut; a curve over x₁ alone is the same everywhere.
  public func curve(count: Int, x2: Float = 0) -> Curve {
    let low = Dataset.domain.lowerBound
    let span = Dataset.domain.upperBound - low
    let count = max(0, count)
    let x1 = (0..<count).map { low + span * (Float($0) + 0.5) / Float(count) }
    let inputs = preset.features.enumerated().map { input, feature in
      x1.map { x1 in
        let value = feature.value(x1, x2)
        return samples.standardizer?.standardized(value, input: input) ?? value
      }
    }
    return Curve(
      x1: x1, inputs: inputs,
      levels: trainer.network.responses(to: Samples(columns: inputs, count: count)))
  }
}
