import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// What A and B make of one place, and how far that is apart, in one line.
struct PairProbeText {
  let text: String

  init(_ frame: PairFrame, at place: PlanePoint) {
    let axes = frame.a.session.dataset.axes
    let where_ = zip(axes, [place.x1, place.x2]).map { axis, value in
      let name = axis.name == "x1" ? "x₁" : axis.name == "x2" ? "x₂" : axis.name
      let number = axis.value(at: Double(value))
      return axis.isPlain
        ? "\(name) \(format(number, decimals: 2))"
        : "\(name) \(format(number, significantDigits: 3))"
    }
    let sides = frame.sides.map { Reading($0.session, place, frame) }
    let parts = zip(frame.sides, sides).map { "\($0.name.rawValue) \($1.text)" }
    let shortParts = zip(frame.sides, sides).map { "\($0.name.rawValue) \($1.short)" }
    let change: String
    if let one = sides[0].number, let two = sides[1].number {
      let difference = two - one
      change = "B−A \(difference > 0 ? "+" : "")\(format(difference, decimals: 3))"
    } else {
      change = sides[0].short == sides[1].short ? "they agree" : "they differ"
    }
    let here = where_.joined(separator: "  ")
    text = NoticeLine.fitting([
      ([here] + parts + [change]).joined(separator: " · "),
      ([here] + shortParts + [change]).joined(separator: " · "),
      (shortParts + [change]).joined(separator: " · "),
    ])
  }

  /// The output of one of them.
  private struct Reading {
    /// With the class and its name.
    let text: String
    let short: String
    /// The number that is compared; nil where there is none.
    let number: Double?

    init(_ session: Session, _ place: PlanePoint, _ frame: PairFrame) {
      guard session.trainer.divergence == nil,
        let outputs = session.values(x1: place.x1, x2: place.x2).last, !outputs.isEmpty
      else {
        (text, short, number) = ("no output", "–", nil)
        return
      }
      guard outputs.count == 1 else {
        let (classes, confidences) = session.classes(of: outputs.map { [$0] })
        let name = session.className(of: Float(classes[0]))
        text = "\(name) \(format(100 * Double(confidences[0]), decimals: 0)) %"
        (short, number) = (name, nil)
        return
      }
      guard frame.hasClasses else {
        let value = TargetUnit(session).value(Double(outputs[0]))
        (text, number) = (format(value, decimals: 3), value)
        short = text
        return
      }
      let shown = Double(session.shown(outputs)[0])
      let value = frame.showsProbabilities ? (shown + 1) / 2 : shown
      short = (frame.showsProbabilities ? "p " : "") + format(value, decimals: 3)
      text = "\(short) \(session.className(of: shown > 0 ? 1 : 0))"
      number = value
    }
  }
}
