import Testing

@testable import Engine

@Suite("Killed units")
struct KillingTests {
  private static let unit = UnitPlace(level: 1, unit: 2)

  private func killed(_ shape: LayerShape, _ activation: Activation = .tanh) -> Network {
    var network = shape.network([2, 5, 3, 3, 1], activation, seed: 5)
    var random = Random(seed: 12, stream: .noise)
    for place in network.parameters.indices {
      network.parameters[place] += Float(random.uniform(-0.2, 0.2))
    }
    network.kill([Self.unit, UnitPlace(level: 0, unit: 0)])
    return network
  }

  @Test("They give exactly 0 and the others go on", arguments: LayerShape.all)
  func zero(shape: LayerShape) {
    // Softplus, sigmoid: what gives 0 was made to.
    for activation in [Activation.softplus, .sigmoid, .linear] {
      let network = killed(shape, activation)
      let responses = network.responses(to: Fixtures.samples(37))
      #expect(responses[1][2].allSatisfy { $0 == 0 })
      #expect(responses[0][0].allSatisfy { $0 == 0 })
      #expect(responses[1][1].contains { $0 != 0 })
      var alive = network
      alive.kill([])
      #expect(alive.responses(to: Fixtures.samples(37))[1][2].contains { $0 != 0 })
      #expect(alive.responses(to: Fixtures.samples(37)).last != responses.last)
    }
  }

  @Test(
    "The gradient is right, and none of it reaches what a unit alone has", arguments: LayerShape.all
  )
  func gradient(shape: LayerShape) {
    let network = killed(shape)
    let samples = Fixtures.samples(21, seed: 6)
    let check = GradientCheck(network, samples: samples, loss: .halfSquaredError)
    for entry in check.entries where !entry.crossesKink {
      #expect(entry.relativeError <= 1e-3 + 2e-6 / entry.step, "\(shape): \(entry)")
    }
    // A layer normalisation and a solver look at a killed unit's sum all the same.
    guard shape.normalization != "layer", !shape.wiring.hasPrefix("ode") else { return }
    let gradient = network.gradient(over: samples, loss: .halfSquaredError)
    for index in network.parameters(of: Self.unit) { #expect(gradient[index] == 0) }
    for unit in 0..<3 {
      let outgoing = network.weightIndex(level: 2, unit: unit, input: 2)
      #expect(outgoing.map { gradient[$0] } == 0)
    }
    #expect(gradient.contains { $0 != 0 })
  }

  @Test("Dead or alive, dropout draws the same, and a unit revived is as it was")
  func revived() {
    let shape = LayerShape(wiring: "dense", normalization: nil, dropout: 0.4)
    var trainer = shape.trainer()
    let before = trainer.network.outputs(for: trainer.samples)
    trainer.kill([Self.unit])
    #expect(trainer.network.outputs(for: trainer.samples) != before)
    trainer.kill([])
    #expect(trainer.network.outputs(for: trainer.samples) == before)
    var other = shape.trainer()
    trainer.step()
    other.step()
    #expect(trainer.trace == other.trace)
  }

  @Test("An output, and what is not there, can't be killed; each unit counts once")
  func impossible() {
    var network = Fixtures.network([2, 5, 3, 1])
    let places = [(2, 0), (0, 5), (3, 0), (-1, 0), (0, -1), (1, 2), (0, 4), (1, 2)]
    network.kill(places.map { UnitPlace(level: $0.0, unit: $0.1) })
    #expect(
      network.killed == [UnitPlace(level: 0, unit: 4), UnitPlace(level: 1, unit: 2)])
  }

  @Test("In a network of another shape they stay killed where they have a place")
  func reshaped() {
    var network = Fixtures.network([2, 5, 3, 1])
    network.kill([UnitPlace(level: 0, unit: 4), UnitPlace(level: 1, unit: 0)])
    var spec = network.spec
    spec.hidden[0].units = 4
    let narrower = network.reshaped(to: spec, inputs: [0, 1], seed: 1)
    #expect(narrower.killed == [UnitPlace(level: 1, unit: 0)])
    #expect(narrower.responses(to: Fixtures.samples(9))[1][0].allSatisfy { $0 == 0 })
    spec.hidden.removeLast()
    #expect(network.reshaped(to: spec, inputs: [0, 1], seed: 1).killed.isEmpty)
    #expect(network.reshaped(to: network.spec, inputs: [0, 1], seed: 1).killed == network.killed)
  }
}
