import Drawing
import Studio

/// The loss of each racer above the least there is, against the steps.
struct RaceChart {
  let race: Race
  /// Whether steps are counted by powers of ten, from 1 on.
  var hasLogarithmicSteps = false

  /// Losses nearer to the least than this are drawn here: single precision tells no more.
  private static let floor = 1e-9

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let taking = race.racers.indices.filter { race.takesPart($0) }
    let series = taking.map { index in
      let pen = RacerPen(index: index)
      return LineChart.Series(
        name: "", points: points(race.racers[index]), color: pen.color(palette),
        pattern: pen.pattern)
    }
    let chart = LineChart(
      series: series, xRange: (hasLogarithmicSteps ? 1 : 0)...Double(max(10, race.stepCount)),
      logarithmic: true, logarithmicX: hasLogarithmicSteps, xLabel: "steps", showsLegend: false)
    let layout = canvas.draw(chart, in: area)
    for (index, curve) in zip(taking, series) {
      guard let end = curve.points.last, let column = layout.column(of: end.x),
        let row = layout.row(of: end.y)
      else { continue }
      canvas.write(
        String(RacerPen(index: index).mark(canvas)),
        at: Point(x: layout.plot.x + column, y: layout.plot.y + row),
        foreground: palette.classColor(index), style: .bold)
    }
  }

  private func points(_ racer: Racer) -> [(x: Double, y: Double)] {
    let least = race.spec.surface.least
    var points = racer.trail.entries.map {
      (x: Double($0.step), y: max($0.loss - least, Self.floor))
    }
    if hasLogarithmicSteps { points.removeFirst() }
    if !racer.hasDiverged { points.append((Double(racer.stepCount), max(racer.gap, Self.floor))) }
    return points
  }
}
