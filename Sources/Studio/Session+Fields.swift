import Datasets
public import Engine
import Lessons

/// What the network computes over the plane, row by row from the top, for maps.
public struct Fields: Sendable {
  /// Pixels a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// `[level][unit][pixel]`: hidden layers first, the output last, as the network computes them; a
  /// level that was not asked for is empty.
  public let levels: [[[Float]]]
  /// `[input][pixel]`.
  public let inputs: [[Float]]
}

extension Session {
  /// What units compute at the centres of so many pixels over the domain.
  ///
  /// - Parameter levels: the levels that are wanted; nil for all.
  public func fields(width: Int, height: Int, of levels: [Int]? = nil) -> Fields {
    let inputs = inputs(width: width, height: height)
    let samples = Samples(columns: inputs, count: width * height)
    return Fields(
      width: width, height: height, levels: values(of: levels, for: samples), inputs: inputs)
  }

  /// What the units of some levels give for samples: `[level][unit][sample]`, levels that are not
  /// wanted empty.
  func values(of levels: [Int]?, for samples: Samples) -> [[[Float]]] {
    let network = trainer.network
    let wanted = levels.map { $0.filter(network.levels.indices.contains) }
    guard let wanted else { return network.responses(to: samples) }
    var values: [[[Float]]] = Array(repeating: [], count: network.levels.count)
    guard let first = wanted.min(), let last = wanted.max() else { return values }
    let responses = network.responses(to: samples, of: first..<last + 1)
    for level in wanted {
      values[level] = (0..<network.levels[level].units).map {
        responses.values(level: level, unit: $0)
      }
    }
    return values
  }

  /// What the outputs alone are there: `[output][pixel]`, row by row from the top.
  public func outputs(width: Int, height: Int) -> [[Float]] {
    outputs(of: trainer.network, width: width, height: height)
  }

  /// The same for another network with the session's inputs.
  public func outputs(of network: Network, width: Int, height: Int) -> [[Float]] {
    network.outputs(for: grid(width: width, height: height))
  }

  /// The sums of every unit there, to which its activation is applied, `[level][unit][pixel]`: see
  /// `Network.sums`. Where a sum changes its sign, the unit begins to give something.
  public func sums(width: Int, height: Int) -> [[[Float]]] {
    trainer.network.sums(for: grid(width: width, height: height))
  }

  /// The pieces of the plane in each of which the same units are on; nil for a network that bends.
  public func linearPieces(width: Int, height: Int) -> LinearPieces? {
    guard trainer.network.spec.isPiecewiseLinear, width > 0, height > 0 else { return nil }
    return LinearPieces(
      of: trainer.network, over: grid(width: width, height: height), width: width)
  }

  /// A sample for each pixel.
  private func grid(width: Int, height: Int) -> Samples {
    Samples(columns: inputs(width: width, height: height), count: width * height)
  }

  /// The inputs at the centres of the pixels, standardised where asked: `[input][pixel]`.
  private func inputs(width: Int, height: Int) -> [[Float]] {
    let low = Dataset.domain.lowerBound
    let span = Dataset.domain.upperBound - low
    let x1 = (0..<width).map { low + span * (Float($0) + 0.5) / Float(width) }
    let x2 = (0..<height).map { low + span * (Float(height - $0) - 0.5) / Float(height) }
    return preset.features.enumerated().map { input, feature in
      let values = x2.flatMap { x2 in x1.map { feature.value($0, x2) } }
      guard let standardizer = samples.standardizer else { return values }
      return values.map { standardizer.standardized($0, input: input) }
    }
  }

  /// Outputs between −1 and 1 as the map shows them: a logit becomes 2p − 1 for its probability p.
  public func shown(_ outputs: [Float]) -> [Float] {
    guard preset.objective.loss == .binaryCrossEntropy else { return outputs }
    return outputs.map { Lanes(repeating: $0 / 2).hyperbolicTangent[0] }
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
