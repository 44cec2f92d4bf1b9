import TestSupport
import Testing

@testable import Engine

@Suite("Networks")
struct NetworkTests {
  @Test("Parameters lie level by level, weights [out, in] row by row, then biases")
  func layout() {
    let network = Fixtures.network([3, 5, 2, 1])
    var expected = 0
    for (level, (inputs, outputs)) in [(3, 5), (5, 2), (2, 1)].enumerated() {
      for unit in 0..<outputs {
        for input in 0..<inputs {
          #expect(network.weightIndex(level: level, unit: unit, input: input) == expected)
          #expect(network.weights[level].range.contains(expected))
          expected += 1
        }
      }
      for unit in 0..<outputs {
        #expect(network.biasIndex(level: level, unit: unit) == expected)
        #expect(!network.weights.contains { $0.range.contains(expected) })
        expected += 1
      }
    }
    #expect(network.parameterCount == expected)
  }

  @Test("A level's first weights do not depend on the levels before it")
  func streams() {
    let narrow = Fixtures.network([2, 4, 1], seed: 5)
    let wide = Fixtures.network([3, 4, 1], seed: 5)
    #expect(Array(narrow.parameters.suffix(5)) == Array(wide.parameters.suffix(5)))
  }

  @Test(
    "Responses and evaluation agree with a scalar pass in double precision",
    arguments: [0, 1, 15, 16, 17, 33, 511, 512, 513, 530])
  func scalar(count: Int) {
    for (widths, loss) in [
      ([2, 1], Loss.halfSquaredError), ([3, 5, 3, 1], .binaryCrossEntropy),
      ([1, 7, 1, 3], .softmaxCrossEntropy), ([0, 2, 2], .meanSquaredError),
    ] {
      let network = Fixtures.network(widths, seed: 4)
      let outputs = network.spec.outputCount
      let rows = Fixtures.rows(count, inputs: widths[0], outputs: outputs, for: loss)
      let samples = Samples(
        inputs: rows.inputs, targets: rows.targets, inputCount: widths[0], targetCount: outputs)
      let responses = network.responses(to: samples)
      var total = 0.0
      for sample in 0..<count {
        let levels = ScalarPass.run(network, rows.inputs[sample])
        for (level, values) in levels.enumerated() {
          expectClose(
            responses[level].map { $0[sample] }, values, within: .oneOperation, "\(widths)")
        }
        let output = levels[levels.count - 1].map { Float($0) }
        total += Double(loss.ofOne(output, target: rows.targets[sample]).loss)
      }
      #expect(responses.map(\.count) == Array(widths.dropFirst()))
      let evaluation = network.evaluate(samples, loss: loss)
      if count == 0 {
        #expect(evaluation.loss.isNaN && evaluation.accuracy.isNaN)
      } else {
        expectClose(evaluation.loss, total / Double(count), within: .oneOperation, "\(widths)")
      }
    }
  }

  @Test("Accuracy counts the right side, the first of the largest, and never NaN")
  func accuracy() {
    #expect(accuracy([[1], [-1], [0], [-0.5]], [[1], [1], [1], [-1]], .halfSquaredError) == 0.75)
    #expect(accuracy([[2], [-3], [4]], [[1], [0], [0]], .binaryCrossEntropy) == 2 / 3.0)
    #expect(
      accuracy([[1, 2], [2, 1], [1, 1], [1, 1]], [[0, 1], [0, 1], [1, 0], [0, 1]]) == 0.5)
    #expect(accuracy([[.nan, .nan], [0, .nan], [.nan, 1]], [[1, 0], [1, 0], [0, 1]]) == 0)
    #expect(accuracy([[.nan], [.nan]], [[1], [0]], .binaryCrossEntropy) == 0)
  }

  /// The accuracy of a network that gives those outputs.
  private func accuracy(
    _ outputs: [[Float]], _ targets: [[Float]], _ loss: Loss = .softmaxCrossEntropy
  ) -> Double {
    var right = 0.0
    for (output, target) in zip(outputs, targets) {
      // Biases alone make the outputs: a network without inputs.
      var network = Fixtures.network([0, output.count])
      network.parameters = output
      let samples = Samples(
        inputs: [[]], targets: [target], inputCount: 0, targetCount: output.count)
      right += network.evaluate(samples, loss: loss).accuracy
    }
    return right / Double(outputs.count)
  }

  @Test("A network without inputs learns the mean of its targets")
  func noInputs() {
    var trainer = Trainer(
      network: Fixtures.network([0, 1]),
      samples: Samples(
        inputs: [[], [], []], targets: [[1], [2], [6]], inputCount: 0, targetCount: 1),
      spec: Fixtures.spec(rate: 0.3, batch: 3), seed: 1)
    for _ in 0..<100 { trainer.step() }
    expectClose(trainer.network.parameters, [3], within: .oneOperation)
  }
}
