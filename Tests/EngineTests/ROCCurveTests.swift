import Testing

@testable import Engine

@Suite("ROC curves")
struct ROCCurveTests {
  /// Scores on a grid, so that many tie, higher on the whole for the positive.
  private func samples(_ seed: UInt64, count: Int = 60) -> (scores: [Double], classes: [Bool]) {
    var random = Random(seed: seed, stream: .data)
    let classes = (0..<count).map { index in index < 2 ? index == 0 : random.below(3) == 0 }
    let scores = classes.map { Double(random.below(12)) / 4 - 1.5 + ($0 ? 0.5 : 0) }
    return (scores, classes)
  }

  @Test("A known case, as scikit-learn has it")
  func example() throws {
    // roc_curve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]); roc_auc_score gives 0.75.
    let curve = try #require(
      ROCCurve(scores: [0.1, 0.4, 0.35, 0.8], isPositive: [false, false, true, true]))
    #expect(curve.points.map(\.falsePositiveRate) == [0, 0, 0.5, 0.5, 1])
    #expect(curve.points.map(\.truePositiveRate) == [0, 0.5, 0.5, 1, 1])
    #expect(curve.points.map(\.threshold) == [.infinity, 0.8, 0.4, 0.35, 0.1])
    #expect(curve.area == 0.75)
  }

  @Test("A known case with ties, worked out in fractions")
  func ties() throws {
    // Pairs: 3 > 2, 3 > 1, 2 = 2 (half), 2 > 1: 3.5 of 4.
    let curve = try #require(
      ROCCurve(scores: [3, 2, 2, 1], isPositive: [true, true, false, false]))
    #expect(curve.points.map(\.threshold) == [.infinity, 3, 2, 1])
    #expect(curve.points.map(\.truePositiveRate) == [0, 0.5, 1, 1])
    #expect(curve.points.map(\.falsePositiveRate) == [0, 0, 0.5, 1])
    #expect(curve.area == 3.5 / 4)
  }

  @Test("The area is the share of pairs in the right order, ties half", arguments: 0..<20)
  func pairs(_ seed: Int) throws {
    let (scores, classes) = samples(UInt64(seed))
    let curve = try #require(ROCCurve(scores: scores, isPositive: classes))
    var (wins, pairs) = (0.0, 0.0)
    for positive in scores.indices where classes[positive] {
      for negative in scores.indices where !classes[negative] {
        pairs += 1
        wins += scores[positive] > scores[negative] ? 1 : 0
        wins += scores[positive] == scores[negative] ? 0.5 : 0
      }
    }
    #expect(curve.area == wins / pairs)
  }

  @Test(
    "The curve climbs from (0, 0) to (1, 1), and its trapezoids are the area", arguments: 0..<20)
  func trapezoids(_ seed: Int) throws {
    let (scores, classes) = samples(UInt64(seed))
    let curve = try #require(ROCCurve(scores: scores, isPositive: classes))
    #expect(curve.points.count == Set(scores).count + 1)
    var area = 0.0
    for (one, next) in zip(curve.points, curve.points.dropFirst()) {
      #expect(next.threshold < one.threshold)
      let width = next.falsePositiveRate - one.falsePositiveRate
      #expect(width >= 0 && next.truePositiveRate >= one.truePositiveRate)
      area += width * (one.truePositiveRate + next.truePositiveRate) / 2
      let called = zip(scores, classes).filter { $0.0 >= next.threshold }
      let found = Double(called.count { $0.1 }) / Double(classes.count { $0 })
      #expect(next.truePositiveRate == found)
    }
    #expect(abs(area - curve.area) < 1e-14)
    let (first, last) = (curve.points[0], curve.points[curve.points.count - 1])
    #expect(first.falsePositiveRate == 0 && first.truePositiveRate == 0)
    #expect(last.falsePositiveRate == 1 && last.truePositiveRate == 1)
  }

  @Test("Only the order of scores counts; negated, the area is what is missing", arguments: 0..<20)
  func transforms(_ seed: Int) throws {
    let (scores, classes) = samples(UInt64(seed))
    let curve = try #require(ROCCurve(scores: scores, isPositive: classes))
    for transform: (Double) -> Double in [{ 3 * $0 + 7 }, { $0 * $0 * $0 }, { $0 / (4 + abs($0)) }]
    {
      let other = try #require(ROCCurve(scores: scores.map(transform), isPositive: classes))
      #expect(other.area == curve.area)
      #expect(other.points.map(\.truePositiveRate) == curve.points.map(\.truePositiveRate))
    }
    let negated = try #require(ROCCurve(scores: scores.map { -$0 }, isPositive: classes))
    #expect(abs(negated.area - (1 - curve.area)) < 1e-15)
    let swapped = try #require(ROCCurve(scores: scores, isPositive: classes.map { !$0 }))
    #expect(abs(swapped.area - (1 - curve.area)) < 1e-15)
    let backwards = ROCCurve(scores: scores.reversed(), isPositive: classes.reversed())
    #expect(backwards == curve)
  }

  @Test("Apart from each other the area is 1, all alike ½, and infinite scores have their place")
  func extremes() throws {
    let classes = [false, true, false, true]
    let apart = ROCCurve(scores: [-1, 1, -.infinity, .infinity], isPositive: classes)
    #expect(apart?.area == 1)
    let alike = try #require(ROCCurve(scores: [0, -0.0, 0, 0], isPositive: classes))
    #expect(alike.area == 0.5 && alike.points.count == 2)
  }

  @Test("One class alone, no samples, or a score that is no number have no curve")
  func undefined() {
    #expect(ROCCurve(scores: [1, 2], isPositive: [true, true]) == nil)
    #expect(ROCCurve(scores: [1, 2], isPositive: [false, false]) == nil)
    #expect(ROCCurve(scores: [], isPositive: []) == nil)
    #expect(ROCCurve(scores: [1, .nan, 2], isPositive: [true, false, false]) == nil)
  }
}
