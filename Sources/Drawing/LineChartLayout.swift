/// Where the parts of a line chart go, and which numbers its axes show.
public struct LineChartLayout: Hashable, Sendable {
  /// The cells of the curves.
  public let plot: Rectangle
  /// The numbers across the plot.
  public let xAxis: ChartAxis
  /// The numbers up the plot.
  public let yAxis: ChartAxis
  /// The numbers along the horizontal axis; none without room.
  let xTicks: Ticks?
  /// The numbers along the vertical axis; none without room.
  let yTicks: Ticks?
  /// Whether the numbers of the horizontal axis stand below its line, not in it.
  let hasLabelRow: Bool

  /// The layout of a chart that fills a rectangle.
  public init(_ chart: LineChart, in rectangle: Rectangle) {
    hasLabelRow = rectangle.height >= 7
    let axisRows = rectangle.height >= 3 ? (hasLabelRow ? 2 : 1) : 0
    let rows = rectangle.height - axisRows
    let wanted = min(max(2, (rows + 2) / 3), 5)
    let (xs, ys) = LineChartLayout.extent(chart)
    xAxis = ChartAxis(chart.xRange ?? xs ?? 0...1, isLogarithmic: chart.logarithmicX)
    yAxis = ChartAxis(
      chart.yRange ?? LineChartLayout.rounded(ys, chart.logarithmic),
      isLogarithmic: chart.logarithmic)
    let ticks = yAxis.ticks(count: wanted)
    let labelWidth = ticks.labels.map { columnWidth($0) }.max() ?? 0
    let hasLeftAxis = rectangle.width >= labelWidth + 8 && rows >= 1
    yTicks = hasLeftAxis ? ticks : nil
    plot = rectangle.splitTop(rows).top.splitLeft(hasLeftAxis ? labelWidth + 1 : 0).right
    xTicks = axisRows > 0 ? xAxis.ticks(count: min(max(2, plot.width / 11), 6)) : nil
  }

  /// Where a point lies, in dots from the top left of the plot; nil if it breaks the line.
  func place(_ point: (x: Double, y: Double)) -> (x: Double, y: Double)? {
    let across = xAxis.share(of: point.x)
    let up = yAxis.share(of: point.y)
    let place = (
      x: across * Double(max(0, 2 * plot.width - 1)),
      y: (1 - up) * Double(max(0, 4 * plot.height - 1))
    )
    // The logarithm of 0 is infinite, and of a negative number not a number.
    return place.x.isFinite && place.y.isFinite ? place : nil
  }

  /// The column of the plot, from 0, that shows a number of the horizontal axis; nil outside.
  public func column(of x: Double) -> Int? {
    guard let place = place((x, yAxis.range.lowerBound)) else { return nil }
    return cell(place.x, 2, plot.width)
  }

  /// The row of the plot, from 0 on top, that shows a number of the vertical axis; nil outside.
  public func row(of y: Double) -> Int? {
    guard let place = place((xAxis.range.lowerBound, y)) else { return nil }
    return cell(place.y, 4, plot.height)
  }

  /// The number of the horizontal axis at the middle of a column of the canvas; columns beyond the
  /// plot count as its edge.
  public func number(atColumn x: Int) -> Double {
    let column = min(max(x - plot.x, 0), max(0, plot.width - 1))
    return xAxis.number(
      at: (2 * Double(column) + 0.5) / Double(max(1, 2 * plot.width - 1)))
  }

  private func cell(_ dot: Double, _ dotsPerCell: Int, _ count: Int) -> Int? {
    guard dot > -1, dot < Double(dotsPerCell * count) else { return nil }
    return min(max(0, Int(dot.rounded()) / dotsPerCell), count - 1)
  }

  private static func extent(
    _ chart: LineChart
  ) -> (ClosedRange<Double>?, ClosedRange<Double>?) {
    var (left, right, low, high) = (
      Double.infinity, -Double.infinity, Double.infinity, -Double.infinity
    )
    for series in chart.series {
      for (x, y) in series.points where x.isFinite && y.isFinite {
        if !chart.logarithmicX || x > 0 {
          left = min(left, x)
          right = max(right, x)
        }
        guard !chart.logarithmic || y > 0 else { continue }
        low = min(low, y)
        high = max(high, y)
      }
    }
    return (left <= right ? left...right : nil, low <= high ? low...high : nil)
  }

  private static func rounded(
    _ range: ClosedRange<Double>?, _ logarithmic: Bool
  ) -> ClosedRange<Double> {
    guard let range else { return logarithmic ? 0.1...1 : 0...1 }
    // A finer step than that of the labels, else half of the plot may be empty.
    guard logarithmic else { return Ticks.rounded(ChartAxis.widened(range), count: 6) }
    // Down and up to the next 1, 2 or 5.
    func step(_ value: Double, up: Bool) -> Double {
      let unit = power10(Int(log10(value).rounded(.down)))
      let steps = [0.5, 1, 2, 5, 10].map { $0 * unit }
      return up
        ? steps.first { $0 >= value * (1 - 1e-9) } ?? value
        : steps.last { $0 <= value * (1 + 1e-9) } ?? value
    }
    let low = step(range.lowerBound, up: false)
    return low...max(low, step(range.upperBound, up: true))
  }
}
