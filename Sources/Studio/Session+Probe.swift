public import Datasets
import Engine
import Lessons

/// What the network makes of single points.
extension Session {
  /// What every unit computes at one point of the plane: `[level][unit]`, the output last, as the
  /// network computes it.
  public func values(x1: Float, x2: Float) -> [[Float]] {
    trainer.network.responses(to: Samples(columns: inputs(x1: x1, x2: x2), count: 1))
      .map { level in level.map { $0[0] } }
  }

  /// The inputs of one point, standardised where asked: `[input][1]`.
  func inputs(x1: Float, x2: Float) -> [[Float]] {
    preset.features.enumerated().map { input, feature in
      let value = feature.value(x1, x2)
      return [samples.standardizer?.standardized(value, input: input) ?? value]
    }
  }

  /// Which points of a share are taken for another class than their own, in the order of the data
  /// set; nil where numbers are predicted.
  public func mistakes(in share: Dataset.Share) -> [Bool]? {
    guard preset.problem != .regression else { return nil }
    let outputs = trainer.network.outputs(for: samples[share])
    let examples = dataset[share]
    if outputs.count == 1 {
      return examples.indices.map { (outputs[0][$0] > 0) != (examples[$0].label > 0) }
    }
    let found = classes(of: outputs).classes
    return examples.indices.map { found[$0] != Int(examples[$0].label) }
  }

  /// The point nearest to a place of the plane, of all shares; nil without points.
  public func nearestPoint(
    x1: Float, x2: Float
  ) -> (share: Dataset.Share, index: Int, example: Example)? {
    var best: (share: Dataset.Share, index: Int, example: Example)?
    var least = Float.infinity
    for share in Dataset.Share.allCases {
      for (index, example) in dataset[share].enumerated() {
        let (dx, dy) = (example.x1 - x1, example.x2 - x2)
        let distance = dx * dx + dy * dy
        if distance < least {
          least = distance
          best = (share, index, example)
        }
      }
    }
    return best
  }
}
