import Engine
import Testing

/// What the documentation shows of training: each part between the marks stands in an article.
@Suite("Examples of training")
struct TrainingExamples {
  /// Where the examples begin: the exclusive or, learned for a while.
  static var trained: Trainer {
    let samples = Samples(
      inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [1], [1], [0]], inputCount: 2,
      targetCount: 1)
    let shape = NetworkSpec(
      inputCount: 2, hidden: [NetworkSpec.Hidden(units: 4, activation: .tanh)], outputCount: 1,
      outputActivation: .linear, initializer: .xavier)
    var trainer = Trainer(
      network: Network(shape, seed: 42), samples: samples,
      spec: TrainingSpec(
        loss: .binaryCrossEntropy, optimizer: Momentum(), learningRate: 0.1, batchSize: 4),
      seed: 42)
    for _ in 0..<20 { trainer.epoch() }
    return trainer
  }

  @Test("A network learns a handful of samples")
  func training() {
    // Example
    // Four samples: the exclusive or of two inputs.
    let samples = Samples(
      inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [1], [1], [0]],
      inputCount: 2, targetCount: 1)

    // A network of 2, 4 and 1 units, its first weights drawn from seed 42.
    let shape = NetworkSpec(
      inputCount: 2, hidden: [NetworkSpec.Hidden(units: 4, activation: .tanh)],
      outputCount: 1, outputActivation: .linear, initializer: .xavier)
    let network = Network(shape, seed: 42)

    // How it is trained, and 300 epochs of it.
    let spec = TrainingSpec(
      loss: .binaryCrossEntropy, optimizer: Adam(), learningRate: 0.05, batchSize: 4)
    var trainer = Trainer(network: network, samples: samples, spec: spec, seed: 42)
    for _ in 0..<300 { trainer.epoch() }

    let evaluation = trainer.network.evaluate(samples, loss: .binaryCrossEntropy)
    // End
    #expect(evaluation.accuracy == 1)
    #expect(evaluation.loss < 0.1)
  }

  @Test("A copy of a trainer is a branch")
  func branching() {
    var trainer = Self.trained
    // Example
    var branch = trainer
    branch.settings.learningRate = 1
    for _ in 0..<10 {
      trainer.epoch()
      branch.epoch()
    }
    // End
    #expect(trainer.epochCount == 30 && branch.epochCount == 30)
    #expect(trainer.settings.learningRate == 0.1)
    #expect(trainer.network.parameters != branch.network.parameters)
    var other = Self.trained
    for _ in 0..<10 { other.epoch() }
    #expect(other.network.parameters == trainer.network.parameters)
  }

  @Test("A schedule with a warm-up")
  func schedule() {
    // Example
    var shape = CosineDecay()
    shape.period = 100
    let schedule = LearningRateSchedule(shape: shape, warmUp: 4)
    let rates = [0, 2, 4, 54, 104].map { schedule.rate(base: 0.5, at: $0) }
    // End
    #expect(rates == [0.1, 0.3, 0.5, 0.25, 0])
  }

  @Test("A gradient check tells the worst parameter")
  func gradientCheck() throws {
    let trainer = Self.trained
    // Example
    let check = GradientCheck(
      trainer.network, samples: trainer.samples, loss: trainer.settings.loss)
    var report = "nothing to compare"
    if let worst = check.worst {
      report = "parameter \(worst.parameter): \(worst.analytic), by differences \(worst.numeric)"
    }
    // End
    #expect(check.entries.count == trainer.network.parameterCount)
    #expect(try #require(check.worst).relativeError < 1e-3)
    #expect(report.hasPrefix("parameter "))
  }

  @Test("A diagnosis looks at each level")
  func diagnosis() {
    let trainer = Self.trained
    // Example
    let diagnosis = Diagnosis(of: trainer)
    let report = diagnosis.levels.enumerated().map { number, level in
      "level \(number + 1): gradient \(level.gradientNorm), update \(level.updateRatio)"
    }
    // End
    #expect(report.count == 2)
    #expect(diagnosis.levels.allSatisfy { $0.gradientNorm > 0 && $0.updateRatio < 1 })
  }
}
