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

  /// Two classes take one output, more take one each. Distances compare tanh outputs with ±1, or the
  /// plain sum with a number; hinge compares the plain sum with ±1; cross-entropy takes logits. The
  /// last two are for classes: of numbers, half the squared error stands in.
  init(problem: Problem, choice: Preset.LossChoice, delta: Float) {
    self.problem = problem
    loss =
      switch choice {
      case .halfSquaredError: .halfSquaredError
      case .meanSquaredError: .meanSquaredError
      case .meanAbsoluteError: .meanAbsoluteError
      case .huber: .huber(delta: delta)
      case .hinge where problem == .regression, .crossEntropy where problem == .regression:
        .halfSquaredError
      case .hinge: .hinge
      case .crossEntropy:
        problem == .classification(classes: 2) ? .binaryCrossEntropy : .softmaxCrossEntropy
      }
    switch problem {
    case .regression:
      outputCount = 1
      outputActivation = .linear
    case .classification(let classes):
      outputCount = classes == 2 ? 1 : classes
      outputActivation = choice == .crossEntropy || choice == .hinge ? .linear : .tanh
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
  public var objective: Objective {
    Objective(
      problem: problem, choice: training.loss,
      delta: training.lossSettings["delta"] ?? KnobFamily.losses.members[0].usual)
  }

  /// The shape of the network.
  public var networkSpec: NetworkSpec {
    let objective = objective
    let scale = network.initializationSettings["scale"]
    return NetworkSpec(
      inputCount: features.count,
      hidden: network.hidden.enumerated().map { layer, units in
        let normalization = network.normalization[layer]
        return NetworkSpec.Hidden(
          units: units, activation: network.activation[layer], wiring: network.wiring[layer],
          normalization: normalization == "none" ? nil : normalization,
          dropout: Float(network.dropout[layer] / 100), solverSteps: network.solverSteps)
      },
      outputCount: objective.outputCount, outputActivation: objective.outputActivation,
      initializer: scale.map(network.initialization.with) ?? network.initialization)
  }

  /// How the engine trains it.
  public var trainingSpec: TrainingSpec {
    var optimizer = OptimizerCatalogue.named(training.optimizer) ?? SGD()
    for name in optimizer.settingNames {
      if let value = training.optimizerSettings[name] { optimizer.set(name, to: value) }
    }
    var shape = ScheduleCatalogue.named(training.schedule) ?? ConstantRate()
    for name in shape.settingNames {
      if let value = training.scheduleSettings[name] { shape.set(name, to: value) }
    }
    let clipping = Clipping.named(training.clipping) ?? .none
    return TrainingSpec(
      loss: objective.loss, optimizer: optimizer, learningRate: Float(training.learningRate),
      schedule: LearningRateSchedule(
        shape: shape, warmUp: training.warmUp, unit: training.scheduleUnit),
      batchSize: training.batchSize,
      clipping: training.clippingSettings["limit"].map(clipping.with) ?? clipping,
      regularization: regularization, inputNoise: Float(training.inputNoise),
      patience: training.patience, shuffles: training.shuffles)
  }

  private var regularization: Regularization {
    Regularization(
      l1: Float(training.l1), l2: Float(training.l2),
      l1IsProximal: training.l1Form == .proximal, l2IsDecoupled: training.l2Form == .decay,
      maxNorm: Float(training.maxNorm))
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
