import Drawing
import Studio

/// What stands in place of a map that would mean nothing.
struct DivergedFigure {
  let session: Session
  let style: FigureStyle

  func draw(_ title: String, in box: PixelBox, on figure: inout Figure) {
    let unit = style.unit
    figure.write(
      title, at: PixelPlace(box.x, box.y + unit), style.letters(nil, 1.1, isBold: true))
    let place = PixelBox(
      x: box.x, y: box.y + 1.9 * unit, width: box.width,
      height: min(box.width, box.height - 1.9 * unit))
    Self.hatch(place, style, gap: 1.1 * unit, on: &figure)
    figure.frame(place, style.pen(style.warning, 0.12))
    // The last paragraph is about keys.
    let paragraphs = DivergenceNotice(session: session).paragraphs.dropLast()
    let width = place.width - 3 * unit
    let lines = paragraphs.flatMap { text in
      FigureText.lines(
        text.split(separator: " ").map(String.init), joinedBy: " ", width: width - 2 * unit, style)
    }
    let height = (Double(lines.count) * 1.5 + 3.4) * unit
    let note = PixelBox(
      x: place.x + 1.5 * unit, y: place.centre.y - height / 2, width: width, height: height)
    figure.add(.box(note, style.paper))
    figure.write(
      "Training diverged", at: PixelPlace(note.x + unit, note.y + 1.7 * unit),
      style.letters(style.warning, 1.2, isBold: true))
    for (row, line) in lines.enumerated() {
      figure.write(
        line, at: PixelPlace(note.x + unit, note.y + (Double(row) * 1.5 + 3.5) * unit),
        style.letters())
    }
  }

  /// Lines from lower left to upper right.
  static func hatch(
    _ box: PixelBox, _ style: FigureStyle, gap: Double, on figure: inout Figure
  ) {
    guard gap > 1 else { return }
    for offset in stride(from: gap, to: box.width + box.height, by: gap) {
      let (start, end) = (max(0, offset - box.height), min(box.width, offset))
      figure.draw(
        from: PixelPlace(box.x + start, box.y + offset - start),
        to: PixelPlace(box.x + end, box.y + offset - end), style.pen(style.faint, 0.1))
    }
  }
}
