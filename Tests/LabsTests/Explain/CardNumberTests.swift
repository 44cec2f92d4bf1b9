import Datasets
import Drawing
import Engine
import Lessons
import Studio
import Testing

@testable import Labs

@Suite("The numbers of cards are the real ones")
struct CardNumberTests {
  private func numbers(_ topic: Topic, _ session: Session, part: NetworkPart? = nil) -> [String] {
    Explanation(figures: Figures(session, part: part)).card(topic).numbers
  }

  /// One tanh unit with weights 0.5 and −0.25 and bias 0.1, and no hidden layer, on the point (2, 4)
  /// of class 1 alone.
  private var byHand: Session {
    var preset = Preset()
    preset.network.hidden = []
    preset.network.fitLayers()
    preset.data.recipe = DataSource.pointsName
    var points = PointSet([], problem: .classification(classes: 2))
    for label in [1.0, 0.0] {
      points.points.append(
        PointSet.Point(Example(2 * (2 * label - 1), 4 * (2 * label - 1), label: label), .training))
    }
    preset.data.points = points
    var session = Session(preset)
    for (index, value) in [Float(0.5), -0.25, 0.1].enumerated() {
      session.apply(.setParameter(index: index, value: value))
    }
    return session
  }

  @Test("A unit's sum, its activation and the loss, computed by hand")
  func unit() {
    // z = 0.5 · 2 − 0.25 · 4 + 0.1 = 0.1; tanh 0.1 = 0.09967; (0.09967 − 1)² / 2 = 0.4053
    let lines = numbers(.part(.unit(level: 0, unit: 0)), byHand)
    #expect(lines[0] == "z = 0.5 · 2 + (-0.25) · 4 + 0.1 = 0.1")
    #expect(lines[1] == "a = tanh(0.1) = 0.09967")
    #expect(lines[2] == "at the first training point, x₁ = 2, x₂ = 4")
    #expect(lines[3] == "loss: (0.09967 - 1)² / 2 = 0.4053")
  }

  @Test("A weight's step, computed by hand")
  func step() {
    // Two points, mirror images: their slopes are (a − y)(1 − a²) x.
    // a₁ = tanh 0.1, a₂ = tanh 0.1 (z₂ = −1 + 1 + 0.1): −0.90033 · 0.99007 · 2, 1.09967 · 0.99007 · −2
    // Their mean along w₁: (−1.78278 − 2.17749) / 2 = −1.98013; w₁ ← 0.5 + 0.03 · 1.98013 = 0.5594
    let part = NetworkPart.weight(level: 0, unit: 0, input: 0)
    let lines = numbers(.part(part), byHand)
    #expect(lines[0].hasPrefix("w · a = 0.5 · 2 = 1 "))
    #expect(lines[1] == "w: the output ← x₁, η = 0.03, g = -1.98")
    #expect(lines[2] == "w ← 0.5 - 0.03 · (-1.98) = 0.5594")
  }

  @Test("Parameters, batches and rates are counted")
  func counts() {
    var preset = Preset()
    preset.training.schedule = "exponential"
    preset.training.scheduleSettings = ["factor": 0.5]
    preset.training.batchSize = 100
    var session = Session(preset)
    session.advance(steps: 7)
    #expect(numbers(.quantity(.parameters), session) == ["4·(2+1) + 2·(4+1) + 1·(2+1) = 25"])
    #expect(
      numbers(.setting("training.batch-size"), session)
        == ["250 points / 100, rounded up = 3 steps an epoch"])
    #expect(
      numbers(.setting("training.schedule"), session)
        == ["η₀ = 0.03, t = 2 epochs: η = 0.0075"])
    #expect(
      numbers(.quantity(.batch), session) == ["250 points in batches of 100, the last one of 50"])
    #expect(numbers(.quantity(.step), session) == ["7 steps, 3 an epoch"])
  }

  @Test("The loss is the mean, and accuracy a share of the points")
  func evaluation() {
    let session = Session(Preset())
    let loss = session.trainingEvaluation.loss
    let line = numbers(.quantity(.loss), session)[0]
    #expect(
      line
        == "\(format(loss * 250, significantDigits: 4)) / 250 = \(format(loss, significantDigits: 4))"
    )
    #expect(numbers(.quantity(.accuracy), session) == ["145 / 250 = 58 % of training points"])
  }

  @Test("A penalty is what the session adds to the loss")
  func penalty() {
    var preset = Preset()
    preset.training.l2 = 0.1
    let session = Session(preset)
    #expect(
      numbers(.setting("training.l2"), session)[0]
        .hasSuffix("adds \(format(session.penalty, significantDigits: 4)) to the loss"))
    #expect(
      numbers(.setting("training.l1"), session)[0].hasSuffix("no part of the loss"))
  }

  @Test(
    "With every optimiser the formula ends where the next step does",
    arguments: OptimizerCatalogue.all.map { $0.name })
  func updates(_ name: String) {
    for correction in [false, true] {
      var preset = Preset()
      preset.training.optimizer = name
      preset.training.learningRate = 0.05
      if correction { preset.training.optimizerSettings["bias-correction"] = 1 }
      var session = Session(preset)
      for _ in 0..<4 {
        for index in [0, 5, session.trainer.network.parameterCount - 1] {
          let place = session.trainer.network.place(ofParameter: index)
          let part: NetworkPart =
            switch place?.part {
            case .weight(let input):
              .weight(level: place?.unit.level ?? 0, unit: place?.unit.unit ?? 0, input: input)
            default: .bias(level: place?.unit.level ?? 0, unit: place?.unit.unit ?? 0)
            }
          let lines = UpdateWords(Figures(session, part: part)).lines
          let result = session.nextStep().parameters[index]
          let text = lines.last?.split(separator: " ").last.flatMap { Float($0) }
          #expect(
            abs((text ?? .nan) - result) <= 3e-4 * max(0.1, abs(result)),
            "\(name), \(index): \(lines) but \(result)")
        }
        session.advance(steps: 3)
      }
    }
  }

  @Test("What stands beside the optimiser is told, and frozen numbers stay")
  func beside() {
    var preset = Preset()
    preset.training.l2 = 1
    preset.training.l2Form = .decay
    var session = Session(preset)
    let result = session.nextStep().parameters[0]
    #expect(
      UpdateWords(Figures(session)).lines.last
        == "with decay, L1 or max norm beside it: w ← \(Figures.text(result))")
    session.apply(.freeze(index: 0))
    #expect(UpdateWords(Figures(session)).lines.last?.hasPrefix("frozen: w stays") == true)
  }

  @Test("Initial weights' spread comes from the first layer's inputs and units")
  func initial() {
    let session = Session(Preset())
    // 2 inputs and 4 units: √(6 / 6) = 1, √(2 / 2) = 1.
    #expect(
      numbers(.choice("xavier", of: "network.initialization"), session)
        == ["layer 1 has 2 inputs, 4 units: r = √(6 / 6) = 1"])
    #expect(
      numbers(.choice("he", of: "network.initialization"), session)
        == ["layer 1 has 2 inputs, 4 units: σ = √(2 / 2) = 1"])
  }
}
