import Drawing

/// Two axes with round numbers, and where a pair of numbers lies between them.
struct ScoresPlot: Hashable, Sendable {
  /// The cells of the curves.
  let cells: Rectangle
  let xRange: ClosedRange<Double>
  let yRange: ClosedRange<Double>
  private let hasXAxis: Bool
  private let yLabels: [String]

  /// - Parameter area: cells for the plot, its axes and their numbers.
  init(in area: Rectangle, xRange: ClosedRange<Double>, yRange: ClosedRange<Double>) {
    self.xRange = xRange
    self.yRange = yRange
    hasXAxis = area.height >= 5
    let rows = area.height - (hasXAxis ? 2 : 0)
    let labels = Ticks(in: yRange, count: min(max(2, rows / 3 + 1), 6)).labels
    let margin = (labels.map { columnWidth($0) }.max() ?? 0) + 1
    yLabels = area.width >= margin + 8 ? labels : []
    let left = yLabels.isEmpty ? 0 : margin
    cells = Rectangle(x: area.x + left, y: area.y, width: area.width - left, height: rows)
  }

  /// The dots of its cells.
  var grid: BrailleGrid { BrailleGrid(size: cells.size) }

  /// Where a pair of numbers lies, in dots from the top left.
  func dot(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let across = (x - xRange.lowerBound) / (xRange.upperBound - xRange.lowerBound)
    let up = (y - yRange.lowerBound) / (yRange.upperBound - yRange.lowerBound)
    return (
      across * Double(max(0, 2 * cells.width - 1)), (1 - up) * Double(max(0, 4 * cells.height - 1))
    )
  }

  /// The cell of a pair of numbers; nil outside.
  func cell(_ x: Double, _ y: Double) -> Point? {
    let dot = dot(x, y)
    guard abs(dot.x) < 1e6, abs(dot.y) < 1e6 else { return nil }
    let place = Point(
      x: cells.x + Int((dot.x / 2).rounded(.down)), y: cells.y + Int((dot.y / 4).rounded(.down)))
    return cells.contains(place) ? place : nil
  }

  /// Draws the axes and their numbers.
  func drawAxes(on canvas: inout Canvas) {
    if !yLabels.isEmpty {
      canvas.drawVerticalRule(at: Point(x: cells.x - 1, y: cells.y), height: cells.height)
      let ticks = Ticks(in: yRange, count: min(max(2, cells.height / 3 + 1), 6))
      for (value, label) in zip(ticks.values, ticks.labels) {
        guard let cell = cell(xRange.lowerBound, value) else { continue }
        canvas.write("┤", at: Point(x: cells.x - 1, y: cell.y), style: .dim)
        canvas.write(
          label, at: Point(x: cells.x - 1 - columnWidth(label), y: cell.y), style: .dim)
      }
    }
    guard hasXAxis else { return }
    canvas.drawHorizontalRule(at: Point(x: cells.x, y: cells.maxY), width: cells.width)
    if !yLabels.isEmpty {
      canvas.write("└", at: Point(x: cells.x - 1, y: cells.maxY), style: .dim)
    }
    drawNumbersBelow(on: &canvas)
  }

  private func drawNumbersBelow(on canvas: inout Canvas) {
    let y = cells.maxY + 1
    var free = cells.x - 1
    let ticks = Ticks(in: xRange, count: min(max(2, cells.width / 10), 6))
    for (value, text) in zip(ticks.values, ticks.labels) {
      guard let cell = cell(value, yRange.lowerBound) else { continue }
      let width = columnWidth(text)
      let x = min(max(cell.x - width / 2, free), cells.maxX - width)
      guard x >= free else { continue }
      canvas.write("┴", at: Point(x: cell.x, y: cells.maxY), style: .dim)
      canvas.write(text, at: Point(x: x, y: y), style: .dim)
      free = x + width + 2
    }
  }

  /// Draws bars from the bottom, the horizontal range in equal parts; heights are shares of the
  /// whole height, and nil has no bar.
  func drawBars(_ heights: [Double?], color: (Int) -> Color, on canvas: inout Canvas) {
    guard !heights.isEmpty else { return }
    let glyphs = canvas.capabilities.glyphs
    let hasGaps = cells.width >= 3 * heights.count
    for (index, height) in heights.enumerated() {
      guard let height, height > 0 else { continue }
      let start = cells.x + index * cells.width / heights.count
      let end = cells.x + (index + 1) * cells.width / heights.count - (hasGaps ? 1 : 0)
      for row in 0..<cells.height {
        let share = min(height, 1) * Double(cells.height) - Double(row)
        guard share > 0 else { break }
        let glyph = barGlyph(share, glyphs: glyphs)
        for x in start..<max(end, start) {
          canvas[x, cells.maxY - 1 - row] = Cell(glyph, foreground: color(index))
        }
      }
    }
  }
}

extension Canvas {
  /// Draws the mark of the chosen place of a curve, to be seen on any ground.
  mutating func drawCross(at cell: Point?) {
    guard let cell else { return }
    let palette = Palette(capabilities)
    self[cell.x, cell.y] = Cell("◆", foreground: palette.accent, style: [.bold, .reverse])
  }
}
