import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The settings in which A and B differ, and how both do, side by side.
struct PairTable {
  /// A line: what it is, its value in A and in B, and how much more B has.
  private struct Row {
    let title: String
    let a, b: String
    var change = ""
    var isSetting = false
  }

  private let frame: PairFrame
  private let rows: [Row]
  private let settingCount: Int

  /// - Parameter hasAllNumbers: whether there is room for more than the most important ones.
  init(_ frame: PairFrame, hasAllNumbers: Bool) {
    self.frame = frame
    let settings = frame.rival.differences(from: frame.scene.session).map {
      Row(title: $0.title, a: $0.a, b: $0.b, isSetting: true)
    }
    settingCount = settings.count
    rows = settings + Self.numbers(frame, all: hasAllNumbers)
  }

  private static func numbers(_ frame: PairFrame, all: Bool) -> [Row] {
    func row(_ title: String, _ value: (PairFrame.Side) -> Double, isShare: Bool = false) -> Row {
      let (a, b) = (value(frame.a), value(frame.b))
      let change = b - a
      func text(_ number: Double) -> String {
        guard number.isFinite else { return number.isNaN ? "–" : "too large" }
        return isShare ? format(100 * number, decimals: 1) : tabular(number)
      }
      return Row(
        title: title, a: text(a), b: text(b),
        change: change.isFinite ? (change > 0 ? "+" : "") + text(change) : "–")
    }
    func count(_ title: String, _ value: (Session) -> Int) -> Row {
      let (a, b) = (value(frame.a.session), value(frame.b.session))
      return Row(title: title, a: "\(a)", b: "\(b)", change: b > a ? "+\(b - a)" : "\(b - a)")
    }
    let hasTest = !frame.scene.session.dataset.test.isEmpty
    var rows: [Row] = []
    if hasTest { rows.append(row("test loss", { $0.now.test.loss })) }
    if frame.hasClasses && hasTest {
      rows.append(row("test acc %", { $0.now.test.accuracy }, isShare: true))
    }
    rows.append(row("train loss", { $0.now.training.loss }))
    if frame.hasClasses && (all || !hasTest) {
      rows.append(row("train acc %", { $0.now.training.accuracy }, isShare: true))
    }
    if frame.a.now.validation != nil && all {
      rows.append(row("valid. loss", { $0.now.validation?.loss ?? .nan }))
    }
    let areApart = frame.a.session.samplesSeen != frame.b.session.samplesSeen
    if all || areApart { rows.append(count("epoch", { $0.trainer.epochCount })) }
    if all {
      rows.append(count("step", { $0.trainer.stepCount }))
      rows.append(count("parameters", { $0.trainer.network.parameterCount }))
    }
    return rows
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.width >= 24, area.height >= 2 else { return }
    let palette = Palette(canvas.capabilities)
    let names = min(18, area.width * 2 / 5)
    let column = min(18, (area.width - names) / 3)
    let ends = [names + column, names + 2 * column, names + 3 * column]
    func write(_ text: String, endingAt end: Int, _ y: Int, _ color: Color, _ style: Style) {
      let width = min(columnWidth(text), column - 1)
      canvas.write(
        text, at: Point(x: area.x + end - width, y: y), foreground: color, style: style,
        maxWidth: width)
    }
    for (index, heading) in ["A", "B", "B − A"].enumerated() {
      let isFocused = frame.rival.focus.rawValue == heading
      write(
        heading, endingAt: ends[index], area.y, isFocused ? palette.accent : .standard, .bold)
    }
    let shown = shownRows(area.height - 1)
    for (offset, row) in shown.rows.enumerated() {
      let y = area.y + 1 + offset
      canvas.write(
        row.title, at: Point(x: area.x, y: y), style: row.isSetting ? .bold : .dim,
        maxWidth: names - 1)
      let style: Style = row.isSetting ? .bold : []
      write(row.a, endingAt: ends[0], y, .standard, style)
      write(row.b, endingAt: ends[1], y, .standard, style)
      write(row.change, endingAt: ends[2], y, .standard, [])
    }
    drawEnd(shown, in: area, palette, on: &canvas)
  }

  /// The rows that there is room for: some of each kind, where not all fit.
  private func shownRows(_ room: Int) -> (rows: [Row], left: Int) {
    guard rows.count > room else { return (rows, 0) }
    let numbers = rows.count - settingCount
    let kept = max(0, min(settingCount, max(room - min(numbers, 3) - 1, room / 2)))
    let settings = rows.prefix(kept)
    let rest = rows.dropFirst(settingCount).prefix(max(0, room - kept - 1))
    return (Array(settings) + Array(rest), settingCount - kept)
  }

  /// What was left out, or what there is to know besides.
  private func drawEnd(
    _ shown: (rows: [Row], left: Int), in area: Rectangle, _ palette: Palette,
    on canvas: inout Canvas
  ) {
    var sentences = frame.troubles.map { ($0 + ".", palette.warning) }
    if shown.left > 0 {
      sentences.append(("\(shown.left) more settings differ; n shows them.", Color.standard))
    } else if settingCount == 0 {
      let name = frame.rival.focus.rawValue
      sentences.append(("What you change now, only \(name) gets.", Color.standard))
    }
    sentences.append((frame.start, .standard))
    var y = area.y + 1 + shown.rows.count
    for (text, color) in sentences {
      for line in wrap(text, width: max(1, area.width)) where y < area.maxY {
        canvas.write(
          line, at: Point(x: area.x, y: y), foreground: color,
          style: color == .standard ? .dim : .bold, maxWidth: area.width)
        y += 1
      }
    }
  }
}
