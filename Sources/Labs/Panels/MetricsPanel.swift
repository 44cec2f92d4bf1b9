import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// How good the network is on each share of the points, and which classes it confuses.
struct MetricsPanel {
  let session: Session
  let now: Evaluations

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let inner = area.inset(horizontally: 2, vertically: 1)
    let rows = MetricsRows(session: session, now: now)
    let confusion = rows.confusion.map {
      ConfusionTable(
        confusion: $0.confusion, share: $0.share, hasOneOutput: isBinary,
        glyphs: canvas.capabilities.glyphs)
    }
    let layout = MetricsLayout(inner: inner.size, rows: rows, confusion: confusion)
    canvas.drawBox(
      area, title: title(canvas.capabilities.glyphs, room: area.width - 6), accent: palette.accent,
      footer: cutNote(layout.cut, room: area.width - 6))
    guard inner.width >= 8, inner.height >= 2 else { return }
    layout.table.draw(in: inner, on: &canvas)
    // Only the loss has a number in the rows with a note, so there is room for it.
    for (row, shown) in layout.rows.enumerated() {
      guard let note = shown.note, let loss = layout.table.columns.first else { continue }
      let x = inner.x + layout.table.names.width + loss.width + 2
      let room = inner.x + layout.table.width - x
      if columnWidth(note) <= room {
        canvas.write(note, at: Point(x: x, y: inner.y + 1 + row), style: .dim)
      }
    }
    guard let confusion, let place = layout.confusion else { return }
    confusion.draw(
      in: Rectangle(
        x: inner.x + place.x, y: inner.y + place.y, width: inner.width - place.x,
        height: inner.height - place.y),
      isSpacious: layout.isSpacious, on: &canvas)
  }

  private var isBinary: Bool { session.preset.objective.outputCount == 1 }

  /// The panel's name and, for classes, whose precision and recall these are.
  private func title(_ glyphs: GlyphSet, room: Int) -> String {
    guard session.preset.problem != .regression else { return "Metrics" }
    let whose =
      isBinary
      ? "class \(session.className(1).prefix(10)) (\(Palette.mark(forClass: 1, glyphs: glyphs)))"
      : "mean of the classes"
    let long = "Metrics · precision, recall, F1: \(whose)"
    return columnWidth(long) <= room ? long : "Metrics · \(whose)"
  }
}
