import TestSupport
import Testing

@testable import Engine

/// Numbers computed by PyTorch in double precision.
@Suite("Golden numbers")
struct GoldenTests {
  @Test("Every activation case the engine covers gives PyTorch's values and slopes")
  func activations() throws {
    try forEachCase(of: "activations") { golden in
      if try golden.text("activation") == "softmax" { return try softmax(golden) }
      let name = GoldenCoverage.name(try golden.text("activation"))
      let activation = try #require(Activation(rawValue: name))
      let x = try golden.numbers("x").map { Float($0) }
      var values: [Float] = []
      var slopes: [Float] = []
      for z in x {
        let lanes = Lanes(repeating: z)
        let value = activation.value(lanes)
        values.append(value[0])
        slopes.append(activation.slope(at: lanes, value: value)[0])
      }
      expectClose(values, try golden.numbers("y"), within: .oneOperation, "\(name) value")
      expectClose(slopes, try golden.numbers("dy_dx"), within: .oneOperation, "\(name) slope")
    }
  }

  @Test("Every loss case the engine covers gives PyTorch's value and gradient")
  func losses() throws {
    try forEachCase(of: "losses") { golden in
      let loss = try GoldenCoverage.loss(of: golden)
      let predictions = try golden.rows("prediction")
      let outputs = try #require(predictions.first).count
      let targets = try oneHot(golden, "target", outputs: outputs)
      // Predictions come out of a network that hands its inputs through.
      var network = Fixtures.network([outputs, outputs])
      for unit in 0..<outputs {
        for input in 0..<outputs {
          let index = try #require(network.weightIndex(level: 0, unit: unit, input: input))
          network.parameters[index] = unit == input ? 1 : 0
        }
      }
      let samples = Samples(
        inputs: predictions.map { $0.map { Float($0) } }, targets: targets, inputCount: outputs,
        targetCount: outputs)
      var workspace = Workspace(for: network, holding: samples)
      network.forward(in: &workspace)
      let value = workspace.lossAndGradient(loss, of: network)
      expectClose(value, try golden.number("value"), within: .oneOperation, "\(golden) value")
      let gradient = (0..<samples.count).flatMap { sample in
        (0..<outputs).map { output in
          workspace.gradients[
            (network.output + output) * samples.blocks + sample / laneCount][sample % laneCount]
        }
      }
      expectClose(
        gradient, try golden.numbers("gradient"), within: .oneOperation, "\(golden) gradient")
    }
  }

  @Test("Every optimiser case the engine covers moves the weights as PyTorch does")
  func optimizers() throws {
    try forEachCase(of: "optimizers") { golden in
      var optimizer = try GoldenCoverage.optimizer(of: golden, notKnobs: ["learning_rate"])
      var weights = try golden.numbers("initial").map { Float($0) }
      let rate = Float(try golden.number("learning_rate"))
      optimizer.prepare(parameterCount: weights.count)
      let expected = try golden.rows("weights")
      for (step, gradient) in try golden.rows("gradients").enumerated() {
        let along = gradient.map { Float($0) }
        var span = weights.mutableSpan
        optimizer.update(&span, along: along.span, rate: rate)
        expectClose(weights, expected[step], within: .trainingRun, "\(golden) step \(step + 1)")
      }
    }
  }

  @Test("Every schedule case the engine covers gives PyTorch's rates")
  func schedules() throws {
    try forEachCase(of: "schedules") { golden in
      let schedule = LearningRateSchedule(
        shape: try GoldenCoverage.schedule(of: golden, notKnobs: ["base"]))
      let base = Float(try golden.number("base"))
      let expected = try golden.numbers("rates")
      let rates = expected.indices.map { schedule.rate(base: base, at: $0) }
      expectClose(rates, expected, within: .oneOperation, "\(golden)")
    }
  }

  @Test("The list of missing things names nothing that the engine has")
  func missing() {
    for need in GoldenCoverage.missing {
      #expect(!GoldenCoverage.has(need), "strike '\(need)' from GoldenCoverage.missing")
    }
  }

  @Test("The golden files ask for nothing but what the engine has or is known to lack")
  func complete() throws {
    var lacking: Set<String> = []
    for file in ["activations", "losses", "optimizers", "schedules", "training"] {
      for golden in try GoldenCoverage.cases(file) {
        lacking.formUnion(GoldenCoverage.needs(of: golden).filter { !GoldenCoverage.has($0) })
      }
    }
    // Files from PERCEPT_GOLDEN may ask for less, never for more.
    #expect(lacking.isSubset(of: GoldenCoverage.missing))
  }

  @Test("Every golden file is read by some test, or known to be unread")
  func files() throws {
    let files = try Golden.files(in: GoldenCoverage.folder)
    let sources = try Golden.sources(in: GoldenCoverage.sources)
    #expect(!files.isEmpty)
    for file in files {
      let isRead = sources.contains("forEachCase(of: \"\(file)\")")
      #expect(isRead != GoldenCoverage.unread.contains(file), "\(file).json")
    }
  }

  /// Softmax looks at all units of a sample, so its case runs as a layer does.
  private func softmax(_ golden: GoldenCase) throws {
    let run = LayerRun(x: try golden.rows("x"), upstream: try golden.rows("upstream"))
    #expect(try golden.number("axis") == 1)
    let outcome = run.training(ActivationLayer(count: run.inputs, activation: .softmax))
    expectClose(outcome.y, try golden.numbers("y"), within: .oneOperation, "\(golden) value")
    expectClose(outcome.dx, try golden.numbers("dx"), within: .oneOperation, "\(golden) dx")
  }
}

/// Runs `body` on every case that needs nothing the engine lacks, and fails if there was none, or if
/// a case was passed over for something that is not on the list.
func forEachCase(of file: String, _ body: (GoldenCase) throws -> Void) throws {
  var run = 0
  for golden in try GoldenCoverage.cases(file) {
    let lacking = GoldenCoverage.needs(of: golden).filter { !GoldenCoverage.has($0) }
    for need in lacking {
      #expect(GoldenCoverage.missing.contains(need), "\(golden) needs '\(need)'")
    }
    guard lacking.isEmpty else { continue }
    run += 1
    try body(golden)
  }
  #expect(run > 0, "no case of \(file).json was run")
}

/// The targets of a case, where a class index becomes a 1 among 0s.
func oneHot(_ golden: GoldenCase, _ field: String, outputs: Int) throws -> [[Float]] {
  let rows = try golden.rows(field)
  guard rows.contains(where: { $0.count != outputs }) else {
    return rows.map { $0.map { Float($0) } }
  }
  return rows.map { row in (0..<outputs).map { row == [Double($0)] ? 1 : 0 } }
}
