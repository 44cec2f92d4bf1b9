import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// What stands at the left end, in the middle and at the right end of a colour scale.
struct ScaleLabels: Equatable, Sendable {
  let low: String
  let middle: String
  let high: String

  /// Plain numbers, from −size to size.
  static func numbers(_ size: Float) -> ScaleLabels {
    let end = text(Double(size))
    return ScaleLabels(low: "-" + end, middle: "0", high: end)
  }

  /// Numbers from 0 to 1 that are shown from −1 to 1; `size` is the largest shown.
  static func shares(_ size: Float = 1) -> ScaleLabels {
    ScaleLabels(
      low: text(Double(1 - size) / 2), middle: "½", high: text(Double(1 + size) / 2))
  }

  /// What an output says, where `size` has the full colour: classes, probabilities, or numbers to
  /// predict in their own unit.
  static func output(_ session: Session, _ size: Float) -> ScaleLabels {
    if session.preset.problem == .regression {
      let unit = TargetUnit(session)
      guard !unit.isPlain else { return numbers(size) }
      return ScaleLabels(
        low: text(unit.value(Double(-size))), middle: text(unit.value(0)),
        high: text(unit.value(Double(size))))
    }
    let isSingle = session.preset.objective.outputCount == 1
    if isSingle, size == 1, session.hasNamedClasses {
      return ScaleLabels(
        low: String(session.className(0).prefix(10)), middle: "½",
        high: String(session.className(1).prefix(10)))
    }
    return session.preset.objective.loss.takesLogits ? shares(size) : numbers(size)
  }

  private static func text(_ value: Double) -> String { format(value, significantDigits: 3) }
}
