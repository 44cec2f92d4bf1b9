import CAllocationCounter
import Testing

@testable import Engine

/// Counted by `CAllocationCounter`, which stands in front of the C library's `malloc`. That can be
/// done with glibc, which every system that Percept supports has, and not with other C libraries.
@Suite(
  "Allocations",
  .enabled(
    if: allocationsOfThisThread() >= 0,
    "only glibc lets calls of malloc be counted; this system has another C library"))
struct AllocationTests {
  @Test("The counter counts")
  func counter() {
    let before = allocationsOfThisThread()
    let array = Array(repeating: 1, count: 1000 + Int(before % 2))
    #expect(allocationsOfThisThread() > before)
    #expect(array.count >= 1000)
  }

  @Test(
    "A step allocates nothing, whatever the optimiser, the loss and the batch",
    arguments: OptimizerCatalogue.all.map { $0.name }, Loss.allCases)
  func step(optimizer: String, loss: Loss) throws {
    for regularization in Fixtures.regularizations {
      for batch in [1, 10, 16, 20, 37] {
        let kind = try #require(OptimizerCatalogue.named(optimizer))
        var trainer = Fixtures.trainer(
          Fixtures.spec(loss, kind, rate: 0.01, batch: batch, regularization), outputs: 2)
        let allocations = Self.allocations(of: &trainer, steps: 100)
        #expect(allocations == 0, "\(regularization), batches of \(batch)")
      }
    }
  }

  @Test("A step allocates nothing, whatever the activation", arguments: Activation.allCases)
  func activation(activation: Activation) {
    var trainer = Trainer(
      network: Fixtures.network([2, 5, 3, 1], activation, output: activation),
      samples: Fixtures.samples(37), spec: Fixtures.spec(rate: 0.01), seed: 1)
    #expect(Self.allocations(of: &trainer, steps: 100) == 0)
  }

  @Test("A step and an evaluation allocate nothing, whatever the layers", arguments: LayerShape.all)
  func layers(shape: LayerShape) {
    for batch in [1, 10, 37] {
      var trainer = shape.trainer(batch: batch)
      #expect(Self.allocations(of: &trainer, steps: 50) == 0, "steps with batches of \(batch)")
    }
    let network = shape.trainer().network
    let samples = Fixtures.samples(37)
    var evaluator = Evaluator(for: network)
    var responses = Responses(for: network, count: 37)
    // The language sets up what it needs once in a process; the second round has none of that.
    var counts: [Int] = [0, 0]
    for round in counts.indices {
      let before = allocationsOfThisThread()
      for _ in 0..<20 {
        _ = evaluator.evaluate(network, on: samples, loss: .halfSquaredError)
        evaluator.respond(network, to: samples, into: &responses)
      }
      counts[round] = allocationsOfThisThread() - before
    }
    #expect(counts[1] == 0)
  }

  @Test(
    "Nor with frozen parameters and killed units", arguments: OptimizerCatalogue.all.map { $0.name }
  )
  func marked(optimizer: String) throws {
    let kind = try #require(OptimizerCatalogue.named(optimizer))
    for regularization in Fixtures.regularizations {
      var trainer = Fixtures.trainer(
        Fixtures.spec(.halfSquaredError, kind, rate: 0.01, regularization))
      trainer.freeze([0, 4, 17])
      trainer.kill([UnitPlace(level: 0, unit: 1), UnitPlace(level: 1, unit: 2)])
      #expect(Self.allocations(of: &trainer, steps: 100) == 0, "\(regularization)")
    }
  }

  @Test("After a change of settings the first step may allocate, the next ones do not")
  func changed() {
    var trainer = Fixtures.trainer(Fixtures.spec(.halfSquaredError, Momentum()))
    trainer.step()
    trainer.settings.learningRate = 0.05
    trainer.settings.batchSize = 33
    trainer.step()
    #expect(Self.allocations(of: &trainer, steps: 100) == 0)
  }

  @Test("Nor do steps with all that can be added to them, early stopping included")
  func everything() {
    for unit in ScheduleUnit.allCases {
      var spec = Fixtures.spec(
        .halfSquaredError, Adam(), rate: 0.01,
        Regularization(l1: 0.001, l2: 0.001, l2IsDecoupled: true, maxNorm: 2))
      spec.schedule = LearningRateSchedule(shape: CosineDecay(), warmUp: 3, unit: unit)
      spec.clipping = .norm(0.5)
      spec.inputNoise = 0.1
      spec.patience = 1000
      let samples = Fixtures.samples(37)
      var trainer = Trainer(
        network: Fixtures.network([2, 5, 3, 1]), samples: samples,
        validation: Fixtures.samples(21, seed: 2), spec: spec, seed: 1)
      #expect(Self.allocations(of: &trainer, steps: 200) == 0)
      // Both ways of an epoch's end were gone: with a new best and without.
      #expect((1..<50).contains(trainer.earlyStopping?.bestEpoch ?? 0))
    }
  }

  @Test("Clipping and a schedule's rate allocate nothing")
  func parts() throws {
    var gradient = (0..<100).map { Float($0) }
    let shapes = ScheduleCatalogue.all.map { $0.init() }
    let schedules = shapes.map { LearningRateSchedule(shape: $0, warmUp: 3) }
    var sum: Float = 0
    let before = allocationsOfThisThread()
    for index in schedules.indices {
      for t in 0..<20 { sum += schedules[index].rate(base: 0.1, at: t) }
    }
    var span = gradient.mutableSpan
    Clipping.norm(1).apply(to: &span)
    Clipping.value(0.01).apply(to: &span)
    #expect(allocationsOfThisThread() == before)
    #expect(sum > 0)
  }

  /// Allocations of so many steps, after one that pays for parting from copies.
  private static func allocations(of trainer: inout Trainer, steps: Int) -> Int {
    trainer.step()
    let before = allocationsOfThisThread()
    for _ in 0..<steps { trainer.step() }
    return allocationsOfThisThread() - before
  }
}
