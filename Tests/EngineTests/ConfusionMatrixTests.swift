import Testing

@testable import Engine

@Suite("Confusion matrices")
struct ConfusionMatrixTests {
  /// Samples of so many classes with mistakes, and every seventh without an answer if asked for.
  private func matrix(
    _ classes: Int, count: Int = 200, seed: UInt64, withGaps: Bool = false
  ) -> ConfusionMatrix {
    var random = Random(seed: seed, stream: .data)
    let actual = (0..<count).map { _ in random.below(classes) }
    let predicted: [Int?] = actual.enumerated().map { index, actual in
      withGaps && index % 7 == 0 ? nil : random.below(3) == 0 ? random.below(classes) : actual
    }
    return ConfusionMatrix(classes: classes, actual: actual, predicted: predicted)
  }

  /// Counted by scikit-learn 1.9.1: 3 classes, y_true 0 0 0 1 1 1 1 2 2 2, y_pred 0 0 1 1 1 0 1 0 1 0.
  private let example = ConfusionMatrix(
    classes: 3, actual: [0, 0, 0, 1, 1, 1, 1, 2, 2, 2], predicted: [0, 0, 1, 1, 1, 0, 1, 0, 1, 0])

  @Test("A case worked out in fractions; a class never predicted has precision 0")
  func fractions() {
    #expect(example.counts == [[2, 1, 0], [1, 3, 0], [2, 1, 0]])
    #expect(example.accuracy == 5.0 / 10)
    let precisions: [Double] = [2 / 5, 3 / 5, 0]
    let recalls: [Double] = [2 / 3, 3 / 4, 0]
    let f1s: [Double] = [4 / 8, 6 / 9, 0]
    for index in 0..<3 {
      #expect(example.precision(of: index) == precisions[index])
      #expect(example.recall(of: index) == recalls[index])
      #expect(example.f1(of: index) == f1s[index])
    }
    #expect(example.macroPrecision == precisions.reduce(0, +) / 3)
    #expect(example.macroRecall == recalls.reduce(0, +) / 3)
    #expect(example.macroF1 == f1s.reduce(0, +) / 3)
  }

  @Test("Its cells and gaps are all samples, its rows those of a class", arguments: 2...6)
  func sums(_ classes: Int) {
    for seed in UInt64(0)..<10 {
      let matrix = matrix(classes, seed: seed, withGaps: seed % 2 == 0)
      let cells = matrix.counts.joined().reduce(0, +)
      #expect(cells + matrix.unanswered.reduce(0, +) == 200)
      #expect(matrix.total == 200 && matrix.classCount == classes)
      #expect((0..<classes).reduce(0) { $0 + matrix.support(of: $1) } == 200)
      #expect((0..<classes).reduce(0) { $0 + matrix.predictions(of: $1) } == cells)
      #expect(matrix.unanswered.reduce(0, +) == (seed % 2 == 0 ? 29 : 0))
    }
  }

  @Test("F1 is the harmonic mean, and accuracy the mean recall by support", arguments: 2...6)
  func means(_ classes: Int) {
    for seed in UInt64(0)..<10 {
      let matrix = matrix(classes, seed: seed, withGaps: true)
      for index in 0..<classes {
        let (precision, recall) = (matrix.precision(of: index), matrix.recall(of: index))
        let expected = 2 * precision * recall / (precision + recall)
        #expect(abs(matrix.f1(of: index) - expected) < 1e-15)
      }
      let weighted = (0..<classes).reduce(0.0) {
        $0 + Double(matrix.support(of: $1)) * matrix.recall(of: $1)
      }
      #expect(abs(matrix.accuracy - weighted / 200) < 1e-15)
    }
  }

  @Test("To swap two classes' names swaps their numbers and no mean")
  func renamed() {
    let (actual, predicted) = ([0, 0, 1, 1, 1, 0, 1], [0, 1, 1, 1, 0, 0, 1])
    let one = ConfusionMatrix(classes: 2, actual: actual, predicted: predicted)
    let other = ConfusionMatrix(
      classes: 2, actual: actual.map { 1 - $0 }, predicted: predicted.map { 1 - $0 })
    for index in 0..<2 {
      #expect(one.precision(of: index) == other.precision(of: 1 - index))
      #expect(one.recall(of: index) == other.recall(of: 1 - index))
    }
    #expect(one.accuracy == other.accuracy && one.macroF1 == other.macroF1)
  }

  @Test("No answer is wrong: recall and accuracy fall, precision does not")
  func unanswered() {
    let matrix = ConfusionMatrix(classes: 2, actual: [0, 0, 1, 1], predicted: [0, nil, 1, nil])
    #expect(matrix.accuracy == 0.5)
    #expect((0..<2).map(matrix.precision) == [1, 1])
    #expect((0..<2).map(matrix.recall) == [0.5, 0.5])
    #expect((0..<2).map(matrix.f1) == [2.0 / 3, 2.0 / 3])
  }

  @Test("A class that does not occur has no part in the means; one only predicted has")
  func occurring() {
    let matrix = ConfusionMatrix(classes: 4, actual: [0, 0, 1], predicted: [0, 2, 1])
    #expect(matrix.f1(of: 3) == 0)
    let (precisions, recalls): (Double, Double) = (1 + 1 + 0, 0.5 + 1 + 0)
    #expect(matrix.macroPrecision == precisions / 3)
    #expect(matrix.macroRecall == recalls / 3)
  }

  @Test("Of nothing, accuracy and means are NaN")
  func nothing() {
    let matrix = ConfusionMatrix(classes: 3, actual: [], predicted: [])
    #expect(matrix.total == 0)
    #expect(matrix.accuracy.isNaN && matrix.macroF1.isNaN)
    #expect(matrix.precision(of: 0) == 0 && matrix.recall(of: 0) == 0)
  }
}
