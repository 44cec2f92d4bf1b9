import Testing

@testable import Engine

@Suite("Numbers that are not finite")
struct DivergenceTests {
  /// One linear unit w = 1, b = 0 on one sample: everything can be followed by hand.
  private func unit(_ x: Float, _ y: Float, rate: Float, _ optimizer: any Optimizer = SGD())
    -> Trainer
  {
    var network = Fixtures.network([1, 1])
    network.parameters = [1, 0]
    return Trainer(
      network: network,
      samples: Samples(inputs: [[x]], targets: [[y]], inputCount: 1, targetCount: 1),
      spec: Fixtures.spec(.halfSquaredError, optimizer, rate: rate, batch: 1), seed: 1)
  }

  private func found(_ trainer: Trainer, steps: Int = 1) -> Divergence? {
    var copy = trainer
    for _ in 0..<steps { copy.step() }
    return copy.divergence
  }

  @Test("A weight that overflows is found in its step")
  func weight() {
    let expected = Divergence(
      epoch: 1, batch: 1, step: 1, level: 1, isOutput: true, quantity: .weight)
    #expect(found(unit(100, 0, rate: 1e38)) == expected)
    #expect(found(unit(100, 0, rate: 1e38, Momentum())) == expected)
  }

  @Test("A gradient that overflows is found in its step")
  func gradient() {
    // z = 10³⁰, whose square overflows in the loss; with a far smaller error only δ·x does.
    #expect(
      found(unit(1e30, 0, rate: 0.1))
        == Divergence(epoch: 1, batch: 1, step: 1, level: 1, isOutput: true, quantity: .loss))
    var trainer = unit(1e30, 0, rate: 0.1)
    var network = trainer.network
    network.parameters = [0, 1e10]
    trainer.replace(network: network, samples: trainer.samples)
    #expect(
      found(trainer)
        == Divergence(epoch: 1, batch: 1, step: 1, level: 1, isOutput: true, quantity: .gradient))
  }

  @Test("Of gradients that overflow, the output's is named: it is computed first")
  func gradientOrder() {
    var network = Fixtures.network([1, 1, 1], .linear)
    // Hidden 10²⁰, output 10¹⁹ and a finite loss; both weights' gradients overflow.
    network.parameters = [1e-10, 0, 0.01, 9e18]
    let trainer = Trainer(
      network: network,
      samples: Samples(inputs: [[1e30]], targets: [[0]], inputCount: 1, targetCount: 1),
      spec: Fixtures.spec(batch: 1), seed: 1)
    #expect(
      found(trainer)
        == Divergence(epoch: 1, batch: 1, step: 1, level: 2, isOutput: true, quantity: .gradient))
  }

  @Test("An activation that overflows is found at its level, the hidden one before the output")
  func activation() {
    var network = Fixtures.network([1, 1, 1, 1], .relu)
    network.parameters = [1e20, 0, 1e20, 0, 1, 0]
    let trainer = Trainer(
      network: network,
      samples: Samples(inputs: [[1]], targets: [[0]], inputCount: 1, targetCount: 1),
      spec: Fixtures.spec(batch: 1), seed: 1)
    #expect(
      found(trainer)
        == Divergence(epoch: 1, batch: 1, step: 1, level: 2, isOutput: false, quantity: .activation)
    )
  }

  @Test("NaN in one sample is reported by the step that meets it", arguments: [0, 7, 36])
  func sample(place: Int) {
    for bad in [Float.nan, .infinity, -.infinity] {
      var rows = Fixtures.rows(37)
      rows.inputs[place][1] = bad
      let expected = place / 8 + 1
      for loss in Loss.allCases {
        var trainer = Trainer(
          network: Fixtures.network([2, 4, 1], .relu),
          samples: Samples(
            inputs: rows.inputs, targets: rows.targets, inputCount: 2, targetCount: 1),
          spec: Fixtures.spec(loss, rate: 0.001, batch: 8, shuffles: false), seed: 1)
        trainer.epoch()
        #expect(trainer.divergence?.step == expected && trainer.divergence?.epoch == 1)
        #expect(trainer.divergence?.batch == expected)
        #expect(trainer.network.parameters.allSatisfy { $0.isFinite })
        // Now a step would meet sound samples only, but training is over.
        let stopped = trainer.trace
        trainer.settings.batchSize = 1
        trainer.step()
        #expect(trainer.stepCount == stopped.steps)
        #expect(trainer.trace.parameters == stopped.parameters)
      }
    }
  }

  @Test("A NaN target is reported as a loss")
  func target() {
    #expect(
      found(unit(1, .nan, rate: 0.1))
        == Divergence(epoch: 1, batch: 1, step: 1, level: 1, isOutput: true, quantity: .loss))
  }

  @Test("A rate that is too large stops with epoch and step, and no step is taken from then on")
  func rate() throws {
    // The error grows by the factor 1 − η (x² + 1) = −49 a step; two steps are an epoch.
    var trainer = Trainer(
      network: unit(1, 0, rate: 1).network,
      samples: Samples(inputs: [[1], [1]], targets: [[0], [0]], inputCount: 1, targetCount: 1),
      spec: Fixtures.spec(rate: 25, batch: 1), seed: 1)
    while trainer.divergence == nil && trainer.stepCount < 100 { trainer.step() }
    let divergence = try #require(trainer.divergence)
    // After n steps the loss is 49²ⁿ / 2, which passes the largest `Float`, 3.4·10³⁸, at n = 12.
    #expect(
      divergence
        == Divergence(epoch: 7, batch: 1, step: 13, level: 1, isOutput: true, quantity: .loss))
    let stopped = trainer.trace
    trainer.step()
    trainer.epoch()
    #expect(trainer.trace.parameters == stopped.parameters && trainer.stepCount == stopped.steps)
    trainer.settings.learningRate = 0.1
    trainer.step()
    #expect(trainer.stepCount == stopped.steps)
    trainer.replace(network: unit(1, 0, rate: 1).network, samples: trainer.samples)
    trainer.step()
    #expect(trainer.divergence == nil && trainer.stepCount == stopped.steps + 1)
  }

  @Test("A weight that overflows is not hidden by a proximal step")
  func proximal() {
    var trainer = unit(100, 0, rate: 1e38, Momentum())
    trainer.settings.regularization = Regularization(l1: 0.1)
    #expect(found(trainer)?.quantity == .weight)
  }
}
