import Datasets
import Engine
import Lessons

@testable import Studio

/// A preset and the epoch at which a light is looked at.
struct HealthCase: Sendable {
  let words: String
  let epochs: Int
  let change: @Sendable (inout Preset) -> Void

  init(_ words: String, epochs: Int, _ change: @escaping @Sendable (inout Preset) -> Void) {
    self.words = words
    self.epochs = epochs
    self.change = change
  }

  /// The session of a seed after the epochs, or where it ended before.
  func session(seed: UInt64) -> Session {
    var preset = Preset()
    change(&preset)
    preset.network.fitLayers()
    preset.data.seed = seed
    preset.network.seed = seed
    preset.training.seed = seed
    var session = Session(preset)
    while session.trainer.epochCount < epochs && !session.trainer.hasStopped {
      session.advance(steps: session.trainer.stepsLeftInEpoch)
    }
    return session
  }
}

/// For each symptom a preset that must light it and one that must not, though it has all that the
/// symptom takes.
struct SymptomCases: Sendable, CustomStringConvertible {
  let name: String
  let lit: HealthCase
  let dark: HealthCase

  var description: String { name }

  static func named(_ name: String) -> SymptomCases {
    all.first { $0.name == name } ?? all[0]
  }

  static let all: [SymptomCases] = [
    SymptomCases(
      name: "unscaled inputs",
      lit: HealthCase("exclusive or by x₁, x₂, x₁² and sin x₁", epochs: 0) {
        $0.data.recipe = "xor"
        $0.features = [.x1, .x2, .x1Squared, .sineX1]
      },
      dark: HealthCase("the same, standardised", epochs: 0) {
        $0.data.recipe = "xor"
        $0.features = [.x1, .x2, .x1Squared, .sineX1]
        $0.data.standardizes = true
      }),
    SymptomCases(
      name: "symmetric units",
      lit: HealthCase("circle, 4 2 tanh, all first weights 0.1", epochs: 10) {
        $0.network.initialization = .constant(0.1)
      },
      dark: HealthCase("circle, 4 2 tanh", epochs: 10) { _ in }),
    SymptomCases(
      name: "rate too high",
      lit: HealthCase("circle, 4 2 tanh, rate 3", epochs: 20) { $0.training.learningRate = 3 },
      dark: HealthCase("circle, 4 2 tanh, rate 0.03", epochs: 20) { _ in }),
    SymptomCases(
      name: "rate too low",
      lit: HealthCase("circle, 4 2 tanh, rate 0.0001", epochs: 30) {
        $0.training.learningRate = 0.0001
      },
      dark: HealthCase("circle, 4 2 tanh, rate 0.03", epochs: 30) { _ in }),
    SymptomCases(
      name: "exploding gradient",
      lit: HealthCase("plane, 8 8 8 relu, first weights N(0, 2²)", epochs: 0) {
        planeOfRelu(&$0)
        $0.network.initialization = .normal(2)
        $0.network.initializationSettings = ["scale": 2]
      },
      dark: HealthCase("plane, 8 8 8 relu, he", epochs: 5, planeOfRelu)),
    SymptomCases(
      name: "vanishing gradient",
      lit: HealthCase("circle, six layers of 4 sigmoid", epochs: 20) {
        sixLayers(&$0, .sigmoid)
      },
      dark: HealthCase("circle, six residual layers of 4 tanh", epochs: 20) {
        sixLayers(&$0, .tanh)
        $0.network.wiring = PerLayer("residual")
      }),
    SymptomCases(
      name: "saturation",
      lit: HealthCase("spiral, 8 8 tanh, first weights N(0, 3²)", epochs: 20) {
        $0.data.recipe = "spiral"
        $0.network.hidden = [8, 8]
        $0.network.initialization = .normal(3)
        $0.network.initializationSettings = ["scale": 3]
      },
      dark: HealthCase("spiral, 8 8 tanh, xavier", epochs: 20) {
        $0.data.recipe = "spiral"
        $0.network.hidden = [8, 8]
        $0.network.initialization = .xavier
      }),
    SymptomCases(
      name: "dead units",
      lit: HealthCase("blobs, 8 8 relu, he, rate 1", epochs: 20) {
        blobs(&$0)
        $0.training.learningRate = 1
      },
      dark: HealthCase("blobs, 8 8 relu, he, rate 0.03", epochs: 50, blobs)),
    SymptomCases(
      name: "plateau",
      lit: HealthCase("exclusive or, no hidden layer, rate 0.003", epochs: 100) {
        $0.data.recipe = "xor"
        $0.network.hidden = []
        $0.training.learningRate = 0.003
      },
      dark: HealthCase("exclusive or, 8 tanh, xavier, rate 0.1", epochs: 100) {
        $0.data.recipe = "xor"
        $0.network.hidden = [8]
        $0.network.initialization = .xavier
        $0.training.learningRate = 0.1
      }),
    SymptomCases(
      name: "overfitting",
      lit: HealthCase("40 moons with noise 50, 8 8 8 tanh, adam", epochs: 400) {
        moons(&$0)
        $0.data.noise = 50
        $0.data.training = 20
        $0.data.samples = 200
      },
      dark: HealthCase("250 moons with noise 0, 8 8 8 tanh, adam", epochs: 100, moons)),
  ]

  @Sendable private static func blobs(_ preset: inout Preset) {
    preset.data.recipe = "blobs"
    preset.data.classes = 4
    preset.network.hidden = [8, 8]
    preset.network.activation = PerLayer(.relu)
    preset.network.initialization = .he
    preset.training.loss = .crossEntropy
  }

  @Sendable private static func sixLayers(_ preset: inout Preset, _ activation: Activation) {
    preset.network.hidden = [4, 4, 4, 4, 4, 4]
    preset.network.activation = PerLayer(activation)
    preset.network.initialization = .xavier
  }

  @Sendable private static func planeOfRelu(_ preset: inout Preset) {
    preset.data.recipe = "plane"
    preset.network.hidden = [8, 8, 8]
    preset.network.activation = PerLayer(.relu)
    preset.network.initialization = .he
    preset.training.learningRate = 0.001
  }

  @Sendable private static func moons(_ preset: inout Preset) {
    preset.data.recipe = "moons"
    preset.network.hidden = [8, 8, 8]
    preset.network.initialization = .xavier
    preset.training.loss = .crossEntropy
    preset.training.optimizer = "adam"
    preset.training.learningRate = 0.01
  }
}
