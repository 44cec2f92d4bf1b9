import TestSupport
import Testing

@testable import Engine

@Suite("Regularisation")
struct RegularizationTests {
  /// A trainer whose data pull at nothing: all inputs and targets are 0, and so are the biases.
  private func idle(_ regularization: Regularization, rate: Float = 0.5) -> Trainer {
    let zeros = Array(repeating: [Float(0), 0], count: 4)
    return Trainer(
      network: Fixtures.network([2, 3, 1]),
      samples: Samples(
        inputs: zeros, targets: zeros.map { _ in [0] }, inputCount: 2, targetCount: 1),
      spec: Fixtures.spec(rate: rate, regularization), seed: 1)
  }

  @Test("The penalty's gradient is λ₂ w and λ₁ times the sign, 0 at 0")
  func gradient() {
    let weights: [Float] = [-2, -0.5, 0, -0.0, 0.25, 3]
    var gradient = Array(repeating: Float(1), count: 6)
    var span = gradient.mutableSpan
    Regularization(l1: 0.25, l2: 0.5, l1IsProximal: false).addGradient(
      at: weights.span, weights: 1..<6, to: &span)
    #expect(gradient == [1, 0.5, 1, 1, 1.375, 2.75])
  }

  @Test("A proximal L1 adds nothing to the gradient and pulls weights exactly to 0")
  func shrinking() {
    let regularization = Regularization(l1: 0.25)
    var weights: [Float] = [-2, -0.125, 0, 0.125, 0.0625, 3, 1]
    var gradient = Array(repeating: Float(1), count: 7)
    var span = gradient.mutableSpan
    regularization.addGradient(at: weights.span, weights: 0..<6, to: &span)
    #expect(gradient == Array(repeating: 1, count: 7))
    var weightSpan = weights.mutableSpan
    regularization.shrink(&weightSpan, weights: 0..<6, rate: 0.5)
    #expect(weights == [-1.875, 0, 0, 0, 0, 2.875, 1])
  }

  @Test("Shrinking never makes a number of NaN or infinity")
  func shrinkingNaN() {
    var weights: [Float] = [.nan, .infinity, -.infinity]
    var span = weights.mutableSpan
    Regularization(l1: 0.25).shrink(&span, weights: 0..<3, rate: 0.5)
    #expect(weights[0].isNaN && weights[1] == .infinity && weights[2] == -.infinity)
  }

  @Test("The penalty is λ₁ Σ|w| + λ₂/2 Σw² over weights alone")
  func penalty() {
    var network = Fixtures.network([2, 1])
    network.parameters = [-3, 2, 100]
    expectClose(
      Regularization(l1: 0.5, l2: 0.25, l1IsProximal: false).penalty(of: network),
      0.5 * 5 + 0.125 * 13, within: .oneOperation)
    #expect(Regularization.none.penalty(of: network) == 0)
  }

  @Test("Weights that nothing pulls at shrink, biases stay", arguments: Fixtures.regularizations)
  func shrink(regularization: Regularization) {
    var trainer = idle(regularization)
    var network = trainer.network
    for level in 0..<2 {
      for unit in 0..<network.levels[level].units {
        network.parameters[network.biasIndex(level: level, unit: unit)] = 0
      }
    }
    trainer.replace(network: network, samples: trainer.samples)
    trainer.step()
    for index in network.parameters.indices {
      let isWeight = network.weights.contains { $0.range.contains(index) }
      let (before, after) = (network.parameters[index], trainer.network.parameters[index])
      if isWeight && regularization != .none {
        #expect(abs(after) < abs(before) && (after == 0 || (after < 0) == (before < 0)))
      } else {
        #expect(after == before)
      }
    }
  }

  @Test(
    "Biases are never regularised, whatever the optimiser",
    arguments: OptimizerCatalogue.all.map { $0.name })
  func biases(optimizer: String) throws {
    let kind = try #require(OptimizerCatalogue.named(optimizer))
    for regularization in Fixtures.regularizations {
      // The first step's data gradient is the same, so a bias may only differ if it is penalised.
      var plain = Fixtures.trainer(Fixtures.spec(.halfSquaredError, kind))
      var regular = plain
      regular.settings.regularization = regularization
      plain.step()
      regular.step()
      for index in plain.network.parameters.indices
      where !plain.network.weights.contains(where: { $0.range.contains(index) }) {
        #expect(plain.network.parameters[index] == regular.network.parameters[index])
      }
    }
  }

  @Test("Proximal L1 gives exact zeros, and a zero comes back when the data pull")
  func comesBack() {
    var random = Random(seed: 3, stream: .data)
    let inputs = (0..<40).map { _ in [Float(random.uniform(-1, 1)), Float(random.uniform(-1, 1))] }
    let samples = Samples(
      inputs: inputs, targets: inputs.map { [2 * $0[0]] }, inputCount: 2, targetCount: 1)
    var trainer = Trainer(
      network: Fixtures.network([2, 1]), samples: samples,
      spec: Fixtures.spec(rate: 0.2, batch: 40, Regularization(l1: 5)), seed: 1)
    for _ in 0..<50 { trainer.step() }
    #expect(trainer.network.parameters.prefix(2).allSatisfy { $0 == 0 })
    trainer.settings.regularization.l1 = 0.05
    for _ in 0..<300 { trainer.step() }
    // The first input matters and comes back, the second does not and stays at exactly 0.
    #expect(trainer.network.parameters[0] > 1.5)
    #expect(trainer.network.parameters[1] == 0)
  }
}
