import Drawing
import Engine
import Studio

/// Draws rows of the table of parameters.
struct TablePen {
  let scene: Scene
  let layout: TableLayout
  let numbers: TableNumbers
  let isSorted: Bool
  /// The place of the chosen parameter.
  let shown: Int?
  /// The column that bars show, and its number farthest from 0.
  let barColumn: TableColumn
  let largest: Float

  func draw(_ row: TableRows.Row, in line: Rectangle, on canvas: inout Canvas) {
    switch row {
    case .level(let level):
      canvas.write(
        TableNames(session: scene.session).heading(level), at: Point(x: line.x, y: line.y),
        style: .bold, maxWidth: line.width - 1)
    case .parameter(let index):
      draw(index, in: line, on: &canvas)
    }
  }

  private func draw(_ index: Int, in line: Rectangle, on canvas: inout Canvas) {
    let session = scene.session
    let palette = Palette(canvas.capabilities)
    let isChosen = index == shown
    let place = session.trainer.network.place(ofParameter: index)
    let isKilled = place.map { session.killed.contains($0.unit) } ?? false
    canvas.mark(line, as: TableSpot.parameter(index))
    if isChosen {
      canvas.write("▸", at: Point(x: line.x, y: line.y), foreground: palette.accent, style: .bold)
    }
    if isKilled || session.isFrozen(index) {
      canvas.write(
        isKilled ? "×" : "*", at: Point(x: line.x + 1, y: line.y), foreground: palette.warning,
        style: .bold)
    }
    for (column, start, width) in layout.columns {
      if column == .place {
        canvas.write(
          TableNames(session: session).name(index, withLevel: isSorted, isShort: layout.isShort),
          at: Point(x: line.x + start, y: line.y),
          style: isChosen ? [.bold, .reverse] : isKilled ? .dim : [], maxWidth: width)
      } else {
        let number = numbers.number(column, index)
        let text = tabular(Double(number))
        let taken = min(columnWidth(text), width)
        canvas.write(
          text, at: Point(x: line.x + start + width - taken, y: line.y),
          foreground: number == 0 ? .standard : number > 0 ? palette.positive : palette.negative,
          style: isChosen ? .bold : number == 0 ? .dim : [], maxWidth: width)
      }
    }
    drawBar(index, in: line, palette, on: &canvas)
  }

  /// The size of the number, from the left for a positive one as well as for a negative one: the
  /// sign has a colour and a stroke of its own.
  private func drawBar(
    _ index: Int, in line: Rectangle, _ palette: Palette, on canvas: inout Canvas
  ) {
    let number = numbers.number(barColumn, index)
    guard layout.barWidth > 0, largest > 0, number.isFinite, number != 0 else { return }
    let share = Double(abs(number) / largest)
    let length = max(1, Int((share * Double(layout.barWidth)).rounded()))
    canvas.write(
      String(repeating: number > 0 ? "━" : "╌", count: min(length, layout.barWidth)),
      at: Point(x: line.x + layout.barStart, y: line.y),
      foreground: number > 0 ? palette.positive : palette.negative)
  }
}
