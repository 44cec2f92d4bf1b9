public import Datasets
public import Engine

/// What a preset's loss and data ask of the network's output.
public struct Objective: Equatable, Sendable {
  /// What is to be predicted.
  public let problem: Problem
  /// The loss that the engine computes.
  public let loss: Loss
  /// Output units.
  public let outputCount: Int
  /// What output units apply.
  public let outputActivation: Activation

  /// Two classes take one output, more take one each. Squared errors compare tanh outputs with ±1,
  /// or the plain sum with a number; cross-entropy takes logits.
  init(problem: Problem, choice: Preset.LossChoice) {
    self.problem = problem
    switch problem {
    case .regression:
      outputCount = 1
      outputActivation = .linear
      loss = choice == .meanSquaredError ? .meanSquaredError : .halfSquaredError
    case .classification(let classes):
      outputCount = classes == 2 ? 1 : classes
      outputActivation = choice == .crossEntropy ? .linear : .tanh
      switch choice {
      case .halfSquaredError: loss = .halfSquaredError
      case .meanSquaredError: loss = .meanSquaredError
      case .crossEntropy: loss = classes == 2 ? .binaryCrossEntropy : .softmaxCrossEntropy
      }
    }
  }

  /// The target of the outputs for a label.
  public func target(for label: Float) -> [Float] {
    if problem == .regression { return [label] }
    let low: Float = loss.takesLogits ? 0 : -1
    if outputCount == 1 { return [label > 0 ? 1 : low] }
    return (0..<outputCount).map { Float($0) == label ? 1 : low }
  }
}

extension Preset {
  /// What the output has to do.
  public var objective: Objective { Objective(problem: problem, choice: training.loss) }

  /// The shape of the network.
  public var networkSpec: NetworkSpec {
    let objective = objective
    return NetworkSpec(
      inputCount: features.count,
      hidden: network.hidden.map { .init(units: $0, activation: network.activation) },
      outputCount: objective.outputCount, outputActivation: objective.outputActivation,
      initializer: network.initialization)
  }

  /// How the engine trains it.
  public var trainingSpec: TrainingSpec {
    var optimizer = OptimizerCatalogue.named(training.optimizer) ?? SGD()
    for name in optimizer.settingNames {
      if let value = training.optimizerSettings[name] { optimizer.set(name, to: value) }
    }
    let rate = Float(training.regularizationRate)
    let regularization: Regularization =
      switch training.regularization {
      case .none: .none
      case .l1: Regularization(l1: rate, l1IsProximal: true)
      case .l1Penalty: Regularization(l1: rate, l1IsProximal: false)
      case .l2: Regularization(l2: rate)
      }
    return TrainingSpec(
      loss: objective.loss, optimizer: optimizer, learningRate: Float(training.learningRate),
      batchSize: training.batchSize, regularization: regularization,
      shuffles: training.shuffles)
  }

  /// The points, made and split.
  public var dataset: Dataset {
    Dataset(
      recipe, settings: recipeSettings,
      split: Split(
        training: data.training / 100, validation: data.validation / 100,
        isStratified: data.isStratified),
      seed: data.seed)
  }

  /// What the inputs go through first, fitted to the training points; nil if they stay as they are.
  public func standardizer(for dataset: Dataset) -> Standardizer? {
    data.standardizes ? Standardizer(features, fittedTo: dataset.training) : nil
  }

  /// Examples as the network takes them; those of every share by the same standardiser.
  public func samples(_ examples: [Example], standardizedBy standardizer: Standardizer?) -> Samples
  {
    let objective = objective
    return Samples(
      inputs: examples.map { example in
        features.enumerated().map { input, feature in
          let value = feature.value(example.x1, example.x2)
          return standardizer?.standardized(value, input: input) ?? value
        }
      },
      targets: examples.map { objective.target(for: $0.label) }, inputCount: features.count,
      targetCount: objective.outputCount)
  }
}
