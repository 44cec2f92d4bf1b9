extension Canvas {
  /// Draws a chart that fills a rectangle: numbers at the left and below, the legend on top.
  ///
  /// Small rectangles have fewer numbers, and the smallest only the curves. The cost grows with
  /// the count of points, but only by a comparison a point: a column of dots is one stroke.
  ///
  /// - Returns: where its parts lie, for marks on it and for the mouse.
  @discardableResult
  public mutating func draw(_ chart: LineChart, in rectangle: Rectangle) -> LineChartLayout {
    let layout = LineChartLayout(chart, in: rectangle)
    guard !rectangle.isEmpty, !rectangle.intersection(bounds).isEmpty else { return layout }
    drawLeftAxis(layout)
    drawBottomAxis(layout, chart.xLabel, in: rectangle)
    var grid = BrailleGrid(size: layout.plot.size)
    for series in chart.series { grid.plot(series, layout) }
    draw(grid, at: Point(x: layout.plot.x, y: layout.plot.y))
    drawLegend(chart, in: layout.plot)
    return layout
  }

  private mutating func drawLeftAxis(_ layout: LineChartLayout) {
    guard let ticks = layout.yTicks else { return }
    let x = layout.plot.x - 1
    drawVerticalRule(at: Point(x: x, y: layout.plot.y), height: layout.plot.height)
    for (value, label) in zip(ticks.values, ticks.labels) {
      guard let row = layout.row(of: value) else { continue }
      let y = layout.plot.y + row
      stroke("┤", x, y, .standard, .dim)
      write(label, at: Point(x: x - columnWidth(label), y: y), style: .dim)
    }
  }

  private mutating func drawBottomAxis(
    _ layout: LineChartLayout, _ label: String, in rectangle: Rectangle
  ) {
    guard let ticks = layout.xTicks else { return }
    let plot = layout.plot
    let y = plot.maxY
    drawHorizontalRule(at: Point(x: plot.x, y: y), width: plot.width)
    if layout.yTicks != nil { stroke("└", plot.x - 1, y, .standard, .dim) }
    let labelRow = layout.hasLabelRow ? y + 1 : y
    let width = columnWidth(label)
    let hasLabel = width > 0 && width + 8 <= plot.width
    let end = hasLabel ? plot.maxX - width - 1 : plot.maxX
    if hasLabel {
      write(
        (layout.hasLabelRow ? "" : " ") + label,
        at: Point(x: layout.hasLabelRow ? plot.maxX - width : end, y: labelRow), style: .dim)
    }
    var free = rectangle.x
    for (value, text) in zip(ticks.values, ticks.labels) {
      guard let column = layout.column(of: value) else { continue }
      let textWidth = columnWidth(text)
      let center = plot.x + column
      let start = min(max(center - (layout.hasLabelRow ? textWidth / 2 : 0), free), end - textWidth)
      guard start >= free, start + textWidth <= end else { continue }
      if layout.hasLabelRow { stroke("┴", center, y, .standard, .dim) }
      write(text, at: Point(x: start, y: labelRow), style: .dim)
      free = start + textWidth + 2
    }
  }

  /// Writes what is measured and the names of the curves at the top right, as far as they fit.
  private mutating func drawLegend(_ chart: LineChart, in plot: Rectangle) {
    guard plot.height >= 2 else { return }
    let named = chart.showsLegend ? chart.series.filter { !$0.name.isEmpty } : []
    var end = plot.maxX
    // From the right, and all names or none: half a legend would mislead.
    let width = named.map { columnWidth($0.name) + 6 }.reduce(0, +)
    if !named.isEmpty, width <= plot.width {
      for one in named.reversed() {
        write(one.pattern.sample, at: Point(x: end - 3, y: plot.y), foreground: one.color)
        end -= columnWidth(one.name) + 4
        write(one.name + " ", at: Point(x: end, y: plot.y))
        end -= 2
        write("  ", at: Point(x: end, y: plot.y))
      }
    }
    let labelWidth = columnWidth(chart.yLabel)
    if labelWidth > 0, end - labelWidth - 1 > plot.x {
      write(" " + chart.yLabel, at: Point(x: end - labelWidth - 1, y: plot.y), style: .dim)
    }
  }
}

extension BrailleGrid {
  /// Draws a curve; points that share a column of dots become one stroke from their lowest to
  /// their highest, so that no extreme is lost however many there are.
  mutating func plot(_ series: LineChart.Series, _ layout: LineChartLayout) {
    let pattern = series.pattern
    var distance = 0
    var column: (x: Double, low: Double, high: Double, last: Double)?
    for point in series.points {
      guard let place = layout.place(point) else {
        if let column { stroke(column, series.color, pattern, distance) }
        column = nil
        continue
      }
      let x = place.x.rounded()
      if let open = column, open.x == x {
        column = (x, min(open.low, place.y), max(open.high, place.y), place.y)
        continue
      }
      if let open = column {
        stroke(open, series.color, pattern, distance)
        distance = line(
          from: (open.x, open.last), to: (x, place.y), color: series.color, pattern: pattern,
          distance: distance)
      }
      column = (x, place.y, place.y, place.y)
    }
    if let column { stroke(column, series.color, pattern, distance) }
  }

  private mutating func stroke(
    _ column: (x: Double, low: Double, high: Double, last: Double), _ color: Color,
    _ pattern: LinePattern, _ distance: Int
  ) {
    line(
      from: (column.x, column.low), to: (column.x, column.high), color: color, pattern: pattern,
      distance: distance)
  }
}

extension LinePattern {
  /// Three cells of it for a legend.
  var sample: String {
    switch self {
    case .solid: "───"
    case .dashed, .longDashed: "─ ─"
    case .dotted: "···"
    }
  }
}
