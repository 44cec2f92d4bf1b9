import Drawing
import Engine
import Lessons
import Studio

/// The gradient check as a page of the microscope: what backpropagation says beside what differences
/// of the loss say, for the parameter that is looked at and for the worst of each layer.
struct MicroCheckPage: Sendable {
  let findings: GradientFindings
  /// The parameter that was looked at, with its name.
  let chosen: (name: String, entry: GradientCheck.Entry)?
  /// The worst of each layer, with its name.
  private let rows: [(level: String, name: String, entry: GradientCheck.Entry?)]
  /// Whether slopes that only stand in for the true ones are among them.
  private let isExact: Bool

  init(_ session: Session, chosen parameter: Int?) {
    findings = GradientFindings(session)
    let names = MicroNames(session: session)
    chosen = parameter.flatMap { parameter in
      session.gradientCheck(of: [parameter]).entries.first.map {
        (session.name(ofParameter: parameter), $0)
      }
    }
    rows = findings.levels.map { level, worst in
      (
        names.level(level),
        worst.map { session.name(ofParameter: $0.parameter) } ?? "too close to kinks", worst
      )
    }
    isExact = session.preset.network.activation.values.allSatisfy(\.slopeIsExact)
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.width >= 20, area.height >= 3 else { return }
    let palette = Palette(canvas.capabilities)
    var y = area.y
    for line in intro.flatMap({ wrap($0, width: area.width) }) where y < area.maxY - 2 {
      canvas.write(line, at: Point(x: area.x, y: y), maxWidth: area.width)
      y += 1
    }
    y += area.maxY - y > rows.count + 4 ? 1 : 0
    let worst = findings.check.worst?.parameter
    var items: [(name: String, entry: GradientCheck.Entry?, isWorst: Bool)] = []
    if let chosen { items.append(("chosen: \(chosen.name)", chosen.entry, false)) }
    for row in rows {
      items.append(
        ("\(row.level): \(row.name)", row.entry, row.entry?.parameter == worst && worst != nil))
    }
    let nameWidth = max(14, min(40, area.width - 3 * 12))
    TextTable(
      names: TextTable.Column(
        title: "largest error of each layer", width: nameWidth,
        items: items.map { item in
          TextTable.Item(
            text: (item.isWorst ? "▸" : " ") + item.name,
            color: item.isWorst ? palette.accent : .standard, style: item.isWorst ? .bold : [])
        }),
      columns: [
        column("error", items.map(\.entry), palette) { $0.relativeError },
        column("backprop", items.map(\.entry), palette) { $0.analytic },
        column("numeric", items.map(\.entry), palette) { $0.numeric },
      ]
    ).draw(
      in: Rectangle(x: area.x, y: y, width: area.width, height: area.maxY - y), on: &canvas)
  }

  private var intro: [String] {
    [
      "Gradient check of \(findings.countText) parameters, on the first 32 training points with"
        + " penalties, before step \(findings.step). Each is nudged both ways by h, and (C(w+h) -"
        + " C(w-h)) / 2h, refined by a second pair, is compared with backpropagation. A right"
        + " gradient is off by less than 0.01, most often by less than 0.0003."
    ]
      + (isExact
        ? [] : ["The step has no slope; another stands in for it, so errors are no mistake."])
  }

  private func column(
    _ title: String, _ entries: [GradientCheck.Entry?], _ palette: Palette,
    _ number: (GradientCheck.Entry) -> Double
  ) -> TextTable.Column {
    TextTable.Column(
      title: title, width: 12,
      items: entries.map { entry in
        guard let entry, !entry.crossesKink else {
          return TextTable.Item(text: "kink", style: .dim)
        }
        let isLarge = entry.relativeError > 0.01
        return TextTable.Item(
          text: format(number(entry), scientificDigits: title == "error" ? 2 : 5),
          color: isLarge ? palette.warning : .standard, style: isLarge ? .bold : [])
      })
  }
}
