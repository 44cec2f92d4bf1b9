import Datasets
import Drawing
import Engine
import Studio

/// What the network predicts from x₁ alone, as a curve with the points, in a figure.
struct CurveFigure {
  let session: Session
  let style: FigureStyle

  func draw(in box: PixelBox, on figure: inout Figure) {
    let title = "Prediction"
    guard session.trainer.divergence == nil else {
      return DivergedFigure(session: session, style: style).draw(title, in: box, on: &figure)
    }
    let axes = CurveAxes(session)
    let parts = CurveParts(session, view: CurveView(), places: 480)
    let curves = parts.series(style.palette).map { one in
      FigureChart.Curve(
        name: one.name, points: one.points,
        pen: style.pen(style.ink(one.color), 0.2, dashes: LossFigure.dashes(one.pattern)))
    }
    var low = Double.infinity
    var high = -Double.infinity
    let labels = session.dataset.allPoints.map { axes.height(ofLabel: $0.label) }
    for y in labels + curves.flatMap(\.points).map(\.y) where y.isFinite {
      (low, high) = (min(low, y), max(high, y))
    }
    let range = low <= high ? low...high : 0...1
    let chart = FigureChart(
      title: title, curves: curves, xAxis: ChartAxis(axes.x1Range),
      yAxis: ChartAxis(Ticks.rounded(ChartAxis(range).range, count: 6)), xName: axes.x1Name,
      style: style)
    var place = box
    place.height -= 1.8 * style.unit
    let plot = chart.draw(in: place, on: &figure)
    for share in [Dataset.Share.test, .validation, .training] {
      for example in session.dataset[share].prefix(4000) {
        let x = axes.x1(Double(example.x1))
        guard let centre = chart.place(x, axes.height(ofLabel: example.label), in: plot) else {
          continue
        }
        mark(share, at: centre, on: &figure)
      }
    }
    drawLegend(x: plot.x, y: box.maxY - 0.4 * style.unit, until: box.maxX, on: &figure)
  }

  private func mark(_ share: Dataset.Share, at centre: PixelPlace, on figure: inout Figure) {
    let unit = style.unit
    switch share {
    case .training:
      figure.add(.circle(centre, radius: 0.24 * unit, style.text, style.pen(style.paper, 0.05)))
    case .validation:
      figure.add(.circle(centre, radius: 0.2 * unit, nil, style.pen(style.text, 0.08)))
    case .test:
      figure.add(.circle(centre, radius: 0.22 * unit, style.paper, style.pen(style.muted, 0.07)))
    }
  }

  private func drawLegend(
    x: Double, y: Double, until end: Double, on figure: inout Figure
  ) {
    var x = x + 0.4 * style.unit
    for (share, name) in [
      (Dataset.Share.training, "training"), (.validation, "validation"), (.test, "test"),
    ]
    where !session.dataset[share].isEmpty {
      guard x + style.width(name, 0.9) + 0.6 * style.unit <= end else { return }
      mark(share, at: PixelPlace(x, y - 0.33 * style.unit), on: &figure)
      figure.write(name, at: PixelPlace(x + 0.6 * style.unit, y), style.letters(style.muted, 0.9))
      x += style.width(name, 0.9) + 2.2 * style.unit
    }
  }
}
