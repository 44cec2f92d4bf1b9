import Testing

@testable import Engine

@Suite("Precision-recall curve")
struct PrecisionRecallTests {
  @Test("By hand: five samples, three positive, two with one score")
  func byHand() throws {
    let curve = try #require(
      PrecisionRecallCurve(
        scores: [0.1, 0.9, 0.4, 0.4, 0.8], isPositive: [false, true, true, false, true]))
    #expect(curve.points.map(\.threshold) == [0.9, 0.8, 0.4, 0.1])
    #expect(curve.points.map(\.precision) == [1, 1, 0.75, 0.6])
    #expect(curve.points.map(\.recall) == [1.0 / 3, 2.0 / 3, 1, 1])
    // (1 · 1 + 1 · 1 + 1 · 0.75) / 3
    #expect(abs(curve.averagePrecision - 2.75 / 3) < 1e-15)
    #expect(curve.positiveShare == 0.6)
  }

  @Test("As scikit-learn's example has it")
  func reference() {
    let curve = PrecisionRecallCurve(
      scores: [0.1, 0.4, 0.35, 0.8], isPositive: [false, false, true, true])
    // (1 + 2/3) / 2, which the documentation of `average_precision_score` prints as 0.83.
    #expect(abs((curve?.averagePrecision ?? 0) - 5.0 / 6) < 1e-15)
  }

  @Test("A sorting that is right is 1, one score for all is the positive share")
  func extremes() {
    let right = PrecisionRecallCurve(scores: [1, 2, 3], isPositive: [false, true, true])
    #expect(right?.averagePrecision == 1)
    let guess = PrecisionRecallCurve(
      scores: [0, 0, 0, 0], isPositive: [true, false, false, false])
    #expect(guess?.averagePrecision == 0.25)
    #expect(guess?.points.count == 1)
  }

  @Test("Without a positive, and with a NaN, there is none")
  func undefined() {
    #expect(PrecisionRecallCurve(scores: [1, 2], isPositive: [false, false]) == nil)
    #expect(PrecisionRecallCurve(scores: [], isPositive: []) == nil)
    #expect(PrecisionRecallCurve(scores: [1, .nan], isPositive: [true, false]) == nil)
    #expect(
      PrecisionRecallCurve(scores: [-.infinity, .infinity], isPositive: [true, true]) != nil)
  }
}
