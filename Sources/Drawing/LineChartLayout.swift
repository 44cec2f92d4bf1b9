/// Where the parts of a line chart go, and which numbers its axes show.
struct LineChartLayout {
  /// The cells of the curves.
  let plot: Rectangle
  /// The range across the plot.
  let xRange: ClosedRange<Double>
  /// The range up the plot; of logarithms if the chart is logarithmic.
  let yRange: ClosedRange<Double>
  /// The numbers along the horizontal axis; none without room.
  let xTicks: Ticks?
  /// The numbers along the vertical axis; none without room.
  let yTicks: Ticks?
  /// Whether the numbers of the horizontal axis stand below its line, not in it.
  let hasLabelRow: Bool
  private let logarithmic: Bool

  init(_ chart: LineChart, in rectangle: Rectangle) {
    logarithmic = chart.logarithmic
    hasLabelRow = rectangle.height >= 7
    let axisRows = rectangle.height >= 3 ? (hasLabelRow ? 2 : 1) : 0
    let rows = rectangle.height - axisRows
    let wanted = min(max(2, (rows + 2) / 3), 5)
    let (xs, ys) = LineChartLayout.extent(chart)
    xRange = chart.xRange ?? LineChartLayout.widened(xs ?? 0...1)
    let values = chart.yRange ?? LineChartLayout.rounded(ys, chart.logarithmic)
    yRange =
      chart.logarithmic
      ? LineChartLayout.widened(
        log10(max(values.lowerBound, 1e-300))...log10(max(values.upperBound, 1e-300)))
      : LineChartLayout.widened(values)
    let ticks =
      chart.logarithmic
      ? Ticks(
        logarithmicIn: max(values.lowerBound, 1e-300)...max(values.upperBound, 1e-300),
        count: wanted)
      : Ticks(in: values, count: wanted)
    let labelWidth = ticks.labels.map { columnWidth($0) }.max() ?? 0
    let hasLeftAxis = rectangle.width >= labelWidth + 8 && rows >= 1
    yTicks = hasLeftAxis ? ticks : nil
    plot = rectangle.splitTop(rows).top.splitLeft(hasLeftAxis ? labelWidth + 1 : 0).right
    xTicks = axisRows > 0 ? Ticks(in: xRange, count: min(max(2, plot.width / 11), 6)) : nil
  }

  /// Where a point lies, in dots from the top left of the plot; nil if it breaks the line.
  func place(_ point: (x: Double, y: Double)) -> (x: Double, y: Double)? {
    let y = logarithmic ? log10(point.y) : point.y
    let across = (point.x - xRange.lowerBound) / (xRange.upperBound - xRange.lowerBound)
    let up = (y - yRange.lowerBound) / (yRange.upperBound - yRange.lowerBound)
    let place = (
      x: across * Double(max(0, 2 * plot.width - 1)),
      y: (1 - up) * Double(max(0, 4 * plot.height - 1))
    )
    // The logarithm of 0 is infinite, and of a negative number not a number.
    return place.x.isFinite && place.y.isFinite ? place : nil
  }

  /// The column of the plot that shows a number of the horizontal axis; nil outside.
  func column(of x: Double) -> Int? {
    guard let place = place((x, logarithmic ? 1 : yRange.lowerBound)) else { return nil }
    return cell(place.x, 2, plot.width)
  }

  /// The row of the plot that shows a number of the vertical axis; nil outside.
  func row(of y: Double) -> Int? {
    guard let place = place((xRange.lowerBound, y)) else { return nil }
    return cell(place.y, 4, plot.height)
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
        left = min(left, x)
        right = max(right, x)
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
    guard logarithmic else { return Ticks.rounded(widened(range), count: 6) }
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

  /// A range that has a length, around one that may have none.
  private static func widened(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let length = range.upperBound - range.lowerBound
    let middle = range.lowerBound
    guard middle.isFinite, length.isFinite else { return 0...1 }
    let smallest = abs(middle) * 1e-9
    if length > smallest { return range }
    let half = middle == 0 ? 0.5 : abs(middle) * 0.1
    return middle - half...middle + half
  }
}
