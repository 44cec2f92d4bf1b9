import Datasets
import Engine
import Lessons

/// What the network computes over the plane, row by row from the top, for maps.
public struct Fields: Sendable {
  /// Pixels a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// `[level][unit][pixel]`: hidden layers first, the output last, as the network computes them.
  public let levels: [[[Float]]]
  /// `[input][pixel]`.
  public let inputs: [[Float]]
}

extension Session {
  /// Evaluates the network at the centres of so many pixels over the domain.
  public func fields(width: Int, height: Int) -> Fields {
    let low = Dataset.domain.lowerBound
    let span = Dataset.domain.upperBound - low
    var points: [[Float]] = []
    points.reserveCapacity(width * height)
    for row in 0..<height {
      let x2 = low + span * (Float(height - row) - 0.5) / Float(height)
      for column in 0..<width {
        let x1 = low + span * (Float(column) + 0.5) / Float(width)
        points.append(preset.features.map { $0.value(x1, x2) })
      }
    }
    let samples = Samples(inputs: points, inputCount: preset.features.count)
    return Fields(
      width: width, height: height, levels: trainer.network.responses(to: samples),
      inputs: preset.features.indices.map { input in points.map { $0[input] } })
  }

  /// An output between −1 and 1 as the map shows it: a logit becomes 2p − 1 for its probability p.
  public func shown(_ output: Float) -> Float {
    preset.objective.loss == .binaryCrossEntropy
      ? Lanes(repeating: output / 2).hyperbolicTangent[0] : output
  }
}

extension Session {
  /// The class of each sample and how sure the network is of it, 0…1, from `[class][sample]`.
  public func classes(of outputs: [[Float]]) -> (classes: [Int], confidences: [Float]) {
    let takesLogits = preset.objective.loss.takesLogits
    var classes: [Int] = []
    var confidences: [Float] = []
    for sample in outputs.first?.indices ?? 0..<0 {
      var best = 0
      for index in outputs.indices where outputs[index][sample] > outputs[best][sample] {
        best = index
      }
      let highest = outputs[best][sample]
      classes.append(best)
      if takesLogits {
        let sum = outputs.reduce(Float(0)) {
          $0 + Lanes(repeating: $1[sample] - highest).exponential[0]
        }
        confidences.append(1 / sum)
      } else {
        confidences.append(min(max((highest + 1) / 2, 0), 1))
      }
    }
    return (classes, confidences)
  }
}
