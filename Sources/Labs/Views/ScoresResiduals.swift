import Drawing
import Engine

/// How far predicted numbers are from the true ones, as dots or bars.
struct ScoresResiduals {
  let residuals: Residuals
  let barCount: Int

  /// A picture of numbers, or the reason why there is none.
  func draw(_ page: ScoresPage, in area: Rectangle, on canvas: inout Canvas) {
    guard !residuals.predictions.isEmpty else {
      return canvas.drawWords("There are no points.", in: area)
    }
    guard residuals.predictions.allSatisfy(\.isFinite) else {
      return canvas.drawWords("Some predictions are no finite numbers.", in: area)
    }
    switch page {
    case .errors: drawBars(in: area, on: &canvas)
    case .residuals:
      drawDots(
        residuals.predictions, residuals.values, line: 0, in: area,
        on: &canvas)
    default:
      drawDots(
        residuals.targets, residuals.predictions, line: nil, in: area, on: &canvas)
    }
  }

  /// - Parameter line: the height of a level line; nil for the diagonal, on which both are equal.
  private func drawDots(
    _ xs: [Double], _ ys: [Double], line: Double?, in area: Rectangle,
    on canvas: inout Canvas
  ) {
    let palette = Palette(canvas.capabilities)
    var xRange = Self.range(xs)
    var yRange = Self.range(line.map { ys + [$0] } ?? ys)
    if line == nil {
      xRange = Self.range(xs + ys)
      yRange = xRange
    }
    let plot = ScoresPlot(in: area, xRange: xRange, yRange: yRange)
    plot.drawAxes(on: &canvas)
    var grid = plot.grid
    grid.line(
      from: plot.dot(xRange.lowerBound, line ?? xRange.lowerBound),
      to: plot.dot(xRange.upperBound, line ?? xRange.upperBound), color: palette.muted,
      pattern: .dotted)
    for (x, y) in zip(xs, ys) {
      let dot = plot.dot(x, y)
      let isLow = line.map { y < $0 } ?? (y < x)
      grid.set(
        x: Int(dot.x.rounded()), y: Int(dot.y.rounded()),
        color: isLow ? palette.negative : palette.positive, priority: 1)
    }
    canvas.draw(grid, at: Point(x: plot.cells.x, y: plot.cells.y))
  }

  private func drawBars(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let bars = Self.bars(residuals.values, count: barCount)
    let most = bars.counts.max() ?? 0
    let plot = ScoresPlot(
      in: area, xRange: -bars.reach...bars.reach, yRange: 0...Double(max(1, most)))
    plot.drawAxes(on: &canvas)
    plot.drawBars(
      bars.counts.map { Double($0) / Double(max(1, most)) },
      color: { 2 * $0 < bars.counts.count ? palette.negative : palette.positive }, on: &canvas)
  }

  /// Counts in equal parts of −reach…reach, the largest residual's size; the last holds both ends.
  static func bars(_ values: [Double], count: Int) -> (counts: [Int], reach: Double) {
    let largest = values.reduce(0) { max($0, abs($1)) }
    let reach = largest > 1e-12 && largest.isFinite ? largest : 1
    var counts = Array(repeating: 0, count: max(1, count))
    for value in values where value.isFinite {
      let part = Int((value / reach + 1) / 2 * Double(counts.count))
      counts[min(max(part, 0), counts.count - 1)] += 1
    }
    return (counts, reach)
  }

  /// The range of numbers, widened where they are all equal.
  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    guard high - low > 1e-9 * max(abs(low), abs(high), 1e-30), (high - low).isFinite else {
      let half = max(abs(low) * 0.1, 0.5)
      return low.isFinite && half.isFinite && abs(low) < 1e300 ? low - half...low + half : -1...1
    }
    return low...high
  }
}
