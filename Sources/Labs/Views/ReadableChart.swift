import Drawing

/// Curves below a line with a title and their names, with a cursor that reads them.
struct ReadableChart {
  /// A place of the chart that is marked.
  struct Mark {
    let x: Double
    let y: Double
    let color: Color
  }

  /// What is drawn; no legend of its own.
  var chart: LineChart
  let title: String
  /// The place along the lower axis that is read; nil for none.
  var cursor: Double?
  var marks: [Mark] = []

  @discardableResult
  func draw(in area: Rectangle, on canvas: inout Canvas) -> LineChartLayout {
    // Few rows are for the curves.
    let (head, rest) = area.splitTop(area.height >= 4 ? 1 : 0)
    let titleWidth = columnWidth(title)
    if !head.isEmpty {
      let used = ChartLegend(series: chart.series.filter { !$0.name.isEmpty }).draw(
        endingAt: head.maxX, y: head.y, room: head.width, on: &canvas)
      let room = head.width - used - 1
      if titleWidth <= room {
        canvas.write(title, at: Point(x: head.x, y: head.y), style: .dim, maxWidth: room)
      }
    }
    let layout = canvas.draw(chart, in: rest)
    if let cursor { drawCursor(cursor, layout, on: &canvas) }
    for mark in marks where layout.xAxis.range.contains(mark.x) {
      guard let column = layout.column(of: mark.x), let row = layout.row(of: mark.y) else {
        continue
      }
      canvas[layout.plot.x + column, layout.plot.y + row] = Cell(
        "◆", foreground: mark.color, style: .bold)
    }
    return layout
  }

  /// A broken line through what is empty; curves that it crosses are shown in reverse.
  private func drawCursor(
    _ place: Double, _ layout: LineChartLayout, on canvas: inout Canvas
  ) {
    guard layout.xAxis.range.contains(place), let column = layout.column(of: place) else { return }
    let x = layout.plot.x + column
    for y in layout.plot.y..<layout.plot.maxY {
      if canvas[x, y].glyph == " " {
        canvas[x, y] = Cell("┆", style: .dim)
      } else {
        canvas[x, y].style.insert([.bold, .reverse])
      }
    }
    canvas.cursor = Point(x: x, y: layout.plot.maxY - 1)
  }
}
