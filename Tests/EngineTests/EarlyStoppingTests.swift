import Testing

@testable import Engine

@Suite("Early stopping")
struct EarlyStoppingTests {
  /// A network too large for its few samples, with running statistics and a rate that it overfits at.
  private static func trainer(patience: Int, network: Network? = nil) -> Trainer {
    let hidden = NetworkSpec.Hidden(units: 8, activation: .tanh, normalization: "batch")
    let spec = NetworkSpec(
      inputCount: 2, hidden: [hidden], outputCount: 1, outputActivation: .linear,
      initializer: .xavier)
    var training = Fixtures.spec(.halfSquaredError, Momentum(), rate: 0.05, batch: 6)
    training.patience = patience
    return Trainer(
      network: network ?? Network(spec, seed: 3), samples: Fixtures.samples(18, seed: 1),
      validation: validation, spec: training, seed: 5)
  }

  private static let validation = Fixtures.samples(20, seed: 2)

  private static func loss(_ network: Network) -> Double {
    network.evaluate(validation, loss: .halfSquaredError).loss
  }

  /// The course without early stopping: the networks at the start and after each epoch.
  private static func course(_ epochs: Int) -> [Network] {
    var trainer = trainer(patience: 0)
    return [trainer.network]
      + (0..<epochs).map { _ in
        trainer.epoch()
        return trainer.network
      }
  }

  @Test(
    "It stops when the best is `patience` epochs old, with its weights and statistics",
    arguments: [1, 2, 5, 20])
  func stops(patience: Int) {
    let course = Self.course(200)
    var best = 0
    var end = 0
    let losses = course.map(Self.loss)
    while end - best < patience {
      end += 1
      if losses[end] < losses[best] { best = end }
    }
    #expect(losses[end] > losses[best])
    var trainer = Self.trainer(patience: patience)
    for epoch in 1..<end {
      trainer.epoch()
      #expect(!trainer.hasStopped && trainer.network.parameters == course[epoch].parameters)
    }
    trainer.epoch()
    #expect(trainer.hasStopped && trainer.divergence == nil && trainer.epochCount == end)
    #expect(trainer.earlyStopping?.bestEpoch == best)
    #expect(trainer.earlyStopping?.bestLoss == losses[best])
    #expect(trainer.network.parameters == course[best].parameters)
    #expect(trainer.network.statistics == course[best].statistics)
    let stopped = trainer.trace
    trainer.epoch()
    #expect(trainer.trace == stopped)
  }

  @Test("Another patience keeps the best so far while it watches, and counts on")
  func otherPatience() {
    var steady = Self.trainer(patience: 4)
    var changed = Self.trainer(patience: 1000)
    while !steady.hasStopped {
      steady.epoch()
      if steady.earlyStopping?.waited == 3 { changed.settings.patience = 4 }
      changed.epoch()
    }
    #expect(changed.earlyStopping == steady.earlyStopping)
    #expect(changed.trace == steady.trace)
  }

  @Test("More patience after a stop goes on from the best weights, none for good")
  func goesOn() {
    for patience in [30, 0] {
      var trainer = Self.trainer(patience: 3)
      while !trainer.hasStopped { trainer.epoch() }
      let (epoch, best) = (trainer.epochCount, trainer.network.parameters)
      trainer.settings.patience = patience
      #expect(!trainer.hasStopped && trainer.network.parameters == best)
      #expect(trainer.earlyStopping?.waited == (patience == 0 ? nil : 0))
      trainer.epoch()
      #expect(trainer.epochCount == epoch + 1 && trainer.network.parameters != best)
    }
  }

  @Test("A loss that is no number at the start does not hide the best after it")
  func notANumber() {
    var network = Self.trainer(patience: 0).network
    // Variances below 0, as a file can hold; training looks at the batch, and soon mends them.
    for index in 8..<16 { network.statistics[index] = -1e-4 }
    #expect(Self.loss(network).isNaN)
    var trainer = Self.trainer(patience: 10, network: network)
    for _ in 0..<3 { trainer.epoch() }
    #expect(Self.loss(trainer.network).isFinite)
    #expect(trainer.earlyStopping?.bestLoss.isFinite == true)
    #expect(trainer.earlyStopping?.bestEpoch != 0)
  }

  @Test("A state on disk goes on watching, and stays stopped")
  func state() throws {
    var trainer = Self.trainer(patience: 6)
    while !trainer.hasStopped {
      var copy = Self.trainer(patience: 6)
      try copy.restore(trainer.state)
      #expect(copy.trace == trainer.trace && copy.earlyStopping == trainer.earlyStopping)
      copy.epoch()
      trainer.epoch()
      #expect(copy.trace == trainer.trace && copy.earlyStopping == trainer.earlyStopping)
    }
    var copy = Self.trainer(patience: 6)
    try copy.restore(trainer.state)
    #expect(copy.hasStopped)
  }

  @Test("A diagnosis looks at the step, not at the weights that a stop brings back")
  func diagnosis() {
    var trainer = Self.trainer(patience: 2)
    while !trainer.hasStopped {
      var free = trainer
      free.settings.patience = 0
      #expect(Diagnosis(of: trainer) == Diagnosis(of: free))
      trainer.step()
    }
    var free = trainer
    free.settings.patience = 0
    #expect(Diagnosis(of: trainer) == Diagnosis(of: free))
  }
}
