import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// Where a unit's sum is 0, as an equation: `Layer 1 unit 2: 0.52·x₁ - 1.3·x₂ + 0.1 = 0`.
struct UnitLineText {
  /// At most 78 columns.
  let text: String

  init(_ session: Session, level: Int, unit: Int) {
    let part = NetworkPart.unit(level: level, unit: unit)
    let name = part.title(session)
    let start = name.prefix(1).uppercased() + name.dropFirst() + ":"
    guard !session.isKilled(level: level, unit: unit) else {
      text = "\(start) killed, so its line does nothing. X revives it."
      return
    }
    let terms = Self.terms(session, level, unit)
    guard !terms.isEmpty else {
      text = "\(start) its line is where its sum is 0."
      return
    }
    let room = 78 - columnWidth(start) - 4
    let all = Self.sum(terms)
    guard columnWidth(all) > room else {
      text = "\(start)\(all) = 0"
      return
    }
    // What does not fit is said to be missing.
    let shown = (1..<terms.count).reversed().map { Self.sum(Array(terms.prefix($0))) + " + …" }
      .first { columnWidth($0) <= room }
    text = "\(start)\(shown ?? " …") = 0"
  }

  /// The weights with what they weigh, then the bias; those that the unit has.
  private static func terms(
    _ session: Session, _ level: Int, _ unit: Int
  ) -> [(value: Float, source: String)] {
    PartWalk(session).parameters(level, unit).compactMap { part in
      guard let value = part.value(in: session) else { return nil }
      if case .weight(_, _, let input) = part {
        let features = session.preset.features
        let source =
          level > 0
          ? "u\(input + 1)" : features.indices.contains(input) ? features[input].title : ""
        return (value, "·" + source)
      }
      return (value, "")
    }.sorted { !$0.source.isEmpty && $1.source.isEmpty }
  }

  private static func sum(_ terms: [(value: Float, source: String)]) -> String {
    var text = ""
    for (index, term) in terms.enumerated() {
      let size = format(Double(abs(term.value)), significantDigits: 3)
      let sign = term.value < 0 ? "-" : index == 0 ? "" : "+"
      text += index == 0 ? " \(sign)\(size)\(term.source)" : " \(sign) \(size)\(term.source)"
    }
    return text
  }
}
