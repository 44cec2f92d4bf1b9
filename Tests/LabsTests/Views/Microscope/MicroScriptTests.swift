import Datasets
import Drawing
import Engine
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// What a calculation comes to by its text, every number in full.
private func worked(_ arithmetic: Arithmetic) -> Double? {
  Calculator.value(
    of: arithmetic.parts.map { part in
      switch part {
      case .text(let text): text
      case .number(let number): number < 0 ? "(\(number))" : "\(number)"
      }
    }.joined())
}

@Suite("What the microscope writes out")
struct MicroScriptTests {
  /// The course's example: 2-2-1, all sigmoid, half the squared error; one sample (1, 0.5), target 1.
  private func example(_ walk: MicroWalk, _ optimizer: any Optimizer = SGD()) throws -> [String] {
    let hidden = NetworkSpec.Hidden(units: 2, activation: .sigmoid)
    var network = Network(
      NetworkSpec(
        inputCount: 2, hidden: [hidden], outputCount: 1, outputActivation: .sigmoid,
        initializer: .xavier), seed: 1)
    network.parameters = [0.2, -0.4, 0.7, 0.1, 0, 0.1, 0.6, -0.3, 0.05]
    let trainer = Trainer(
      network: network,
      samples: Samples(inputs: [[1, 0.5]], targets: [[1]], inputCount: 2, targetCount: 1),
      spec: TrainingSpec(
        loss: .halfSquaredError, optimizer: optimizer, learningRate: 0.5, batchSize: 1), seed: 1)
    var preset = Preset()
    preset.network.hidden = [2]
    preset.network.fitLayers()
    let trace = try #require(StepTrace(of: trainer))
    return MicroScript(session: Session(preset), trace: trace, walk: walk).lines
      .flatMap { $0.rows(width: 200) }
  }

  /// Line by line, so that a failure shows the one that differs.
  private func expect(
    _ walk: MicroWalk, _ optimizer: any Optimizer = SGD(), reads expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let lines = try example(walk, optimizer)
    #expect(lines.count == expected.count, sourceLocation: sourceLocation)
    for (line, other) in zip(lines, expected) {
      #expect(line == other, sourceLocation: sourceLocation)
    }
  }

  @Test("Forward, by hand: sums and activations of every unit, and the loss")
  func forward() throws {
    // 0.2 - 0.2 = 0, and 0.7 + 0.05 + 0.1 = 0.85.
    try expect(
      MicroWalk(phase: .forward(0), level: 0, unit: 1),
      reads: [
        "z = w₁·x₁ + w₂·x₂ + b = 0.7·1 + 0.1·0.5 + 0.1 = 0.85",
        "a = σ(z) = 1 / (1 + e^-z) = 1 / (1 + e^(-0.85)) = 0.7006",
      ])
    let output = try example(MicroWalk(phase: .forward(1), level: 1))
    #expect(output[0] == "z = w₁·a₁ + w₂·a₂ + b = 0.6·0.5 - 0.3·0.701 + 0.05 = 0.1398")
    // (0.5349 - 1)² / 2 = 0.1082.
    let loss = try example(MicroWalk(phase: .loss))
    #expect(loss[0] == "C = (a - y)² / 2 = (0.535 - 1)² / 2 = 0.1082")
  }

  @Test("Backward, by hand: BP1 to BP4")
  func backward() throws {
    // δ = -0.4651·0.5349·0.4651 = -0.1157; with a₁ = 0.5 it makes ∂C/∂w₁ = -0.05785.
    try expect(
      MicroWalk(phase: .backward(1), level: 1),
      reads: [
        "∂C/∂a = a - y = 0.535 - 1 = -0.4651",
        "δ = ∂C/∂a·sigmoid′ = ∂C/∂a·a·(1 - a) = -0.465·0.535·(1 - 0.535) = -0.1157",
        "∂C/∂b = δ = -0.1157", "∂C/∂w₁ = a₁·δ = 0.5·(-0.116) = -0.05785",
      ])
    // 0.6·(-0.1157083) = -0.0694250, which Float rounds to -0.06943; a quarter of it is -0.01736, and
    // with x₂ = 0.5 ∂C/∂w₂ = -0.008678.
    try expect(
      MicroWalk(phase: .backward(0), level: 0, unit: 0, row: 1),
      reads: [
        "∂C/∂a = w₁₁·δ₁ = 0.6·(-0.116) = -0.06943",
        "δ = ∂C/∂a·sigmoid′ = ∂C/∂a·a·(1 - a) = -0.0694·0.5·(1 - 0.5) = -0.01736",
        "∂C/∂b = δ = -0.01736", "∂C/∂w₂ = x₂·δ = 0.5·(-0.0174) = -0.008678",
      ])
  }

  @Test("The update, by hand: gradient descent and momentum")
  func update() throws {
    // 0.6 + 0.5·0.05785 = 0.6289.
    let walk = MicroWalk(phase: .update, level: 1)
    try expect(walk, reads: ["w₁ = w - η g = 0.6 - 0.5·(-0.0579) = 0.6289"])
    try expect(
      walk, Momentum(),
      reads: [
        "v = μ v + η g = 0.9·0 + 0.5·(-0.0579) = -0.02893", "w₁ = w - v = 0.6 + 0.0289 = 0.6289",
      ])
  }

  /// Sessions that between them have every activation, loss, layer and optimiser.
  private static let sessions: [(name: String, session: Session)] = {
    func session(_ name: String, _ change: (inout Preset) -> Void) -> (String, Session) {
      var preset = Preset()
      preset.network.hidden = [3, 2]
      preset.network.fitLayers()
      preset.training.batchSize = 4
      preset.training.clipping = Clipping.allCases[1].name
      preset.training.clippingSettings = ["limit": 0.05]
      change(&preset)
      var session = Session(preset)
      session.advance(steps: 7)
      return (name, session)
    }
    return Activation.allCases.filter { $0 != .softmax }.map { activation in
      session("\(activation)") { $0.network.activation = PerLayer(activation) }
    }
      + Preset.LossChoice.allCases.flatMap { loss in
        ["circle", "blobs", "plane"].map { data in
          session("\(loss) on \(data)") {
            $0.data.recipe = data
            $0.training.loss = loss
          }
        }
      }
      + LayerCatalogue.wirings.flatMap { wiring in
        ["none", "batch", "layer"].map { normalization in
          session("\(wiring.name) \(normalization)") {
            $0.network.wiring = PerLayer(wiring.name)
            $0.network.normalization = PerLayer(normalization)
            $0.network.dropout = PerLayer(30)
          }
        }
      }
      + OptimizerCatalogue.all.map { optimizer in
        session("\(optimizer.name)") {
          $0.training.optimizer = optimizer.name
          $0.training.l1 = 0.01
          $0.training.l2 = 0.1
          $0.training.l2Form = optimizer.name.count % 2 == 0 ? .decay : .penalty
          $0.training.l1Form = optimizer.name.count % 3 == 0 ? .proximal : .penalty
        }
      }
  }()

  @Test("Every line written out comes to the engine's number", arguments: sessions.indices)
  func lines(_ index: Int) throws {
    let (name, session) = Self.sessions[index]
    let view = MicroView()
    let shape = view.shape(session)
    let trace = try #require(view.trace(session))
    var walk = MicroWalk()
    var count = 0
    repeat {
      for row in 0..<max(1, walk.rows(shape)) {
        var place = walk
        place.row = row
        for line in MicroScript(session: session, trace: trace, walk: place).lines {
          guard let value = line.value, !line.numbers.isEmpty else { continue }
          // A step, a sign or a kink tells its result in words.
          guard let result = worked(line.arithmetic) else {
            Issue.record("\(name): \(line.rows(width: 200)) can't be read")
            continue
          }
          expectClose(
            result, value, within: Tolerance(relative: 2e-3, absolute: 2e-5),
            "\(name), \(place): \(line.rows(width: 200))")
          count += 1
        }
      }
    } while walk.advance(.unit, shape)
    #expect(count > 60, "\(name): \(count)")
  }

  @Test(
    "A line keeps to its width, and what is left out of a long sum is counted",
    arguments: [12, 30, 60])
  func widths(_ width: Int) {
    let line = MicroLine(
      "z", (1...12).map { "w\($0)·x\($0)" }, (1...12).map { "\(Double($0))·\(-0.5)" }, value: 39)
    let rows = line.rows(width: width)
    #expect(rows.last?.hasSuffix("= 39") == true)
    if width >= 30 {
      #expect(rows.allSatisfy { columnWidth($0) <= width })
      #expect(rows[0].contains("more…") && (width < 60 || rows[0].hasSuffix("w12·x12")))
    }
  }

  @Test("Signs and brackets are written as a person would")
  func signs() {
    let (a, b): (Float, Float) = (0.5, -0.25)
    #expect(ArithmeticText("\(a) + \(b)").text == "0.5 - 0.25")
    #expect(ArithmeticText("\(a) - \(b)·\(b)").text == "0.5 + 0.25·(-0.25)")
    #expect(ArithmeticText("\(b)² / \(b)").text == "(-0.25)² / (-0.25)")
    #expect(ArithmeticText("\(Float.nan)").text == "–")
    #expect(ArithmeticText("\(-Float.infinity) + \(Float.infinity)").text == "-inf + inf")
  }
}
