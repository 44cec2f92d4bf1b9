import Drawing
import Engine
import Lessons
import Studio

/// What the table of parameters looks like.
extension TableView {
  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    guard inner.width >= 10, inner.height >= 2 else { return }
    let session = scene.session
    canvas.mark(inner, as: TableSpot.whole)
    guard session.trainer.network.parameterCount > 0 else {
      return canvas.drawWords("This network has no parameters.", in: inner)
    }
    let numbers = TableNumbers(session)
    let rows = TableRows(session, sorted: order == .network ? nil : numbers.sorted(order))
    let layout = TableLayout(width: inner.width, column: column, moments: numbers.moments)
    drawHeadings(layout, numbers, scene.isFocused, in: inner, on: &canvas)
    let body = inner.splitTop(1).bottom
    let shown = shown(scene)
    let row = shown.flatMap { rows.row(of: $0) } ?? 0
    // The chosen row stays in the middle, so that what follows it is seen either way.
    let first = min(max(0, row - body.height / 2), max(0, rows.count - body.height))
    let pen = TablePen(
      scene: scene, layout: layout, numbers: numbers, isSorted: order != .network, shown: shown,
      barColumn: column == .place ? .value : column,
      largest: layout.barWidth > 0 ? numbers.largest(column == .place ? .value : column) : 0)
    for offset in 0..<body.height {
      guard let row = rows[first + offset] else { break }
      pen.draw(
        row, in: Rectangle(x: body.x, y: body.y + offset, width: body.width, height: 1),
        on: &canvas)
    }
    drawScrollBar(first, rows.count, in: body, on: &canvas)
  }

  private func drawHeadings(
    _ layout: TableLayout, _ numbers: TableNumbers, _ isFocused: Bool, in inner: Rectangle,
    on canvas: inout Canvas
  ) {
    let palette = Palette(canvas.capabilities)
    for (column, start, width) in layout.columns {
      let mark =
        switch order {
        case .falling(column): "▾"
        case .rising(column): "▴"
        case .size(column): "±"
        default: ""
        }
      let text = column.title(moments: numbers.moments)
      let isChosen = column == self.column
      let x =
        column == .place
        ? inner.x + start : inner.x + start + max(0, width - columnWidth(text))
      canvas.write(
        text, at: Point(x: x, y: inner.y),
        foreground: isChosen && isFocused ? palette.accent : .standard,
        style: isChosen ? [.bold, .underline] : .dim, maxWidth: width)
      // In the gap before the heading, which may be as wide as its column.
      canvas.write(mark, at: Point(x: x - 1, y: inner.y), style: .bold)
      canvas.mark(
        Rectangle(x: inner.x + start, y: inner.y, width: width, height: 1),
        as: TableSpot.heading(column))
    }
    if layout.isCut {
      canvas.write("…", at: Point(x: inner.maxX - 1, y: inner.y), style: .dim)
    }
  }

  /// Where in all the rows one is, at the right edge.
  private func drawScrollBar(
    _ first: Int, _ count: Int, in body: Rectangle, on canvas: inout Canvas
  ) {
    guard count > body.height, body.height >= 3 else { return }
    let length = max(1, body.height * body.height / count)
    let start = first * (body.height - length) / max(1, count - body.height)
    for offset in 0..<body.height {
      let isKnob = offset >= start && offset < start + length
      canvas.write(
        isKnob ? "┃" : "│", at: Point(x: body.maxX - 1, y: body.y + offset),
        style: isKnob ? [] : .dim)
    }
  }
}
