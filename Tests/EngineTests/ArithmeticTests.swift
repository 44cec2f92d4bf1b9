import TestSupport
import Testing

@testable import Engine

extension Arithmetic {
  /// The calculation with every number in full, in brackets where it is negative.
  var full: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .number(let number): number < 0 ? "(\(number))" : "\(number)"
      }
    }.joined()
  }

  /// What it comes to; nil if it can't be read.
  var worked: Double? { Calculator.value(of: full) }
}

@Suite("Calculations written out")
struct ArithmeticTests {
  private static let sums: [Float] = [-2.3, -0.7, -0.01, 0, 0.01, 0.4, 1.9]

  @Test("The calculator itself works out what a person does")
  func calculator() {
    #expect(Calculator.value(of: "2 + 3·4 - 6/3") == 12)
    #expect(Calculator.value(of: "-(1 - 3)² / 2") == -2)
    #expect(Calculator.value(of: "√(0.25 + 0)·|1 - 3|") == 1)
    #expect(Calculator.value(of: "max(0, -2) + 1e-1") == 0.1)
    #expect(Calculator.value(of: "σ(0)·e^0 + log(1)") == 0.5)
    #expect(Calculator.value(of: "2 + q") == nil)
  }

  @Test("An activation written out comes to what it gives", arguments: Activation.allCases)
  func activations(activation: Activation) {
    // A unit's softmax needs its neighbours.
    guard activation != .softmax else { return }
    for z in Self.sums {
      let a = activation.value(Lanes(repeating: z))[0]
      var numbers = activation.spelled(at: z).numbers
      // The step tells its result.
      if activation == .step { numbers = "\(z > 0 ? Float(1) : 0)" }
      expectClose(
        numbers.worked ?? .nan, Double(a), within: Tolerance(relative: 1e-4, absolute: 1e-4),
        "z = \(z)")
      let slope = activation.slope(at: Lanes(repeating: z), value: Lanes(repeating: a))[0]
      expectClose(
        activation.spelledSlope(at: z, value: a)?.numbers.worked ?? .nan, Double(slope),
        within: Tolerance(relative: 1e-4, absolute: 1e-4), "slope at \(z)")
    }
  }

  @Test("A loss and its slope written out come to what they are", arguments: Loss.allCases)
  func losses(loss: Loss) {
    for count in [1, 3] where loss != .softmaxCrossEntropy || count > 1 {
      let rows = Fixtures.rows(12, outputs: count, for: loss, seed: 3)
      var random = Random(seed: 9, stream: .data)
      for targets in rows.targets {
        let outputs = (0..<count).map { _ in Float(random.uniform(-2.5, 2.5)) }
        let (values, gradient) = Self.values(loss, outputs, targets)
        let spelled = loss.spelled(outputs: outputs, targets: targets)
        let sum = spelled.terms.compactMap(\.worked).reduce(0, +) / Double(spelled.divisor)
        expectClose(sum, Double(values), within: Tolerance(relative: 1e-4, absolute: 1e-5))
        for output in 0..<count {
          let slope = loss.spelledSlope(of: output, outputs: outputs, targets: targets)
          expectClose(
            slope.numbers.worked ?? .nan, Double(gradient[output]),
            within: Tolerance(relative: 1e-4, absolute: 1e-5), slope.numbers.full)
        }
      }
    }
  }

  @Test(
    "An update written out comes to what the optimiser does",
    arguments: OptimizerCatalogue.all.map { $0.name })
  func optimizers(name: String) throws {
    var optimizer = try #require(OptimizerCatalogue.named(name))
    optimizer.set("bias-correction", to: 1)
    optimizer.prepare(parameterCount: 1)
    var weights: [Float] = [0.7]
    for (number, gradient) in ([0.4, -0.3, 0.05, 1.2] as [Float]).enumerated() {
      let (before, memory) = (weights[0], optimizer.memory)
      var span = weights.mutableSpan
      optimizer.update(&span, along: [gradient].span, rate: 0.1)
      let step = ParameterStep(
        gradient: gradient, rate: 0.1, before: before, after: weights[0],
        moments: memory.moments.map { $0[0] }, newMoments: optimizer.memory.moments.map { $0[0] },
        counters: optimizer.memory.counters)
      let workings = optimizer.workings(of: step)
      #expect(workings.last?.name == "w")
      // Every moment has its line, by the name it has in the optimiser.
      for name in optimizer.momentNames { #expect(workings.contains { $0.name == name }) }
      for working in workings {
        expectClose(
          working.numbers.worked ?? .nan, working.value,
          within: Tolerance(relative: 2e-5, absolute: 1e-9),
          "step \(number), \(working.name) = \(working.numbers.full)")
        // As in the formula that menus show, but for its two spellings of a division.
        #expect(type(of: optimizer).formula.contains(working.name.prefix(1)))
      }
    }
  }

  /// The loss of one sample and its gradient, by the engine.
  private static func values(
    _ loss: Loss, _ outputs: [Float], _ targets: [Float]
  ) -> (Float, [Float]) {
    let prediction = outputs.map { Lanes(repeating: $0) }
    let target = targets.map { Lanes(repeating: $0) }
    let values = loss.values(
      of: prediction.span, target: target.span, block: 0, blocks: 1, outputs: outputs.count)
    var gradient = prediction
    var span = gradient.mutableSpan
    loss.writeGradient(
      of: prediction.span, target: target.span, block: 0, blocks: 1, outputs: outputs.count,
      scale: Lanes(repeating: 1), into: &span)
    return (values[0], gradient.map { $0[0] })
  }
}
