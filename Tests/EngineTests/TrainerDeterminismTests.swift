import Testing

@testable import Engine

@Suite("The same start goes on equally")
struct TrainerDeterminismTests {
  @Test(
    "Steps, epochs and any mixture of them arrive at the same bits",
    arguments: OptimizerCatalogue.all.map { $0.name }, Loss.allCases)
  func mixtures(optimizer: String, loss: Loss) throws {
    let spec = Fixtures.spec(loss, try #require(OptimizerCatalogue.named(optimizer)), batch: 8)
    let start = Fixtures.trainer(spec, outputs: 2)
    var byEpoch = start
    for _ in 0..<6 { byEpoch.epoch() }
    var byStep = start
    for _ in 0..<(6 * start.stepsPerEpoch) { byStep.step() }
    var mixed = start
    mixed.epoch()
    for _ in 0..<3 { mixed.step() }
    mixed.epoch()
    for _ in 0..<(2 * start.stepsPerEpoch + 1) { mixed.step() }
    while mixed.epochCount < 6 { mixed.epoch() }
    #expect(byStep.trace == byEpoch.trace)
    #expect(mixed.trace == byEpoch.trace)
    #expect(byEpoch.epochCount == 6 && byEpoch.stepCount == 30)
  }

  @Test(
    "A copy goes on equally and leaves the original alone",
    arguments: OptimizerCatalogue.all.map { $0.name })
  func copies(optimizer: String) throws {
    var original = Fixtures.trainer(
      Fixtures.spec(.halfSquaredError, try #require(OptimizerCatalogue.named(optimizer)), batch: 7))
    for _ in 0..<10 { original.step() }
    let snapshot = original
    let before = snapshot.trace
    var copy = snapshot
    for _ in 0..<25 {
      copy.step()
      original.step()
      #expect(copy.trace == original.trace)
    }
    #expect(snapshot.trace == before)
    copy.settings.learningRate = 0.5
    copy.step()
    var again = original
    original.step()
    again.step()
    #expect(again.trace == original.trace)
    #expect(copy.trace != original.trace)
  }

  @Test(
    "The same seed gives the same bits, another seed others where weights are drawn",
    arguments: Initializer.allCases)
  func seeds(initializer: Initializer) {
    func run(_ seed: UInt64, order: UInt64) -> Trace {
      var trainer = Trainer(
        network: Fixtures.network([2, 4, 1], initializer: initializer, seed: seed),
        samples: Fixtures.samples(30), spec: Fixtures.spec(batch: 4), seed: order)
      for _ in 0..<3 { trainer.epoch() }
      return trainer.trace
    }
    #expect(run(1, order: 1) == run(1, order: 1))
    let isDrawn = ![.identity, .constant(0.1), .zeros].contains(initializer)
    #expect((run(1, order: 1) != run(2, order: 1)) == isDrawn)
    #expect(run(1, order: 1) != run(1, order: 2))
  }

  @Test("What stands in the scratch before a step changes nothing", arguments: [1, 7, 16, 20, 37])
  func rubbish(batch: Int) {
    let spec = Fixtures.spec(.softmaxCrossEntropy, Momentum(), batch: batch)
    var clean = Fixtures.trainer(spec, outputs: 3)
    var dirty = clean
    for _ in 0..<12 {
      dirty.workspace.fill(with: .nan)
      dirty.step()
      clean.step()
      #expect(dirty.trace == clean.trace)
    }
  }

  @Test("The default network's bits after 100 epochs are these, in every build")
  func fixedBits() {
    var trainer = Self.defaultTrainer
    for _ in 0..<100 { trainer.epoch() }
    #expect(trainer.divergence == nil)
    #expect(fingerprint(trainer.network.parameters) == 13_445_828_015_087_429_796)
  }

  /// The playground's default: 2-4-2-1, tanh, gradient descent, on 50 points from simple fractions.
  private static var defaultTrainer: Trainer {
    let inputs = (0..<50).map { n -> [Float] in
      [Float(n * 37 % 50) / 8 - 3, Float(n * 11 % 50) / 8 - 3]
    }
    let targets = inputs.map { [Float($0[0] * $0[1] >= 0 ? 1 : -1)] }
    return Trainer(
      network: Fixtures.network([2, 4, 2, 1], output: .tanh, initializer: .playground, seed: 42),
      samples: Samples(inputs: inputs, targets: targets, inputCount: 2, targetCount: 1),
      spec: Fixtures.spec(rate: 0.03), seed: 42)
  }

  /// The FNV-1a hash of the parameters' bits, lowest byte first.
  ///
  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, *FNV Hash* (1991).
  private func fingerprint(_ parameters: [Float]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for parameter in parameters {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        hash = (hash ^ UInt64(parameter.bitPattern >> shift & 0xFF)) &* 0x100_0000_01B3
      }
    }
    return hash
  }
}

extension Workspace {
  /// Writes `rubbish` wherever a number may stand.
  mutating func fill(with rubbish: Float) {
    let lanes = Lanes(repeating: rubbish)
    values = values.map { _ in lanes }
    gradients = gradients.map { _ in lanes }
    targets = targets.map { _ in lanes }
    parameterGradient = parameterGradient.map { _ in rubbish }
    pass = Pass(count: 1)
  }
}
