import Testing

@testable import Engine

@Suite("Metrics of a network")
struct NetworkMetricsTests {
  /// Targets ±1 for squared errors, else 0 and 1.
  private func samples(_ count: Int, outputs: Int, _ loss: Loss, seed: UInt64) -> Samples {
    var random = Random(seed: seed, stream: .data)
    let low: Float = loss.takesLogits ? 0 : -1
    let inputs = (0..<count).map { _ in (0..<2).map { _ in Float(random.uniform(-2, 2)) } }
    let targets = (0..<count).map { _ in
      let chosen = random.below(max(2, outputs))
      return (0..<outputs).map { outputs == 1 ? chosen == 1 ? 1 : low : $0 == chosen ? 1 : low }
    }
    return Samples(inputs: inputs, targets: targets, inputCount: 2, targetCount: outputs)
  }

  @Test(
    "Accuracy is that of the evaluation, to the bit",
    arguments: [
      (Loss.halfSquaredError, 1), (.halfSquaredError, 4), (.meanSquaredError, 1),
      (.binaryCrossEntropy, 1), (.softmaxCrossEntropy, 3),
    ])
  func accuracy(_ loss: Loss, _ outputs: Int) {
    for seed in UInt64(0)..<10 {
      let network = Fixtures.network([2, 5, outputs], seed: seed)
      // More than one chunk of blocks, the last one not full.
      for count in [1, 15, 16, 17, 600] {
        let samples = samples(count, outputs: outputs, loss, seed: seed)
        let metrics = network.classificationMetrics(samples, loss: loss)
        #expect(metrics.confusion.total == count)
        #expect(metrics.confusion.classCount == max(2, outputs))
        #expect(metrics.confusion.accuracy == network.evaluate(samples, loss: loss).accuracy)
        #expect(metrics.confusion.unanswered.allSatisfy { $0 == 0 })
      }
    }
  }

  @Test("Rows are the true classes, columns the answers, and the score is the output")
  func orientation() {
    // One weight of 1: the output is the input.
    var network = Fixtures.network([1, 1])
    network.parameters = [1, 0]
    let samples = Samples(
      inputs: [[-2], [3], [1], [0]], targets: [[0], [0], [1], [1]], inputCount: 1, targetCount: 1)
    let metrics = network.classificationMetrics(samples, loss: .binaryCrossEntropy)
    #expect(metrics.confusion.counts == [[1, 1], [0, 2]])
    // Of the pairs 1 > -2, 1 < 3, 0 > -2, 0 < 3 two are in order.
    #expect(metrics.roc?.area == 0.5)
    #expect(metrics.roc?.points.map(\.threshold) == [.infinity, 3, 1, 0, -2])
    // With the middle at 0, a target of 0 is class 0 as well.
    #expect(network.classificationMetrics(samples, loss: .halfSquaredError) == metrics)
  }

  @Test("Of several equal outputs the first is the answer, and there is no ROC curve")
  func equalOutputs() {
    var network = Fixtures.network([1, 3])
    network.parameters = Array(repeating: 0, count: network.parameterCount)
    let samples = Samples(
      inputs: [[1], [1], [1]], targets: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], inputCount: 1,
      targetCount: 3)
    let metrics = network.classificationMetrics(samples, loss: .softmaxCrossEntropy)
    #expect(metrics.confusion.counts == [[1, 0, 0], [1, 0, 0], [1, 0, 0]])
    #expect(metrics.roc == nil)
  }

  @Test(
    "An output that is no number is no answer, and wrong as in the evaluation", arguments: [1, 3])
  func notNumbers(_ outputs: Int) {
    let loss: Loss = outputs == 1 ? .binaryCrossEntropy : .softmaxCrossEntropy
    var network = Fixtures.network([2, outputs])
    let samples = samples(50, outputs: outputs, loss, seed: 2)
    // Only the last output is not a number.
    network.parameters[network.biasIndex(level: 0, unit: outputs - 1)] = .nan
    let metrics = network.classificationMetrics(samples, loss: loss)
    #expect(metrics.confusion.unanswered.reduce(0, +) == 50)
    #expect(metrics.confusion.counts.joined().allSatisfy { $0 == 0 })
    #expect(metrics.confusion.accuracy == 0)
    #expect(network.evaluate(samples, loss: loss).accuracy == 0)
    #expect(metrics.roc == nil)
  }

  @Test("The squared error of numbers is that of the evaluation", arguments: [1, 16, 17, 600])
  func regression(_ count: Int) {
    let network = Fixtures.network([2, 5, 1])
    let samples = Fixtures.samples(count)
    let metrics = network.regressionMetrics(samples)
    let loss = network.evaluate(samples, loss: .meanSquaredError).loss
    // The loss is summed in single precision by sixteens.
    #expect(abs(metrics.rootMeanSquaredError * metrics.rootMeanSquaredError - loss) < 1e-6 * loss)
    #expect(metrics.meanAbsoluteError <= metrics.rootMeanSquaredError)
    #expect(metrics.determination.isNaN == (count == 1))
  }

  @Test("Each output can be asked for")
  func outputs() {
    var network = Fixtures.network([1, 2])
    network.parameters = [0, 0, 5, 7]
    let samples = Samples(
      inputs: [[1], [1]], targets: [[5, 5], [4, 3]], inputCount: 1, targetCount: 2)
    #expect(network.regressionMetrics(samples).meanAbsoluteError == 0.5)
    #expect(network.regressionMetrics(samples, output: 1).meanAbsoluteError == 3)
  }

  @Test("Of no samples there is nothing to tell")
  func nothing() {
    let network = Fixtures.network([2, 1])
    let samples = Samples(inputs: [], targets: [], inputCount: 2, targetCount: 1)
    let metrics = network.classificationMetrics(samples, loss: .binaryCrossEntropy)
    #expect(metrics.confusion.total == 0 && metrics.confusion.accuracy.isNaN)
    #expect(metrics.roc == nil)
    #expect(network.regressionMetrics(samples).rootMeanSquaredError.isNaN)
  }
}
