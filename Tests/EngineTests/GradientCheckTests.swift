import Testing

@testable import Engine

@Suite("Gradients against differences of the loss")
struct GradientCheckTests {
  /// What the check's own sentence promises for steps that no kink made smaller.
  private static let wide = 3e-4
  /// The same for the smallest step.
  private static let narrow = 2e-3

  @Test(
    "Every activation, loss and penalty has the gradient it says",
    arguments: Activation.allCases.filter(\.slopeIsExact), Loss.allCases)
  func everything(activation: Activation, loss: Loss) {
    for regularization in Fixtures.regularizations {
      for outputs in [1, 3] {
        let network = Fixtures.network([3, 4, 3, outputs], activation, seed: 5)
        let samples = Fixtures.samples(21, inputs: 3, outputs: outputs, for: loss, seed: 6)
        expectRight(
          GradientCheck(network, samples: samples, loss: loss, regularization: regularization))
      }
    }
  }

  @Test(
    "Activations at the output have their gradient too",
    arguments: Activation.allCases.filter(\.slopeIsExact))
  func output(activation: Activation) {
    let network = Fixtures.network([2, 3, 2], .tanh, output: activation, seed: 3)
    let samples = Fixtures.samples(18, outputs: 2)
    expectRight(GradientCheck(network, samples: samples, loss: .halfSquaredError))
  }

  @Test("A step's gradient is not the loss's own, and the check says so")
  func straightThrough() throws {
    let network = Fixtures.network([2, 4, 1], .step, seed: 3)
    let check = GradientCheck(network, samples: Fixtures.samples(18), loss: .halfSquaredError)
    #expect(try #require(check.worst).relativeError > 0.9)
  }

  @Test(
    "Networks of other sizes have their gradient", arguments: [[0, 1], [1, 1], [2, 1, 1, 2]])
  func sizes(widths: [Int]) {
    let network = Fixtures.network(widths, seed: 2)
    let samples = Fixtures.samples(33, inputs: widths[0], outputs: widths[widths.count - 1])
    expectRight(GradientCheck(network, samples: samples, loss: .halfSquaredError))
  }

  @Test("A gradient with a flipped sign, a missing factor or a swapped pair is found")
  func broken() throws {
    let network = Fixtures.network([2, 4, 2, 1], seed: 7)
    let samples = Fixtures.samples(20)
    let gradient = network.gradient(over: samples, loss: .halfSquaredError)
    var swapped = gradient
    swapped.swapAt(0, 9)
    for wrong in [gradient.map { -$0 }, gradient.map { $0 * 1.05 }, swapped] {
      let check = GradientCheck(
        network, samples: samples, loss: .halfSquaredError, analytic: wrong)
      #expect(try #require(check.worst).relativeError > 0.04)
    }
  }

  @Test("A gradient without its penalty is found")
  func withoutPenalty() throws {
    let network = Fixtures.network([2, 4, 1], seed: 7)
    let samples = Fixtures.samples(20)
    for penalty in [Regularization(l1: 0.1, l1IsProximal: false), Regularization(l2: 0.1)] {
      let check = GradientCheck(
        network, samples: samples, loss: .halfSquaredError, regularization: penalty,
        analytic: network.gradient(over: samples, loss: .halfSquaredError))
      #expect(try #require(check.worst).relativeError > 0.04)
    }
  }

  @Test("The chosen parameters are checked, in the order in which they were asked for")
  func chosen() {
    let network = Fixtures.network([2, 2, 1])
    let check = GradientCheck(
      network, samples: Fixtures.samples(5), loss: .halfSquaredError, parameters: [8, 0, 3])
    #expect(check.entries.map(\.parameter) == [8, 0, 3])
    let none = GradientCheck(
      network, samples: Fixtures.samples(5), loss: .halfSquaredError, parameters: [])
    #expect(none.worst == nil)
  }

  private func expectRight(
    _ check: GradientCheck, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for entry in check.entries where !entry.crossesKink {
      let tolerance = entry.step > 0.03 ? Self.wide : Self.narrow
      #expect(entry.relativeError <= tolerance, "\(entry)", sourceLocation: sourceLocation)
    }
    // Of a few dozen samples, some always lie on a kink; were it many, nothing would be checked.
    let crossing = check.entries.count { $0.crossesKink }
    #expect(crossing * 4 <= check.entries.count, sourceLocation: sourceLocation)
  }
}
