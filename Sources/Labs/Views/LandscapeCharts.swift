import Drawing
import Engine
import Studio

/// The loss along each of the two directions, through the middle of a landscape.
struct LandscapeSlices {
  let landscape: Landscape
  let surface: LossSurface
  let isLogarithmic: Bool
  /// The place that is read along the directions; nil for none.
  let cursor: Double?

  func draw(in area: Rectangle, to canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let middle = Double(surface.side / 2)
    let step = max(1, surface.stride)
    let places = stride(from: 0, to: surface.side, by: step).map(Double.init)
    func share(_ place: Double) -> Double { surface.extent * (place - middle) / middle }
    let isPrincipal = surface.directions.variance != nil
    let series = [
      LineChart.Series(
        name: "along direction 1",
        points: places.map { (share($0), surface.value(column: $0, row: middle)) },
        color: palette.positive),
      LineChart.Series(
        name: "along direction 2",
        points: places.map { (-share($0), surface.value(column: middle, row: $0)) }.reversed(),
        color: palette.negative, pattern: .dashed),
    ]
    ReadableChart(
      chart: LineChart(
        series: series, xRange: -surface.extent...surface.extent, logarithmic: isLogarithmic,
        xLabel: isPrincipal ? "share of the run" : "share of the weights' length",
        showsLegend: false),
      title: landscape.settings.lossName, cursor: cursor
    ).draw(in: area, on: &canvas)
  }
}

/// The largest curvature from epoch to epoch, beside what the optimiser bears.
struct SharpnessChart {
  let history: SharpnessHistory
  let session: Session
  let isLogarithmic: Bool

  func draw(in area: Rectangle, to canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let last = Double(max(1, session.trainer.epochCount))
    var series = [
      LineChart.Series(
        name: "sharpness", points: history.entries.map { (Double($0.epoch), $0.largest) },
        color: palette.positive)
    ]
    if let limit = StabilityText.limit(session) {
      let formula = StabilityText(largest: .nan, session).formula
      series.append(
        LineChart.Series(
          name: "\(formula) now", points: [(0, limit), (last, limit)], color: palette.warning,
          pattern: .dashed))
    }
    ReadableChart(
      chart: LineChart(
        series: series, xRange: 0...last, logarithmic: isLogarithmic, xLabel: "epoch",
        showsLegend: false),
      title: "largest curvature of the training loss"
    ).draw(in: area, on: &canvas)
  }
}
