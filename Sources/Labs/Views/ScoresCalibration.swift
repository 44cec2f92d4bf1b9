import Drawing
import Engine

/// The reliability diagram: of the points that the network calls so sure, how many are of the class.
struct ScoresCalibration {
  let calibration: Calibration?

  init(_ scores: ClassScores) {
    calibration = scores.calibration()
  }

  /// The heading, as long as there is room.
  func title(room: Int) -> String {
    let error = ScoresCurves.number(calibration?.expectedError)
    let numbers = "ECE \(error) · Brier \(ScoresCurves.number(calibration?.brierScore))"
    return columnWidth(numbers) + 14 <= room ? "Calibration · " + numbers : numbers
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard let calibration else {
      return canvas.drawWords(
        "Without points, or where an output is not a number, nothing can come true.", in: area)
    }
    let palette = Palette(canvas.capabilities)
    // Below the axis: how many points each bar stands for.
    let hasCounts = area.height >= 10
    let plot = ScoresPlot(
      in: area.splitTop(area.height - (hasCounts ? 1 : 0)).top, xRange: 0...1, yRange: 0...1)
    plot.drawAxes(on: &canvas)
    plot.drawBars(calibration.bins.map(\.frequency), color: { _ in palette.positive }, on: &canvas)
    var grid = plot.grid
    grid.line(
      from: plot.dot(0, 0), to: plot.dot(1, 1), color: palette.warning, pattern: .dotted)
    canvas.draw(grid, at: Point(x: plot.cells.x, y: plot.cells.y))
    for bin in calibration.bins {
      guard let confidence = bin.confidence, let frequency = bin.frequency,
        let cell = plot.cell(confidence, frequency)
      else { continue }
      canvas.write("●", at: cell, style: .bold)
    }
    if hasCounts { drawCounts(calibration, plot, area.maxY - 1, on: &canvas) }
  }

  private func drawCounts(
    _ calibration: Calibration, _ plot: ScoresPlot, _ y: Int, on canvas: inout Canvas
  ) {
    let bins = calibration.bins
    let most = bins.map(\.count).max() ?? 0
    canvas.write("n", at: Point(x: plot.cells.x - 2, y: y), style: .dim)
    for (index, bin) in bins.enumerated() where bin.count > 0 {
      let start = plot.cells.x + index * plot.cells.width / bins.count
      let end = plot.cells.x + (index + 1) * plot.cells.width / bins.count
      let text = "\(bin.count)"
      if columnWidth(text) < end - start {
        canvas.write(text, at: Point(x: start, y: y), style: .dim)
      } else {
        let glyph = barGlyph(
          Double(bin.count) / Double(max(1, most)), glyphs: canvas.capabilities.glyphs)
        canvas.write(String(glyph), at: Point(x: start, y: y), style: .dim)
      }
    }
  }
}
