import Drawing
import Engine
import Studio

/// A number of each layer from epoch to epoch.
struct LayerCurves {
  let session: Session
  let measure: LayerMeasure
  let emphasised: Int?
  let isLogarithmic: Bool

  private static let patterns: [LinePattern] = [.solid, .dashed, .longDashed, .dotted]

  func draw(in area: Rectangle, cursor: Double?, on canvas: inout Canvas) -> LineChartLayout {
    let palette = Palette(canvas.capabilities)
    let last = max(10, session.diagnoses.entries.last.map { Double($0.epoch) } ?? 10)
    var chart = LineChart(
      series: series(palette), xRange: 0...last, logarithmic: isLogarithmic, xLabel: "epoch",
      showsLegend: false)
    let hasPoint = chart.series.contains { one in
      one.points.contains { $0.y.isFinite && (!isLogarithmic || $0.y > 0) }
    }
    if measure == .idle { chart.yRange = -2...102 }
    if measure == .update {
      // A line at the usual pace to compare with.
      chart.series.insert(
        LineChart.Series(
          name: "1e-3", points: [(0, 1e-3), (last, 1e-3)], color: palette.muted,
          pattern: .dotted),
        at: 0)
    }
    let layout = ReadableChart(chart: chart, title: measure.title.lowercased(), cursor: cursor)
      .draw(in: area, on: &canvas)
    if !hasPoint { explainNothing(in: layout.plot, on: &canvas) }
    return layout
  }

  /// A curve for each layer, in the order of the legend; one that stands out comes last, so that it
  /// lies on top, and the others lose their colour.
  private func series(_ palette: Palette) -> [LineChart.Series] {
    let names = LayerNames(session)
    let count = session.trainer.network.levels.count
    var all = (0..<count).map { level in
      let points = session.diagnoses.values(ofLevel: level, measure.value)
        .map { (x: Double($0.epoch), y: $0.value) }
      let isMuted = emphasised != nil && emphasised != level
      return LineChart.Series(
        name: names.short(level), points: points,
        color: isMuted ? palette.muted : palette.classColor(level),
        pattern: emphasised == level ? .solid : isMuted ? .dotted : Self.patterns[level % 4])
    }
    if let emphasised, all.indices.contains(emphasised) {
      all.append(all.remove(at: emphasised))
    }
    return all
  }

  private func explainNothing(in plot: Rectangle, on canvas: inout Canvas) {
    let text =
      switch measure {
      case .idle: "Only relu units die, and only tanh and sigmoid saturate."
      case .gradient, .update, .weights: "There is nothing above 0 to show yet."
      }
    for (row, line) in wrap(text, width: max(1, plot.width - 4)).prefix(plot.height).enumerated() {
      canvas.write(
        line, at: Point(x: plot.x + 2, y: plot.y + row), style: .dim, maxWidth: plot.width - 2)
    }
  }
}
