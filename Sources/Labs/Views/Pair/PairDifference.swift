import Datasets
import Engine
import Lessons
import Studio

/// How much the outputs of two sessions differ over the plane: B − A.
struct PairDifference {
  /// For each pixel from −1 to 1, where `full` has the full colour. Where several classes are told
  /// apart: how sure the surer one is where they disagree, 0 where they agree.
  let values: [Float]
  /// The largest difference, as it is shown to a reader; 0 if there is none.
  let full: Double
  /// The share of the plane that they take for different classes, 0…1; nil where numbers are
  /// predicted.
  let disagreement: Double?

  /// - Parameters:
  ///   - a: what the outputs of A give at each pixel: `[output][pixel]`.
  ///   - b: the same of B.
  init(_ frame: PairFrame, a: [[Float]], b: [[Float]]) {
    let (one, two) = (frame.a.session, frame.b.session)
    guard a.count == 1, b.count == 1 else {
      self.init(classesOf: one.classes(of: a), two.classes(of: b))
      return
    }
    let (first, second) = (one.shown(a[0]), two.shown(b[0]))
    let differences = zip(first, second).map { $1 - $0 }
    let largest = differences.reduce(Float(0)) { $1.isFinite ? max($0, abs($1)) : $0 }
    let differs = zip(first, second).map { ($0 > 0) != ($1 > 0) }
    self.init(
      values: differences.map { largest > 0 ? $0 / largest : $0 },
      full: Double(largest) * Self.unit(frame),
      disagreement: frame.hasClasses ? Self.share(differs) : nil)
  }

  private init(values: [Float], full: Double, disagreement: Double?) {
    self.values = values
    self.full = full
    self.disagreement = disagreement
  }

  private init(
    classesOf a: (classes: [Int], confidences: [Float]),
    _ b: (classes: [Int], confidences: [Float])
  ) {
    let differs = zip(a.classes, b.classes).map { $0 != $1 }
    let sureness = zip(a.confidences, b.confidences).map { max($0, $1) }
    self.init(
      values: zip(differs, sureness).map { $0 ? $1 : 0 }, full: differs.contains(true) ? 1 : 0,
      disagreement: Self.share(differs))
  }

  private static func share(_ differs: [Bool]) -> Double {
    Double(differs.count { $0 }) / Double(max(1, differs.count))
  }

  /// What a difference of 1 of the shown outputs is to a reader: half in probabilities, which are
  /// shown from −1 to 1, and so much of the target's own unit.
  static func unit(_ frame: PairFrame) -> Double {
    guard frame.hasClasses else { return TargetUnit(frame.a.session).size }
    return frame.showsProbabilities ? 0.5 : 1
  }
}

extension PairFrame {
  /// Whether both outputs are read as probabilities.
  var showsProbabilities: Bool {
    sides.allSatisfy { $0.session.preset.objective.loss.takesLogits }
  }
}
