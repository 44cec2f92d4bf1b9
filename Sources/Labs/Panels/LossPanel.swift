import Drawing
import Engine
import Studio

/// The loss of training and test data after each epoch, and of validation data where there is any.
struct LossPanel {
  let session: Session
  let now: Evaluations

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    canvas.drawBox(area, title: "Loss", accent: palette.accent)
    let curves = LossCurves(session: session, now: now)
    let series = curves.series(.loss, palette)
    let last = max(10, curves.newest)
    // The legend stands in the frame, where no curve can be.
    if !area.isEmpty {
      ChartLegend(series: series).draw(
        endingAt: area.maxX - 1, y: area.y, room: area.width - 10, on: &canvas)
    }
    let overlay = BranchOverlay(session, limit: 4).curves(.loss, palette)
    let layout = canvas.draw(
      LineChart(
        series: overlay.map(\.series) + series, xRange: 0...last,
        yRange: LossCurves.range(of: series, rows: area.height - 4), xLabel: "epoch",
        showsLegend: false),
      in: area.inset(horizontally: 1, vertically: 1))
    BranchOverlay.label(overlay, layout, palette, on: &canvas)
  }
}

extension LossCurves {
  /// From half a row below 0, so that the tick of 0 stands where the curve reaches it, to a little
  /// above the highest number.
  static func range(of series: [LineChart.Series], rows: Int) -> ClosedRange<Double> {
    var highest = 1e-6
    for one in series {
      for point in one.points where point.y.isFinite { highest = max(highest, point.y) }
    }
    return (-highest / Double(2 * max(rows, 2)))...(highest * 1.05)
  }
}
