import Testing

@testable import Engine

@Suite("A movable threshold")
struct ThresholdTests {
  private static let scores = [0.9, 0.7, 0.7, 0.4, 0.2, .nan, .nan]
  private static let isPositive = [true, false, true, true, false, true, false]

  @Test("By hand: 0.7 and all above are positive, NaN is neither")
  func byHand() {
    let metrics = ThresholdMetrics(
      scores: Self.scores, isPositive: Self.isPositive, threshold: 0.7)
    #expect(metrics.confusion.counts == [[1, 1], [1, 2]])
    #expect(metrics.confusion.unanswered == [1, 1])
    #expect(metrics.positives == 4 && metrics.negatives == 3)
    #expect(metrics.accuracy == 3.0 / 7)
    #expect(metrics.precision == 2.0 / 3)
    #expect(metrics.recall == 0.5)
    #expect(metrics.specificity == 1.0 / 3)
    #expect(metrics.f1 == 4.0 / 7)
  }

  @Test("They are those of the matrix", arguments: [-1, 0.2, 0.5, 0.9, 2])
  func matrix(threshold: Double) {
    let metrics = ThresholdMetrics(
      scores: Self.scores, isPositive: Self.isPositive, threshold: threshold)
    let confusion = metrics.confusion
    #expect(confusion.total == 7)
    #expect(metrics.accuracy == confusion.accuracy)
    #expect(metrics.precision == confusion.precision(of: 1))
    #expect(metrics.recall == confusion.recall(of: 1))
    #expect(metrics.f1 == confusion.f1(of: 1))
    #expect(metrics.specificity == confusion.recall(of: 0))
  }

  @Test("The points of both curves are what their thresholds give")
  func curves() throws {
    let scores = ClassScores(
      probabilities: [0.9, 0.7, 0.7, 0.4, 0.2], isPositive: Array(Self.isPositive.prefix(5)))
    for point in try #require(scores.rocCurve).points {
      let metrics = scores.metrics(threshold: point.threshold)
      #expect(metrics.recall == point.truePositiveRate)
      #expect(abs(1 - metrics.specificity - point.falsePositiveRate) < 1e-15)
    }
    for point in try #require(scores.precisionRecallCurve).points {
      let metrics = scores.metrics(threshold: point.threshold)
      #expect(metrics.precision == point.precision && metrics.recall == point.recall)
    }
  }

  @Test("At a half, one output is judged as everywhere else; classes share what is sure")
  func network() throws {
    for (loss, outputs) in [
      (Loss.binaryCrossEntropy, 1), (.halfSquaredError, 1), (.hinge, 1), (.softmaxCrossEntropy, 3),
      (.halfSquaredError, 3),
    ] {
      let network = Fixtures.network([2, 5, outputs], seed: 3)
      let samples = Fixtures.samples(
        50, outputs: outputs, for: loss == .halfSquaredError ? .hinge : loss)
      let metrics = network.classificationMetrics(samples, loss: loss)
      let scores = try (0..<max(2, outputs)).map {
        try #require(network.scores(ofClass: $0, samples, loss: loss))
      }
      #expect(scores.allSatisfy { $0.probabilities.allSatisfy((0...1).contains) })
      for (index, scores) in scores.enumerated() {
        #expect(scores.isPositive.count { $0 } == metrics.confusion.support(of: index))
      }
      if outputs == 1 {
        #expect(scores[1].metrics().confusion == metrics.confusion)
        #expect(scores[1].rocCurve?.area == metrics.roc?.area)
      } else if loss == .softmaxCrossEntropy {
        for sample in 0..<50 {
          #expect(abs(scores.reduce(0) { $0 + $1.probabilities[sample] } - 1) < 1e-6)
        }
      }
      #expect(network.scores(ofClass: max(2, outputs), samples, loss: loss) == nil)
      #expect(network.scores(ofClass: -1, samples, loss: loss) == nil)
      // Of the class it names, the network is at least as sure as of any other.
      let confidences = network.confidences(samples, loss: loss)
      let right = Double(confidences.isPositive.count { $0 }) / 50
      #expect(right == metrics.confusion.accuracy)
      for sample in 0..<50 {
        let highest = scores.map { $0.probabilities[sample] }.max()
        #expect(confidences.probabilities[sample] == highest)
      }
    }
  }

  @Test("Residuals point where the network says too much")
  func residuals() {
    let residuals = Residuals(predictions: [1, 3, 2], targets: [2, 1, 2])
    #expect(residuals.values == [-1, 2, 0])
    #expect(abs(residuals.bias - 1.0 / 3) < 1e-15)
    #expect(residuals.metrics.meanAbsoluteError == 1)
    var network = Fixtures.network([1, 1])
    network.parameters = [2, 1]
    let samples = Samples(inputs: [[1], [2]], targets: [[0], [6]], inputCount: 1, targetCount: 1)
    #expect(network.residuals(samples).values == [3, -1])
    #expect(network.regressionMetrics(samples) == network.residuals(samples).metrics)
  }
}
