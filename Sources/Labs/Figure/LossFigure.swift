import Drawing
import Engine
import Studio

/// The loss from epoch to epoch, in a figure.
struct LossFigure {
  let session: Session
  let now: Evaluations
  let style: FigureStyle

  func draw(in box: PixelBox, on figure: inout Figure) {
    let losses = LossCurves(session: session, now: now)
    let series = losses.series(.loss, style.palette)
    let highest = series.flatMap(\.points).map(\.y).filter(\.isFinite).max() ?? 1
    // From 0, for a loss is as good as it is near to that.
    let range = Ticks.rounded(0...max(highest, 1e-6), count: 6)
    FigureChart(
      title: session.trainer.divergence == nil ? "Loss" : "Loss, until training diverged",
      curves: series.map { one in
        FigureChart.Curve(
          name: one.name, points: one.points,
          pen: style.pen(style.ink(one.color), 0.16, dashes: Self.dashes(one.pattern)))
      },
      xAxis: ChartAxis(0...max(1, losses.newest)), yAxis: ChartAxis(range), xName: "epoch",
      style: style
    ).draw(in: box, on: &figure)
  }

  /// A pattern in units of the font.
  static func dashes(_ pattern: LinePattern) -> [Double] {
    switch pattern {
    case .solid: []
    case .dashed: [0.5, 0.45]
    case .longDashed: [0.9, 0.5]
    case .dotted: [0.01, 0.36]
    }
  }
}
