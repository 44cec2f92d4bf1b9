import Testing

@testable import Engine

@Suite("Gradients of networks of all kinds of layers")
struct LayerGradientTests {
  @Test("Every layer has its gradient with every loss and penalty", arguments: LayerShape.all)
  func losses(shape: LayerShape) {
    for (number, loss) in Loss.allCases.enumerated() {
      for (form, regularization) in Fixtures.regularizations.enumerated()
      // Half of them with dropout, the others without: both would take twice as long.
      where (number + form) % 2 == (shape.dropout > 0 ? 0 : 1) {
        let activation: Activation = [.tanh, .gelu, .sigmoid][(number + form) % 3]
        expectRight(shape, activation, loss, regularization)
      }
    }
  }

  @Test(
    "Every shape has its gradient with every activation", arguments: LayerShape.all)
  func activations(shape: LayerShape) {
    for activation in Activation.allCases where activation.slopeIsExact {
      expectRight(shape, activation, .halfSquaredError, .none)
    }
  }

  @Test("Chosen parameters are checked in networks of all shapes", arguments: LayerShape.all)
  func chosen(shape: LayerShape) {
    let network = shape.network([2, 4, 2, 1], seed: 3)
    let chosen = [network.parameterCount - 1, 0, network.levels[1].parameters.lowerBound]
    let samples = Fixtures.samples(20)
    let all = GradientCheck(network, samples: samples, loss: .halfSquaredError)
    let some = GradientCheck(
      network, samples: samples, loss: .halfSquaredError, parameters: chosen)
    #expect(some.entries == chosen.map { all.entries[$0] })
  }

  private func expectRight(
    _ shape: LayerShape, _ activation: Activation, _ loss: Loss, _ regularization: Regularization
  ) {
    let outputs = loss == .softmaxCrossEntropy ? 3 : 1
    var network = shape.network([2, 5, 3, 3, outputs], activation, seed: 5)
    // Biases that are all 0 and scales that are all 1 would hide a term that is left out.
    var random = Random(seed: 10, stream: .noise)
    for place in network.parameters.indices {
      network.parameters[place] += Float(random.uniform(-0.2, 0.2))
    }
    let check = GradientCheck(
      network, samples: Fixtures.samples(21, outputs: outputs, for: loss, seed: 6), loss: loss,
      regularization: regularization)
    let place = "\(shape) \(activation) \(loss)"
    for entry in check.entries where !entry.crossesKink {
      // As `GradientCheck` says: the formula's own error, and rounding that grows as the step falls.
      let tolerance = 1e-3 + 2e-6 / entry.step
      #expect(entry.relativeError <= tolerance, "\(place): \(entry)")
    }
    // A solver meets every kink several times.
    let crossing = check.entries.count { $0.crossesKink }
    #expect(crossing * 2 <= check.entries.count, "\(place): \(crossing) cross a kink")
  }
}
