import Datasets
import Engine
import Testing

@testable import Lessons

@Suite("What loss and data ask of the output")
struct ObjectiveTests {
  private let two = Problem.classification(classes: 2)
  private let four = Problem.classification(classes: 4)

  @Test(
    "Numbers to predict take one plain output and are their own targets",
    arguments: [
      (Preset.LossChoice.halfSquaredError, Loss.halfSquaredError),
      (.meanSquaredError, .meanSquaredError), (.meanAbsoluteError, .meanAbsoluteError),
      (.huber, .huber(delta: 1)),
    ])
  func regression(_ choice: Preset.LossChoice, _ loss: Loss) {
    let objective = Objective(problem: .regression, choice: choice, delta: 1)
    #expect(objective.loss == loss)
    #expect(objective.outputCount == 1)
    #expect(objective.outputActivation == .linear)
    for label: Float in [-1.2, 0, 0.3, 5] { #expect(objective.target(for: label) == [label]) }
  }

  @Test(
    "Distances of two classes compare one tanh output with ±1",
    arguments: [
      (Preset.LossChoice.halfSquaredError, Loss.halfSquaredError),
      (.meanSquaredError, .meanSquaredError), (.meanAbsoluteError, .meanAbsoluteError),
      (.huber, .huber(delta: 1)),
    ])
  func squaredOfTwo(_ choice: Preset.LossChoice, _ loss: Loss) {
    let objective = Objective(problem: two, choice: choice, delta: 1)
    #expect(objective.loss == loss)
    #expect(objective.outputCount == 1)
    #expect(objective.outputActivation == .tanh)
    #expect(objective.target(for: 0) == [-1])
    #expect(objective.target(for: 1) == [1])
  }

  @Test("Cross-entropy of two classes takes one logit, with targets 0 and 1")
  func crossEntropyOfTwo() {
    let objective = Objective(problem: two, choice: .crossEntropy, delta: 1)
    #expect(objective.loss == .binaryCrossEntropy)
    #expect(objective.outputCount == 1)
    #expect(objective.outputActivation == .linear)
    #expect(objective.target(for: 0) == [0])
    #expect(objective.target(for: 1) == [1])
  }

  @Test(
    "More classes take an output each, the true one's target above the others'",
    arguments: [
      (Preset.LossChoice.halfSquaredError, Loss.halfSquaredError, Activation.tanh, Float(-1)),
      (.meanSquaredError, .meanSquaredError, .tanh, -1),
      (.meanAbsoluteError, .meanAbsoluteError, .tanh, -1),
      (.huber, .huber(delta: 1), .tanh, -1), (.hinge, .hinge, .linear, -1),
      (.crossEntropy, .softmaxCrossEntropy, .linear, 0),
    ])
  func several(
    _ choice: Preset.LossChoice, _ loss: Loss, _ activation: Activation, _ low: Float
  ) {
    let objective = Objective(problem: four, choice: choice, delta: 1)
    #expect(objective.loss == loss)
    #expect(objective.outputCount == 4)
    #expect(objective.outputActivation == activation)
    for label in 0..<4 {
      let expected = (0..<4).map { $0 == label ? 1 : low }
      #expect(objective.target(for: Float(label)) == expected)
    }
  }

  @Test("A logit is asked for where the output is linear and there are classes, but by hinge")
  func logits() {
    for problem in [Problem.regression, two, four] {
      for choice in Preset.LossChoice.allCases {
        let objective = Objective(problem: problem, choice: choice, delta: 1)
        let isLinear = objective.outputActivation == .linear
        let isPlain = problem == .regression || choice == .hinge
        #expect(objective.loss.takesLogits == (isLinear && !isPlain))
      }
    }
  }

  @Test("Network and samples of a preset fit the objective", arguments: RecipeCatalogue.all)
  func shapes(_ recipe: any Recipe.Type) {
    for choice in Preset.LossChoice.allCases {
      for features in [[], [Feature.x1], Feature.allCases] {
        var preset = Preset()
        preset.data.recipe = recipe.name
        preset.training.loss = choice
        preset.features = features
        let spec = preset.networkSpec
        let samples = preset.samples(preset.dataset.training, standardizedBy: nil)
        #expect(spec.inputCount == features.count)
        #expect(spec.outputCount == preset.objective.outputCount)
        #expect(spec.hidden == [4, 2].map { .init(units: $0, activation: .tanh) })
        #expect(samples.inputCount == spec.inputCount)
        #expect(samples.targetCount == spec.outputCount)
        #expect(samples.count == recipe.defaultCount / 2)
      }
    }
  }

  @Test("A sample's inputs are the features of its point and its target that of its label")
  func samples() {
    var preset = Preset()
    preset.features = [.x2, .product]
    let examples = [Example(2, 3, label: 1), Example(-1, 4, label: 0)]
    #expect(
      preset.samples(examples, standardizedBy: nil)
        == Samples(
          inputs: [[3, 6], [4, -4]], targets: [[1], [-1]], inputCount: 2, targetCount: 1))
  }

  @Test("Standardised, a sample's inputs are scaled by the training points, whatever its share")
  func standardized() throws {
    var preset = Preset()
    preset.features = [.x2, .product]
    #expect(preset.standardizer(for: preset.dataset) == nil)
    preset.data.standardizes = true
    let dataset = preset.dataset
    let standardizer = try #require(preset.standardizer(for: dataset))
    #expect(standardizer == Standardizer(preset.features, fittedTo: dataset.training))
    let rows = dataset.test.map { example in
      [
        standardizer.standardized(example.x2, input: 0),
        standardizer.standardized(example.x1 * example.x2, input: 1),
      ]
    }
    let expected = Samples(
      inputs: rows, targets: dataset.test.map { [$0.label > 0 ? 1 : -1] }, inputCount: 2,
      targetCount: 1)
    #expect(preset.samples(dataset.test, standardizedBy: standardizer) == expected)
    #expect(preset.samples(dataset.test, standardizedBy: nil) != expected)
  }

  @Test("A preset's shares are those of its points")
  func shares() throws {
    var preset = Preset()
    preset.data.training = 33.4
    preset.data.validation = 66.6
    try preset.validate()
    #expect(preset.dataset.training.count == 167)
    #expect(preset.dataset.validation.count == 333)
    #expect(preset.dataset.test.isEmpty)
    preset.data.isStratified = true
    // Each class has 250 points.
    #expect([83, 84].contains(preset.dataset.training.count { $0.label == 1 }))
  }

  @Test("Strengths and forms of regularisation go to the engine")
  func regularization() {
    var preset = Preset()
    #expect(preset.trainingSpec.regularization == .none)
    preset.training.l1 = 0.25
    preset.training.l2 = 0.5
    preset.training.maxNorm = 2
    for l1Form in Preset.L1Form.allCases {
      for l2Form in Preset.L2Form.allCases {
        preset.training.l1Form = l1Form
        preset.training.l2Form = l2Form
        let expected = Regularization(
          l1: 0.25, l2: 0.5, l1IsProximal: l1Form == .proximal, l2IsDecoupled: l2Form == .decay,
          maxNorm: 2)
        #expect(preset.trainingSpec.regularization == expected)
      }
    }
  }

  @Test("Each layer is as the preset says, one value for all or one each")
  func layers() throws {
    var preset = Preset()
    preset.network.hidden = [3, 4, 5]
    preset.network.activation = try #require(PerLayer([.relu, .tanh, .gelu]))
    preset.network.wiring = try #require(PerLayer(["dense", "residual", "ode-rk4"]))
    preset.network.normalization = try #require(PerLayer(["batch", "none", "layer"]))
    preset.network.dropout = PerLayer(25)
    preset.network.solverSteps = 3
    let hidden = preset.networkSpec.hidden
    #expect(hidden.map(\.units) == [3, 4, 5])
    #expect(hidden.map(\.activation) == [.relu, .tanh, .gelu])
    #expect(hidden.map(\.wiring) == ["dense", "residual", "ode-rk4"])
    #expect(hidden.map(\.normalization) == ["batch", nil, "layer"])
    #expect(hidden.allSatisfy { $0.dropout == 0.25 && $0.solverSteps == 3 })
  }

  @Test("Schedule, clipping, noise, patience and the losses' numbers go to the engine")
  func numbers() {
    var preset = Preset()
    preset.training.schedule = "step"
    preset.training.scheduleSettings = ["every": 7, "factor": 0.25]
    preset.training.warmUp = 3
    preset.training.scheduleUnit = .step
    preset.training.clipping = "norm"
    preset.training.clippingSettings = ["limit": 0.05]
    preset.training.inputNoise = 0.5
    preset.training.patience = 9
    preset.training.loss = .huber
    preset.training.lossSettings = ["delta": 2]
    preset.network.initialization = .constant(0.1)
    preset.network.initializationSettings = ["scale": 0.75]
    let spec = preset.trainingSpec
    #expect((spec.schedule.shape as? StepDecay)?.setting("every") == 7)
    #expect((spec.schedule.shape as? StepDecay)?.setting("factor") == 0.25)
    #expect(spec.schedule.warmUp == 3 && spec.schedule.unit == .step)
    #expect(spec.clipping == .norm(0.05))
    #expect(spec.inputNoise == 0.5 && spec.patience == 9)
    #expect(spec.loss == .huber(delta: 2))
    #expect(preset.networkSpec.initializer == .constant(0.75))
  }

  @Test("Training is as the preset says")
  func training() {
    var preset = Preset()
    preset.training.learningRate = 0.3
    preset.training.batchSize = 7
    preset.training.shuffles = false
    preset.training.optimizer = Momentum.name
    preset.training.optimizerSettings = ["momentum": 0.5]
    let spec = preset.trainingSpec
    #expect(spec.learningRate == 0.3)
    #expect(spec.batchSize == 7)
    #expect(!spec.shuffles)
    #expect((spec.optimizer as? Momentum)?.momentum == 0.5)
    #expect(spec.loss == .halfSquaredError)
  }
}
