import Engine
import Testing

// Example
/// Steps of one size for all parameters, however large their gradients are.
struct SignDescent: Optimizer {
  static let name = "sign-descent"
  static let formula = "w ← w - η sign(g)"
  static let knobs: [Knob<SignDescent>] = []

  mutating func prepare(parameterCount: Int) {}

  mutating func update(
    _ parameters: inout MutableSpan<Float>, along gradient: Span<Float>, rate: Float
  ) {
    for index in 0..<parameters.count {
      let slope = gradient[index]
      parameters[index] -= slope > 0 ? rate : slope < 0 ? -rate : 0
    }
  }
}
// End

/// What the documentation shows of an optimiser of one's own.
@Suite("Example of an optimiser")
struct OptimizerExample {
  @Test("A trainer takes any optimiser")
  func own() {
    var trainer = TrainingExamples.trained
    let before = trainer.network.parameters
    // Example
    trainer.settings.optimizer = SignDescent()
    trainer.settings.learningRate = 0.01
    trainer.step()
    // End
    for (old, new) in zip(before, trainer.network.parameters) {
      #expect(abs(abs(new - old) - 0.01) < 1e-6)
    }
    let first = trainer.batchLoss
    for _ in 0..<100 { trainer.epoch() }
    #expect(trainer.batchLoss < first)
  }
}
