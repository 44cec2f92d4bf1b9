import Testing

@testable import Engine

@Suite("Frozen parameters")
struct FrozenTests {
  private static let chosen = [20, 0, 3, 11, 3, 36]

  @Test(
    "Nothing moves them, whatever the optimiser and what comes with it",
    arguments: OptimizerCatalogue.all.map { $0.name })
  func held(name: String) throws {
    let optimizer = Optimizers.turned(try #require(OptimizerCatalogue.named(name)))
    var regularizations = Fixtures.regularizations
    regularizations.append(
      Regularization(l1: 0.01, l2: 0.02, l1IsProximal: true, l2IsDecoupled: true, maxNorm: 0.5))
    for regularization in regularizations {
      var spec = Fixtures.spec(.halfSquaredError, optimizer, rate: 0.05, regularization)
      spec.clipping = .norm(0.1)
      var trainer = Fixtures.trainer(spec)
      trainer.step()
      trainer.freeze(Self.chosen)
      #expect(trainer.frozen == [0, 3, 11, 20, 36])
      let before = trainer.network.parameters
      for _ in 0..<30 { trainer.step() }
      for (index, value) in trainer.network.parameters.enumerated() {
        let isFrozen = Self.chosen.contains(index)
        #expect((value.bitPattern == before[index].bitPattern) == isFrozen, "\(index)")
      }
    }
  }

  @Test("They take no share of the length that a gradient is clipped to")
  func clipping() {
    var spec = Fixtures.spec(rate: 1)
    spec.clipping = .norm(0.01)
    var trainer = Fixtures.trainer(spec)
    trainer.freeze(Array(0..<15))
    let before = trainer.network.parameters
    let next = NextStep(of: trainer)
    trainer.step()
    #expect(trainer.network.parameters == next.parameters)
    #expect(next.gradient[..<15].allSatisfy { $0 == 0 })
    let squares = zip(before, trainer.network.parameters).reduce(0.0) {
      $0 + Double($1.0 - $1.1) * Double($1.0 - $1.1)
    }
    #expect(abs(squares.squareRoot() - 0.01) < 1e-5)
  }

  @Test("With everything frozen nothing changes but the counts; let go, it learns")
  func all() {
    var trainer = Fixtures.trainer(Fixtures.spec(.halfSquaredError, Adam()))
    let first = trainer.network.parameters
    trainer.freeze(Array(first.indices) + [-1, first.count])
    #expect(trainer.frozen == Array(first.indices))
    trainer.epoch()
    #expect(trainer.network.parameters == first)
    #expect(trainer.epochCount == 1)
    trainer.freeze([])
    trainer.step()
    #expect(trainer.network.parameters != first)
  }

  @Test("A value set by hand stays, through early stopping too")
  func earlyStopping() {
    var spec = Fixtures.spec(rate: 0.5)
    spec.patience = 2
    let samples = Fixtures.samples(37)
    var trainer = Trainer(
      network: Fixtures.network([2, 5, 3, 1]), samples: samples,
      validation: Fixtures.samples(21, seed: 2), spec: spec, seed: 1)
    trainer.epoch()
    trainer.setParameter(4, to: 0.75)
    trainer.freeze([4])
    for _ in 0..<500 { trainer.epoch() }
    #expect(trainer.earlyStopping?.hasStopped == true)
    #expect(trainer.network.parameters[4] == 0.75)
    // By hand again: there is something new to watch.
    trainer.setParameter(4, to: -2)
    #expect(!trainer.hasStopped)
  }

  @Test("Another network has nothing frozen")
  func replaced() {
    var trainer = Fixtures.trainer()
    trainer.freeze([1])
    trainer.replace(network: Fixtures.network([2, 3, 1]), samples: trainer.samples)
    #expect(trainer.frozen.isEmpty)
    trainer.step()
    #expect(trainer.stepCount == 1)
  }

  @Test("What the optimiser remembers of a parameter has the names of its formula")
  func moments() {
    var trainer = Fixtures.trainer(Fixtures.spec(.halfSquaredError, Adam()))
    let next = NextStep(of: trainer)
    trainer.step()
    let moments = trainer.settings.optimizer.moments(ofParameter: 2)
    #expect(moments.map(\.name) == ["m", "v"])
    #expect(moments.map(\.value) == next.moments.map { $0[2] })
    #expect(abs(moments[0].value - 0.1 * next.gradient[2]) <= 1e-6 * next.gradient[2].magnitude)
    #expect(trainer.settings.optimizer.moments(ofParameter: 99).isEmpty)
    #expect(SGD().moments(ofParameter: 0).isEmpty)
  }
}
