import TestSupport
import Testing

@testable import Engine

@Suite("A step looked at")
struct StepTraceTests {
  /// 2-2-1, all sigmoid, half the squared error; one sample (1, 0.5) with target 1.
  private static func worked(_ optimizer: any Optimizer = SGD()) -> Trainer {
    var network = Fixtures.network([2, 2, 1], .sigmoid, output: .sigmoid)
    network.parameters = [0.2, -0.4, 0.7, 0.1, 0, 0.1, 0.6, -0.3, 0.05]
    let samples = Samples(inputs: [[1, 0.5]], targets: [[1]], inputCount: 2, targetCount: 1)
    return Trainer(
      network: network, samples: samples,
      spec: Fixtures.spec(.halfSquaredError, optimizer, rate: 0.5, batch: 1), seed: 1)
  }

  @Test("One sample by hand: sums, activations, loss, the four equations, the new weights")
  func byHand() throws {
    let trace = try #require(StepTrace(of: Self.worked()))
    let close = Tolerance(relative: 1e-5)
    let (one, two) = (trace.stations[0], trace.stations[1])
    #expect(one.map(\.kind) == [.sum, .activated] && two.map(\.kind) == [.sum, .activated])
    #expect((0..<2).map { trace.input($0, sample: 0) } == [1, 0.5])

    // z¹₁ = 0.2·1 - 0.4·0.5 + 0 = 0, and σ(0) = 0.5.
    expectClose(
      trace.value(one[0], unit: 0, sample: 0), 0, within: Tolerance(relative: 0, absolute: 1e-7))
    expectClose(trace.value(one[1], unit: 0, sample: 0), 0.5, within: close)
    // z¹₂ = 0.7·1 + 0.1·0.5 + 0.1 = 0.85, and σ(0.85) = 1 / (1 + 0.427415) = 0.700567.
    expectClose(trace.value(one[0], unit: 1, sample: 0), 0.85, within: close)
    expectClose(trace.value(one[1], unit: 1, sample: 0), 0.700567, within: close)
    // z² = 0.6·0.5 - 0.3·0.700567 + 0.05 = 0.139830, and σ of it = 0.534901.
    expectClose(trace.value(two[0], unit: 0, sample: 0), 0.139830, within: close)
    expectClose(trace.value(two[1], unit: 0, sample: 0), 0.534901, within: close)
    // C = (0.534901 - 1)² / 2 = 0.465099² / 2 = 0.108159.
    expectClose(trace.loss(sample: 0), 0.108159, within: close)
    #expect(trace.batchLoss == trace.loss(sample: 0) && trace.target(0, sample: 0) == 1)

    // BP1: δ² = (a - y)·a·(1 - a) = -0.465099·0.534901·0.465099 = -0.115708.
    expectClose(trace.slope(two[0], unit: 0, sample: 0), -0.115708, within: close)
    // BP2: δ¹₁ = 0.6·δ²·0.5·(1 - 0.5) = -0.0694248·0.25 = -0.0173562,
    // δ¹₂ = -0.3·δ²·0.700567·0.299433 = 0.0347124·0.209773 = 0.00728172.
    expectClose(trace.slope(one[0], unit: 0, sample: 0), -0.0173562, within: close)
    expectClose(trace.slope(one[0], unit: 1, sample: 0), 0.00728172, within: close)
    // BP4 and BP3, weights then biases: ∂C/∂w = a·δ with inputs 1 and 0.5, ∂C/∂b = δ; then of the
    // output 0.5·δ² and 0.700567·δ².
    expectClose(
      trace.meanGradient,
      [
        -0.0173562, -0.0086781, 0.00728172, 0.00364086, -0.0173562, 0.00728172,
        -0.057854, -0.0810612, -0.115708,
      ], within: close)
    // w ← w - 0.5·∂C/∂w: 0.2 + 0.0086781, -0.4 + 0.00433905, …, 0.6 + 0.028927, …
    expectClose(
      trace.parameters,
      [
        0.2086781, -0.39566095, 0.69635914, 0.09817957, 0.0086781, 0.09635914,
        0.628927, -0.2594694, 0.107854,
      ], within: close)
  }

  @Test("The first moments of Adam by hand, with a penalty and clipping before them")
  func adamByHand() throws {
    var trainer = Self.worked(Adam())
    trainer.settings.regularization = Regularization(l2: 0.1)
    trainer.settings.clipping = .value(0.05)
    let trace = try #require(StepTrace(of: trainer))
    let close = Tolerance(relative: 1e-4)
    // The weight 0.2: ∂C/∂w + 0.1·0.2 = -0.0173562 + 0.02 = 0.0026438, which no limit touches.
    let one = try #require(trace.step(ofParameter: 0))
    expectClose(trace.gradient(after: .penalty)[0], 0.0026438, within: close)
    expectClose(one.gradient, 0.0026438, within: close)
    // m = 0.1·g, v = 0.001·g²; corrected they are g and g², so the step is 0.5 to the left.
    expectClose(one.newMoments[0], 0.00026438, within: close)
    expectClose(one.newMoments[1], 0.001 * 0.0026438 * 0.0026438, within: close)
    expectClose(one.after, 0.2 - 0.5, within: close)
    // The weight 0.7: 0.00728172 + 0.07 = 0.0772817, clipped to 0.05.
    expectClose(trace.gradient(after: .penalty)[2], 0.0772817, within: close)
    #expect(trace.gradient[2] == 0.05)
    // Biases have no penalty.
    #expect(trace.gradient(after: .penalty)[4] == trace.meanGradient[4])
  }

  @Test("Frozen parameters and killed units are seen as they are")
  func marks() throws {
    var trainer = Fixtures.trainer()
    trainer.freeze([0, 3])
    trainer.kill([UnitPlace(level: 0, unit: 1)])
    let trace = try #require(StepTrace(of: trainer))
    #expect(trace.gradient(after: .penalty)[0] != 0 && trace.gradient(after: .freezing)[0] == 0)
    #expect(trace.parameters[3] == trainer.network.parameters[3])
    let station = try #require(trace.output(ofLevel: 0))
    for sample in trace.samples.indices {
      #expect(trace.value(station, unit: 1, sample: sample) == 0)
      #expect(trace.slope(station, unit: 1, sample: sample) == 0)
    }
  }

  @Test("A trainer that has diverged has no step; one that diverges shows how far it came")
  func divergence() throws {
    var trainer = Fixtures.trainer(Fixtures.spec(rate: 1e30))
    while StepTrace(of: trainer)?.divergence == nil { trainer.step() }
    let last = try #require(StepTrace(of: trainer))
    trainer.step()
    #expect(last.divergence == trainer.divergence && trainer.divergence != nil)
    #expect(last.gradient.count == trainer.network.parameterCount)
    #expect(last.parameters.count == trainer.network.parameterCount)
    #expect(StepTrace(of: trainer) == nil)
  }

  @Test("What is asked of samples, units and parameters that there are not is no number")
  func outside() throws {
    let trace = try #require(StepTrace(of: Fixtures.trainer()))
    #expect(trace.loss(sample: 10).isNaN && trace.loss(sample: -1).isNaN)
    #expect(trace.input(0, sample: 99).isNaN && trace.target(9, sample: 0).isNaN)
    #expect(trace.value(trace.stations[0][0], unit: 99_999, sample: 0).isNaN)
    #expect(trace.step(ofParameter: -1) == nil && trace.output(ofLevel: 9) == nil)
  }
}
