import Drawing
import Engine
import Studio

/// How each level of the network does at the next step: what a learner looks at when it does not
/// learn.
struct DiagnosisPanel {
  let session: Session

  /// What the numbers should be, and what the sign means.
  ///
  /// Source: A. Karpathy, *CS231n: Convolutional Neural Networks for Visual Recognition*, notes on
  /// learning (2015), for the pace of 1/1000.
  private static let notes = [
    "update = step / weights; 1e-3 is usual (Karpathy, CS231n)",
    "! update below 1e-5 or above 0.1; half dead or saturated",
  ]

  /// Both in one line, for small places.
  private static let shortNote = "! off: update far from 1e-3 (CS231n)"

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let inner = area.inset(horizontally: 2, vertically: 1)
    let rows = DiagnosisRows(
      session.diagnosis.levels, takesSteps: !session.trainer.hasStopped, palette: palette)
    let shown = rows.shown(limit: inner.height - 1)
    let (table, cutColumns) = rows.table(of: shown).fitted(to: inner.width)
    let strips = HistogramStrips(room: inner.width - table.width)
    let cut = rows.cut(shown) + cutColumns + strips.cut
    let notesArea = inner.splitTop(shown.count + 1).bottom
    canvas.drawBox(
      area, title: "Layers · at the next step", accent: palette.accent,
      footer: cut.isEmpty
        ? notesArea.height < Self.notes.count ? Self.notes[1] : ""
        : cutNote(cut, room: area.width - 6))
    guard inner.width >= 8, inner.height >= 2 else { return }
    table.draw(in: inner, on: &canvas)
    let levels = rows.levels
    strips.draw(
      shown.map { levels[$0] },
      in: Rectangle(
        x: inner.x + table.width, y: inner.y, width: inner.width - table.width,
        height: inner.height), on: &canvas)
    // The signs are explained in the edge where there is no row for it.
    let fit = Self.notes.allSatisfy { columnWidth($0) <= notesArea.width }
    let notes = (fit ? Self.notes : [Self.shortNote]).prefix(notesArea.height)
    for (row, note) in notes.enumerated() where columnWidth(note) <= notesArea.width {
      let y = notesArea.maxY - notes.count + row
      canvas.write(note, at: Point(x: notesArea.x, y: y), style: .dim)
    }
  }
}
