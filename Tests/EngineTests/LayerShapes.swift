@testable import Engine

/// A wiring with a normalisation and a share that is dropped: what a hidden layer can be.
struct LayerShape: Sendable, CustomStringConvertible {
  let wiring: String
  let normalization: String?
  let dropout: Float

  var description: String {
    "layer \(wiring), \(normalization ?? "no") normalization, dropout \(dropout)"
  }

  /// Every wiring with every normalisation or none, with dropout and without.
  static let all: [LayerShape] = LayerCatalogue.wirings.flatMap { wiring in
    ([nil] + LayerCatalogue.normalizations.map(\.name)).flatMap { normalization in
      ([0, 0.4] as [Float]).map {
        LayerShape(wiring: wiring.name, normalization: normalization, dropout: $0)
      }
    }
  }

  /// A network with hidden layers of this shape; a solver takes three steps.
  func network(
    _ widths: [Int], _ activation: Activation = .tanh, output: Activation = .linear,
    seed: UInt64 = 1
  ) -> Network {
    let hidden = widths.dropFirst().dropLast().map {
      NetworkSpec.Hidden(
        units: $0, activation: activation, wiring: wiring, normalization: normalization,
        dropout: dropout, solverSteps: 3)
    }
    return Network(
      NetworkSpec(
        inputCount: widths.first ?? 0, hidden: hidden, outputCount: widths.last ?? 1,
        outputActivation: output, initializer: .xavier), seed: seed)
  }

  /// A trainer of a network that grows and shrinks.
  func trainer(
    _ activation: Activation = .tanh, loss: Loss = .halfSquaredError, batch: Int = 10,
    rate: Float = 0.05, seed: UInt64 = 42
  ) -> Trainer {
    let outputs = loss == .softmaxCrossEntropy ? 3 : 1
    return Trainer(
      network: network([2, 5, 3, 3, outputs], activation, seed: 42),
      samples: Fixtures.samples(37, outputs: outputs, for: loss, seed: 42),
      spec: Fixtures.spec(loss, rate: rate, batch: batch), seed: seed)
  }
}
