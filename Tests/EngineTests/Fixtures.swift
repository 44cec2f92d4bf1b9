@testable import Engine

/// Sample data and networks that several tests use; everything comes from seeds.
enum Fixtures {
  /// Samples whose targets fit the loss: classes for cross-entropy and hinge, numbers otherwise.
  static func samples(
    _ count: Int, inputs: Int = 2, outputs: Int = 1, for loss: Loss = .halfSquaredError,
    seed: UInt64 = 1
  ) -> Samples {
    let rows = rows(count, inputs: inputs, outputs: outputs, for: loss, seed: seed)
    return Samples(
      inputs: rows.inputs, targets: rows.targets, inputCount: inputs, targetCount: outputs)
  }

  /// The rows that `samples` packs.
  static func rows(
    _ count: Int, inputs: Int = 2, outputs: Int = 1, for loss: Loss = .halfSquaredError,
    seed: UInt64 = 1
  ) -> (inputs: [[Float]], targets: [[Float]]) {
    var random = Random(seed: seed, stream: .data)
    var xs: [[Float]] = []
    var ys: [[Float]] = []
    for _ in 0..<count {
      xs.append((0..<inputs).map { _ in Float(random.uniform(-2, 2)) })
      if loss.takesLogits || loss.usesSignedTargets {
        // One class is true; a single logit's class is true or not, a single softmax class always.
        let chosen = random.below(loss == .softmaxCrossEntropy ? outputs : max(2, outputs))
        let other: Float = loss.usesSignedTargets ? -1 : 0
        ys.append((0..<outputs).map { $0 == chosen ? 1 : other })
      } else {
        ys.append((0..<outputs).map { _ in Float(random.uniform(-1, 1)) })
      }
    }
    return (xs, ys)
  }

  /// A network of those widths from input to output, with a linear output.
  static func network(
    _ widths: [Int], _ activation: Activation = .tanh, output: Activation = .linear,
    initializer: Initializer = .xavier, seed: UInt64 = 1
  ) -> Network {
    let hidden = widths.dropFirst().dropLast().map {
      NetworkSpec.Hidden(units: $0, activation: activation)
    }
    let spec = NetworkSpec(
      inputCount: widths.first ?? 0, hidden: hidden, outputCount: widths.last ?? 1,
      outputActivation: output, initializer: initializer)
    return Network(spec, seed: seed)
  }

  /// Plain gradient descent unless told otherwise.
  static func spec(
    _ loss: Loss = .halfSquaredError, _ optimizer: any Optimizer = SGD(), rate: Float = 0.1,
    batch: Int = 10, _ regularization: Regularization = .none, shuffles: Bool = true
  ) -> TrainingSpec {
    TrainingSpec(
      loss: loss, optimizer: optimizer, learningRate: rate, batchSize: batch,
      regularization: regularization, shuffles: shuffles)
  }

  /// A trainer of a small network on data of its own.
  static func trainer(
    _ spec: TrainingSpec = spec(), count: Int = 37, outputs: Int = 1, seed: UInt64 = 42
  ) -> Trainer {
    Trainer(
      network: network([2, 5, 3, outputs], seed: seed),
      samples: samples(count, outputs: outputs, for: spec.loss), spec: spec, seed: seed)
  }

  /// Each form that regularisation takes.
  static let regularizations = [
    Regularization.none, Regularization(l1: 0.01, l1IsProximal: false),
    Regularization(l1: 0.01, l1IsProximal: true), Regularization(l2: 0.02),
    Regularization(l1: 0.01, l2: 0.02, l1IsProximal: false),
  ]
}

extension Trainer {
  /// Everything that one can see of a trainer, down to the bits.
  var trace: Trace {
    Trace(
      parameters: network.parameters.map(\.bitPattern), loss: batchLoss.bitPattern,
      steps: stepCount, epochs: epochCount, position: position, divergence: divergence)
  }
}

/// What equal trainers agree on.
struct Trace: Equatable {
  let parameters: [UInt32]
  let loss: UInt32
  let steps: Int
  let epochs: Int
  let position: Int
  let divergence: Divergence?
}
