import TestSupport
import Testing

@testable import Engine

@Suite("Diagnosis")
struct DiagnosisTests {
  private func trainer(
    _ network: Network, _ samples: Samples = Fixtures.samples(40), rate: Float = 0.1,
    _ regularization: Regularization = .none
  ) -> Trainer {
    Trainer(
      network: network, samples: samples,
      spec: Fixtures.spec(rate: rate, batch: 40, regularization, shuffles: false), seed: 1)
  }

  @Test("A trainer goes on to the same bits after being diagnosed", arguments: LayerShape.all)
  func untouched(shape: LayerShape) {
    var looked = shape.trainer()
    var plain = looked
    for _ in 0..<9 {
      let diagnosis = Diagnosis(of: looked)
      #expect(diagnosis == Diagnosis(of: looked))
      #expect(diagnosis.levels.count == 4)
      looked.step()
      plain.step()
      #expect(looked.trace == plain.trace)
      #expect(looked.network.statistics == plain.network.statistics)
    }
  }

  @Test("Norms, ratio and mean of a unit that can be followed by hand")
  func hand() throws {
    var network = Fixtures.network([1, 1])
    network.parameters = [2, 1]
    let samples = Samples(inputs: [[3], [1]], targets: [[0], [3]], inputCount: 1, targetCount: 1)
    // a = 7 and 3, so the errors are 7 and 0: dC/dw = 3 · 7 / 2, dC/db = 7 / 2.
    let level = try #require(Diagnosis(of: trainer(network, samples)).levels.first)
    expectClose(level.gradientNorm, (10.5 * 10.5 + 3.5 * 3.5).squareRoot(), within: .oneOperation)
    #expect(level.weightNorm == 2)
    expectClose(level.updateRatio, 0.1 * 10.5 / 2, within: .oneOperation)
    #expect(level.mean == 5 && level.deviation == 2)
    #expect(level.weights.range == 2...2 && level.activations.range == 3...7)
    #expect(level.deadShare == nil && level.saturatedShare == nil)
  }

  @Test("The gradient is what the optimiser gets, penalties included")
  func penalty() throws {
    var network = Fixtures.network([1, 1])
    network.parameters = [2, 1]
    let samples = Samples(inputs: [[0]], targets: [[1]], inputCount: 1, targetCount: 1)
    let penalized = trainer(network, samples, Regularization(l2: 0.25))
    expectClose(Diagnosis(of: penalized).levels[0].gradientNorm, 0.5, within: .oneOperation)
  }

  @Test("Dead relu units are counted, in blocks of every kind", arguments: LayerShape.all)
  func dead(shape: LayerShape) {
    var network = shape.network([2, 4, 1], .relu)
    // Without weights, and where there is a normalisation without scale, the bias alone decides.
    let groups = network.levels[0].parameters
    for place in groups { network.parameters[place] = 0 }
    let shift =
      shape.normalization == nil || shape.wiring.hasPrefix("ode")
      ? network.biasIndex(level: 0, unit: 0) : groups.upperBound - 4
    for (unit, bias) in ([-1, -1, -1, 1] as [Float]).enumerated() {
      network.parameters[shift + unit] = bias
    }
    let level = Diagnosis(of: trainer(network)).levels[0]
    #expect(level.deadShare == 0.75)
    #expect(level.saturatedShare == nil)
  }

  @Test("A unit of a solver that wakes up on the way is not dead")
  func wakes() {
    let shape = LayerShape(wiring: "ode-euler", normalization: nil, dropout: 0)
    var network = shape.network([2, 2, 1], .relu)
    // h₂ grows by 1 in all; h₁ follows once h₂ is past 0.5.
    network.parameters.replaceSubrange(0..<6, with: [0, 1, 0, 0, -0.5, 1])
    let still = Samples(inputs: [[0, 0]], targets: [[1]], inputCount: 2, targetCount: 1)
    #expect(Diagnosis(of: trainer(network, still)).levels[0].deadShare == 0)
    network.parameters[4] = -2
    #expect(Diagnosis(of: trainer(network, still)).levels[0].deadShare == 0.5)
  }

  @Test("A level of dead units hands nothing back to the one before")
  func allDead() {
    var network = Fixtures.network([2, 3, 4, 1], .relu)
    for unit in 0..<4 { network.parameters[network.biasIndex(level: 1, unit: unit)] = -1e3 }
    let levels = Diagnosis(of: trainer(network)).levels
    #expect(levels[1].deadShare == 1 && (levels[0].deadShare ?? 1) < 1)
    #expect(levels[0].gradientNorm == 0 && levels[0].updateRatio == 0)
    #expect(levels[1].gradientNorm == 0 && levels[2].gradientNorm > 0)
    #expect(levels[1].mean == 0 && levels[1].deviation == 0)
    #expect(levels[1].activations.counts.max() == 4 * 40)
  }

  @Test(
    "Saturated values are counted at both ends", arguments: [Activation.tanh, .sigmoid],
    LayerCatalogue.wirings.map(\.name))
  func saturated(activation: Activation, wiring: String) {
    let shape = LayerShape(wiring: wiring, normalization: nil, dropout: 0)
    var network = shape.network([2, 4, 1], activation)
    for place in network.levels[0].parameters { network.parameters[place] = 0 }
    for (unit, bias) in ([-50, 50, 50, 0] as [Float]).enumerated() {
      network.parameters[network.biasIndex(level: 0, unit: unit)] = bias
    }
    let level = Diagnosis(of: trainer(network)).levels[0]
    #expect(level.saturatedShare == 0.75)
    #expect(level.deadShare == nil)
  }

  @Test("Thresholds are the same point of tanh and of the sigmoid, and others never saturate")
  func thresholds() throws {
    for activation in Activation.allCases {
      guard let bounds = activation.saturation else { continue }
      for bound in [bounds.lowerBound, bounds.upperBound] {
        let middle = activation.slope(at: Lanes(), value: activation.value(Lanes()))[0]
        let share = activation.slope(at: Lanes(), value: Lanes(repeating: bound))[0] / middle
        expectClose(share, 0.0591, within: Tolerance(relative: 1e-3))
      }
    }
  }

  @Test("A level whose step explodes shows it, the others do not")
  func exploding() {
    var network = Fixtures.network([2, 4, 4, 1])
    // Large weights behind level 0 make its gradient large.
    for place in network.levels[2].parameters { network.parameters[place] *= 1e4 }
    let calm = Diagnosis(of: trainer(Fixtures.network([2, 4, 4, 1]), rate: 1e-3)).levels
    let wild = Diagnosis(of: trainer(network, rate: 1e-3)).levels
    #expect(calm[0].updateRatio < 0.1 && calm[1].updateRatio < 0.1)
    #expect(wild[0].updateRatio > 100 && wild[1].updateRatio > 100)
    #expect(wild[2].updateRatio < 1)
  }

  @Test("Weights that are all 0 change infinitely, or not at all")
  func zeros() {
    let zero = Fixtures.network([2, 1], initializer: .zeros)
    #expect(Diagnosis(of: trainer(zero)).levels[0].updateRatio == .infinity)
    let still = Samples(inputs: [[1, 2]], targets: [[0]], inputCount: 2, targetCount: 1)
    #expect(Diagnosis(of: trainer(zero, still)).levels[0].updateRatio == 0)
    let blind = Diagnosis(of: trainer(Fixtures.network([0, 1]), Fixtures.samples(9, inputs: 0)))
    #expect(blind.levels[0].weightNorm == 0 && blind.levels[0].updateRatio == 0)
  }

  @Test("Of many samples an evenly spread part is looked at", arguments: [1024, 1025, 5000])
  func many(count: Int) {
    var network = Fixtures.network([1, 1])
    network.parameters = [1, 0]
    let samples = Samples(
      inputs: (0..<count).map { [Float($0)] }, targets: (0..<count).map { _ in [0] },
      inputCount: 1, targetCount: 1)
    let histogram = Diagnosis(of: trainer(network, samples), histogramBins: 8).levels[0].activations
    #expect(histogram.counts.reduce(0, +) == 1024)
    #expect(histogram.counts.allSatisfy { abs($0 - 128) <= 1 })
    #expect(histogram.range.upperBound > Float(count) * 0.99)
  }

  @Test("A trainer that has diverged is told about without harm")
  func diverged() {
    var network = Fixtures.network([2, 3, 1])
    network.parameters[0] = .nan
    var broken = trainer(network)
    broken.step()
    let levels = Diagnosis(of: broken).levels
    #expect(levels[0].weights.notFiniteCount == 1 && levels[0].weightNorm.isNaN)
    #expect(levels[0].activations.notFiniteCount == 40 && levels[0].mean.isNaN)
    #expect(levels[1].weightNorm > 0)
  }
}
