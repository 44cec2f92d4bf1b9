import Drawing
import Lessons
import Studio

/// A number of each seed as a dot above an axis, with the median and the middle half on the axis.
struct LuckDots {
  private let title: String
  private let values: [Double]
  /// That of the preset's own seed, if it has one.
  private let own: Double?
  private let axis: ChartAxis
  /// Dots that have no place on the axis, and what is said of them; whether the own one is among
  /// them.
  private let others: (name: String, count: Int, hasOwn: Bool)?

  /// How many epochs each took to the goal.
  init(epochsOf summary: LuckSummary) {
    title = "epochs to the goal"
    values = summary.epochs
    own = summary.own?.reached.map(Double.init)
    // Quick runs are not to crowd at the left end.
    let longest = max(values.last ?? 0, own ?? 0)
    let end = Double(summary.settings.epochs)
    axis = ChartAxis(0...(longest > 0 ? min(end, max(10, 1.2 * longest)) : end))
    others = (
      "never", summary.others.count - summary.reachedCount,
      summary.own != nil && summary.own?.reached == nil
    )
  }

  /// What each ended with: the test loss, or what there is.
  init(endOf summary: LuckSummary) {
    let hasTest = summary.ranking.contains { !$0.testLoss.isNaN }
    let metric: LuckGoal.Metric = hasTest ? .testLoss : .trainingLoss
    title = metric.title + " at the end"
    values = summary.lastValues(metric)
    let last = summary.own.map { $0.last(metric) }
    own = last.flatMap { $0.isFinite ? $0 : nil }
    let all = values + (own.map { [$0] } ?? [])
    let (low, high) = (all.min() ?? 0, all.max() ?? 1)
    // Small losses and large ones side by side.
    axis = ChartAxis(low...max(low, high), isLogarithmic: low > 0 && high > 10 * low)
    let lost = summary.others.count - values.count
    others = lost > 0 || last?.isNaN == true ? ("diverged", lost, last?.isNaN == true) : nil
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.width >= 24, area.height >= 5 else { return }
    let palette = Palette(canvas.capabilities)
    let side = others == nil ? 0 : 10
    let width = area.width - side
    let rows = area.height - 3
    let columns = columns(width)
    let most = max(columns.max() ?? 0, 1)
    let each = (most + rows - 2) / max(1, rows - 1)
    let heading = each > 1 ? "\(title) · ● ≤ \(each) seeds" : title
    canvas.write(heading, at: Point(x: area.x, y: area.y), style: .dim, maxWidth: area.width)
    let ground = area.y + rows
    for (column, count) in columns.enumerated() {
      stack((count + each - 1) / each, at: area.x + column, ground, palette, on: &canvas)
    }
    if let own, let column = column(own, width) {
      let height = (columns[column] + each - 1) / each
      mark(at: area.x + column, ground - height, palette, on: &canvas)
    }
    drawAxis(in: area, width, palette, on: &canvas)
    guard let others, others.count > 0 || others.hasOwn else { return }
    drawOthers(others, in: area, palette, on: &canvas)
  }

  /// How many dots stand above each column.
  private func columns(_ width: Int) -> [Int] {
    var counts = Array(repeating: 0, count: max(0, width))
    for value in values { if let column = column(value, width) { counts[column] += 1 } }
    return counts
  }

  private func column(_ value: Double, _ width: Int) -> Int? {
    let share = axis.share(of: value)
    guard share.isFinite, width > 0 else { return nil }
    return Int((min(max(share, 0), 1) * Double(width - 1)).rounded())
  }

  private func stack(
    _ count: Int, at x: Int, _ ground: Int, _ palette: Palette, on canvas: inout Canvas
  ) {
    for level in 0..<max(0, count) {
      canvas[x, ground - level] = Cell("●", foreground: palette.classColor(2))
    }
  }

  private func mark(at x: Int, _ y: Int, _ palette: Palette, on canvas: inout Canvas) {
    canvas[x, y] = Cell("◆", foreground: palette.accent, style: .bold)
  }

  /// The axis with its ends, the middle half and the median on it.
  private func drawAxis(
    in area: Rectangle, _ width: Int, _ palette: Palette, on canvas: inout Canvas
  ) {
    let y = area.maxY - 2
    canvas.drawHorizontalRule(at: Point(x: area.x, y: y), width: width)
    let low = format(axis.range.lowerBound, significantDigits: 2)
    let high = format(axis.range.upperBound, significantDigits: 2)
    canvas.write(low, at: Point(x: area.x, y: y + 1), style: .dim, maxWidth: width / 3)
    canvas.write(
      high, at: Point(x: area.x + width - min(columnWidth(high), width / 3), y: y + 1),
      style: .dim, maxWidth: width / 3)
    guard let quartiles = Quartiles(values), let left = column(quartiles.low, width),
      let middle = column(quartiles.middle, width), let right = column(quartiles.high, width)
    else { return }
    for x in left...max(left, right) {
      canvas[area.x + x, y] = Cell("━", foreground: palette.classColor(2), style: .bold)
    }
    canvas[area.x + middle, y] = Cell("┿", foreground: palette.classColor(2), style: .bold)
    let text = "median \(format(quartiles.middle, significantDigits: 3))"
    let room = width - columnWidth(low) - columnWidth(high) - 4
    guard columnWidth(text) <= room else { return }
    let start = min(
      max(middle - columnWidth(text) / 2, columnWidth(low) + 2),
      width - columnWidth(high) - 2 - columnWidth(text))
    canvas.write(text, at: Point(x: area.x + start, y: y + 1))
  }

  /// Those that have no place on the axis, right of it.
  private func drawOthers(
    _ others: (name: String, count: Int, hasOwn: Bool), in area: Rectangle, _ palette: Palette,
    on canvas: inout Canvas
  ) {
    let x = area.maxX - 8
    let y = area.maxY - 3
    var text = x
    if others.count > 0 {
      text += canvas.write(
        "●", at: Point(x: text, y: y), foreground: palette.classColor(2))
      text += canvas.write(
        " \(others.count) ", at: Point(x: text, y: y), maxWidth: area.maxX - text)
    }
    if others.hasOwn, text < area.maxX { mark(at: text, y, palette, on: &canvas) }
    canvas.write(others.name, at: Point(x: x, y: y + 2), style: .dim, maxWidth: 8)
  }
}
