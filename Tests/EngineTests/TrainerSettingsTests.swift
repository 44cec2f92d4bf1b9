import Testing

@testable import Engine

@Suite("Changes while training")
struct TrainerSettingsTests {
  private static let changes: [@Sendable (inout TrainingSpec) -> Void] = [
    { $0.learningRate = 0.01 }, { $0.batchSize = 3 }, { $0.batchSize = 100 },
    { $0.regularization = Regularization(l1: 0.01) },
    { $0.regularization = Regularization(l2: 0.01) }, { $0.shuffles = false },
    { $0.optimizer = SGD() }, { $0.optimizer = Momentum() }, { $0.loss = .binaryCrossEntropy },
  ]

  @Test("A change in mid-epoch keeps weights, counters and order, and training goes on")
  func change() {
    for change in Self.changes {
      var trainer = Fixtures.trainer(Fixtures.spec(.halfSquaredError, Momentum(), batch: 8))
      for _ in 0..<7 { trainer.step() }
      let (before, order) = (trainer.trace, trainer.order)
      change(&trainer.settings)
      #expect(trainer.trace == before && trainer.order == order)
      var copy = trainer
      copy.step()
      #expect(copy.trace.parameters != before.parameters)
      #expect(copy.stepCount == 8)
      for _ in 0..<5 { trainer.epoch() }
      #expect(trainer.epochCount == 6 && trainer.divergence == nil)
    }
  }

  @Test("A new batch size takes the rest of the epoch in its own strides", arguments: 1...40)
  func rest(batch: Int) {
    var trainer = Fixtures.trainer(Fixtures.spec(batch: 10))
    trainer.step()
    trainer.settings.batchSize = batch
    trainer.epoch()
    #expect(trainer.epochCount == 1 && trainer.position == 0)
    #expect(trainer.stepCount == 1 + (27 + batch - 1) / batch)
  }

  @Test("Settings that are written back unchanged change nothing")
  func unchanged() {
    for name in OptimizerCatalogue.all.map({ $0.name }) {
      guard let optimizer = OptimizerCatalogue.named(name) else { continue }
      var left = Fixtures.trainer(Fixtures.spec(.halfSquaredError, optimizer))
      left.epoch()
      var right = left
      let settings = right.settings
      right.settings = settings
      left.epoch()
      right.epoch()
      #expect(left.trace == right.trace)
    }
  }

  @Test("An optimiser of the same kind keeps its velocity and takes over the settings")
  func sameKind() {
    var trainer = Fixtures.trainer(Fixtures.spec(.halfSquaredError, Momentum(), rate: 0.01))
    for _ in 0..<6 { trainer.step() }
    var kept = trainer
    kept.settings.optimizer = Momentum()
    #expect(afterStep(kept) == afterStep(trainer))
    var weaker = Momentum()
    weaker.momentum = 0
    kept.settings.optimizer = weaker
    // Without momentum the step is one of plain descent, but for the order of two roundings.
    var plain = trainer
    plain.settings.optimizer = SGD()
    #expect(afterStep(kept) == afterStep(plain))
    #expect(afterStep(kept) != afterStep(trainer))
  }

  @Test("An optimiser of another kind starts without a past, there and back")
  func otherKind() {
    var trainer = Fixtures.trainer(Fixtures.spec(.halfSquaredError, Momentum(), rate: 0.01))
    for _ in 0..<6 { trainer.step() }
    let before = trainer
    trainer.settings.optimizer = SGD()
    trainer.settings.optimizer = Momentum()
    // A first step of momentum has no velocity yet: it is a step of plain descent.
    var plain = before
    plain.settings.optimizer = SGD()
    #expect(afterStep(trainer) == afterStep(plain))
    #expect(afterStep(trainer) != afterStep(before))
  }

  @Test("A network put in by hand is trained on, its optimiser without a past")
  func replaced() {
    var trainer = Fixtures.trainer(Fixtures.spec(.halfSquaredError, Momentum(), rate: 0.01))
    for _ in 0..<6 { trainer.step() }
    let wider = Fixtures.network([2, 9, 1], seed: 8)
    trainer.replace(network: wider, samples: trainer.samples)
    #expect(trainer.network.parameters == wider.parameters && trainer.stepCount == 6)
    var plain = trainer
    plain.settings.optimizer = SGD()
    #expect(afterStep(trainer) == afterStep(plain))
    for _ in 0..<30 { trainer.step() }
    #expect(trainer.divergence == nil && trainer.stepCount == 36)
  }

  private func afterStep(_ trainer: Trainer) -> [Float] {
    var copy = trainer
    copy.step()
    return copy.network.parameters
  }
}
