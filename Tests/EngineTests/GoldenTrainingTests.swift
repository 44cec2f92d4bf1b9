import TestSupport
import Testing

@testable import Engine

/// Whole training runs computed by PyTorch in double precision.
@Suite("Golden training runs")
struct GoldenTrainingTests {
  @Test("Every run the engine covers has PyTorch's first gradient, batch losses and last weights")
  func training() throws {
    try forEachCase(of: "training") { golden in
      let run = try Run(golden)
      var trainer = Trainer(
        network: run.network, samples: run.samples, spec: run.spec, seed: 1)
      expectClose(
        run.firstGradient, try parameters(golden, "first_gradient"), within: .oneOperation,
        "\(run.name) first gradient")
      // The batch losses of the file are those before each step, without penalty.
      for (step, expected) in try golden.numbers("batch_loss").enumerated() {
        trainer.step()
        expectClose(
          trainer.batchLoss, expected, within: .trainingRun, "\(run.name) loss \(step + 1)")
      }
      #expect(trainer.epochCount == 1)
      expectClose(
        trainer.network.parameters, try parameters(golden, "final"), within: .trainingRun,
        "\(run.name) weights")
    }
  }
}

/// A golden run, set up for the engine.
private struct Run {
  let name: String
  let network: Network
  let samples: Samples
  let spec: TrainingSpec
  /// The gradient of the first batch.
  let firstGradient: [Float]

  init(_ golden: GoldenCase) throws {
    name = try golden.text("name")
    let widths = try golden.numbers("sizes").map { Int($0) }
    let outputs = try #require(widths.last)
    let hidden = GoldenCoverage.name(try golden.text("hidden_activation"))
    let activation = try #require(Activation(rawValue: hidden))
    var network = Fixtures.network(widths, activation)
    let initial = try parameters(golden, "initial").map { Float($0) }
    try #require(initial.count == network.parameterCount)
    network.parameters = initial
    self.network = network

    let loss = try GoldenCoverage.loss(of: golden)
    let batch = Int(try golden.number("batch"))
    let regularization = Regularization(
      l1: Float(try golden.number("l1")), l2: Float(try golden.number("l2")), l1IsProximal: false)
    spec = TrainingSpec(
      loss: loss,
      optimizer: try GoldenCoverage.optimizer(
        of: golden, notKnobs: ["learning_rate", "l1", "l2", "batch", "clip_norm"]),
      learningRate: Float(try golden.number("learning_rate")), batchSize: batch,
      regularization: regularization, shuffles: false)

    // The file's batches run in order and wrap round; one long epoch that repeats the samples
    // has the same batches, whether or not their number divides the samples.
    let x = try golden.rows("x").map { $0.map { Float($0) } }
    let y = try oneHot(golden, "y", outputs: outputs)
    let steps = try golden.numbers("batch_loss").count
    let order = (0..<(steps * batch)).map { $0 % x.count }
    let inputCount = try #require(widths.first)
    samples = Samples(
      inputs: order.map { x[$0] }, targets: order.map { y[$0] }, inputCount: inputCount,
      targetCount: outputs)
    let first = Samples(
      inputs: order.prefix(batch).map { x[$0] }, targets: order.prefix(batch).map { y[$0] },
      inputCount: inputCount, targetCount: outputs)
    firstGradient = network.gradient(over: first, loss: loss, regularization: regularization)
  }
}

/// The parameters in a list of levels with `weight` and `bias`, in the engine's order.
private func parameters(_ golden: GoldenCase, _ field: String) throws -> [Double] {
  try golden.tables(field).flatMap { level in
    try #require(level["weight"]?.numbers) + #require(level["bias"]?.numbers)
  }
}
