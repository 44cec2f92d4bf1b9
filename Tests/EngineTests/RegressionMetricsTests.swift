import Testing

@testable import Engine

@Suite("Metrics of predicted numbers")
struct RegressionMetricsTests {
  @Test("A known case, as scikit-learn has it and worked out in fractions")
  func example() {
    // Errors -0.5, 0.5, 0, 1; targets' mean 23/8, their squares around it 29.1875.
    let metrics = RegressionMetrics(predictions: [2.5, 0, 2, 8], targets: [3, -0.5, 2, 7])
    #expect(metrics.rootMeanSquaredError == Double(0.375).squareRoot())
    #expect(metrics.meanAbsoluteError == 0.5)
    #expect(metrics.determination == 1 - 1.5 / 29.1875)
  }

  @Test("Exact predictions have no error; the mean explains nothing, and less is below 0")
  func landmarks() {
    let targets = [1.0, 2, 3, 6]
    let exact = RegressionMetrics(predictions: targets, targets: targets)
    #expect(exact.rootMeanSquaredError == 0 && exact.meanAbsoluteError == 0)
    #expect(exact.determination == 1)
    let mean = RegressionMetrics(predictions: [3, 3, 3, 3], targets: targets)
    #expect(mean.determination == 0)
    let worse = RegressionMetrics(predictions: [6, 3, 2, 1], targets: targets)
    #expect(worse.determination < 0)
  }

  @Test("Another unit scales the errors and leaves R²; no error is larger than its root of squares")
  func laws() {
    var random = Random(seed: 3, stream: .data)
    for _ in 0..<20 {
      let targets = (0..<50).map { _ in random.uniform(-3, 3) }
      let predictions = targets.map { $0 + random.normal() }
      let metrics = RegressionMetrics(predictions: predictions, targets: targets)
      #expect(metrics.meanAbsoluteError <= metrics.rootMeanSquaredError)
      // A power of two scales without rounding.
      let scaled = RegressionMetrics(
        predictions: predictions.map { 8 * $0 }, targets: targets.map { 8 * $0 })
      #expect(scaled.meanAbsoluteError == 8 * metrics.meanAbsoluteError)
      #expect(scaled.rootMeanSquaredError == 8 * metrics.rootMeanSquaredError)
      #expect(scaled.determination == metrics.determination)
    }
  }

  @Test("Equal targets have no R², predicted right or not; errors they have")
  func constant() {
    let targets = [0.1, 0.1, 0.1]
    for predictions in [targets, [1, 2, 3]] {
      #expect(RegressionMetrics(predictions: predictions, targets: targets).determination.isNaN)
    }
    let one = RegressionMetrics(predictions: [3], targets: [1])
    #expect(one.rootMeanSquaredError == 2 && one.meanAbsoluteError == 2)
    #expect(one.determination.isNaN)
  }

  @Test("Of nothing, and of predictions that are no numbers, everything is NaN")
  func undefined() {
    for metrics in [
      RegressionMetrics(predictions: [], targets: []),
      RegressionMetrics(predictions: [.nan, 1], targets: [1, 2]),
    ] {
      #expect(metrics.rootMeanSquaredError.isNaN && metrics.meanAbsoluteError.isNaN)
      #expect(metrics.determination.isNaN)
    }
  }
}
