import Testing

@testable import Engine

@Suite("The way to a failure, and how steep the loss is")
struct FailureTrailTests {
  /// y = w x by squared error at too high a rate: w grows by a fixed factor a step.
  private func trainer(rate: Float) -> Trainer {
    let spec = NetworkSpec(
      inputCount: 1, hidden: [], outputCount: 1, outputActivation: .linear,
      initializer: .constant(1))
    return Trainer(
      network: Network(spec, seed: 1),
      samples: Samples(
        inputs: [[1], [-1], [2], [-2]], targets: [[0], [0], [0], [0]], inputCount: 1,
        targetCount: 1),
      spec: TrainingSpec(
        loss: .halfSquaredError, optimizer: SGD(), learningRate: rate, batchSize: 4), seed: 1)
  }

  @Test("Each step is the one that was taken, the last the one that failed")
  func steps() throws {
    let start = trainer(rate: 2)
    var failed = start
    while failed.divergence == nil { failed.step() }
    let trail = try #require(FailureTrail(from: start, to: failed))
    #expect(trail.steps.last?.number == failed.divergence?.step)
    #expect(trail.network.parameters.allSatisfy { $0.isFinite })
    // The mean of x² is 2.5, so a step makes w to (1 − 2·2.5) w = −4 w.
    for (one, next) in zip(trail.steps, trail.steps.dropFirst()).dropLast() {
      #expect(abs(next.weightNorms[0] / one.weightNorms[0] - 4) < 1e-3)
      #expect(abs(next.loss / one.loss - 16) < 1e-2)
    }
    #expect(trail.steps.count <= FailureTrail.capacity)
  }

  @Test("A way that is too long, or leads elsewhere, is none")
  func none() {
    let start = trainer(rate: 2)
    var failed = start
    while failed.divergence == nil { failed.step() }
    #expect(FailureTrail(from: start, to: failed, limit: 3) == nil)
    #expect(FailureTrail(from: start, to: start) == nil)
    #expect(FailureTrail(from: failed, to: failed) == nil)
    #expect(FailureTrail(from: trainer(rate: 0.01), to: failed) == nil)
  }
}
