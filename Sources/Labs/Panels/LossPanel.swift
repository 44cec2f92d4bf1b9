import Drawing
import Engine
import Studio

/// The loss of training and test data after each epoch, and of validation data where there is any.
struct LossPanel {
  let session: Session
  let now: Evaluations

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(depth: canvas.capabilities.depth)
    canvas.drawBox(area, title: "Loss", accent: palette.accent)
    let entries = session.history.entries
    let trainer = session.trainer
    var training = entries.map { (x: Double($0.epoch), y: $0.training) }
    var test = entries.map { (x: Double($0.epoch), y: $0.test) }
    var validation = entries.compactMap { entry in
      entry.validation.map { (x: Double(entry.epoch), y: $0) }
    }
    // The newest point is the present one, even within an epoch.
    if trainer.divergence == nil {
      let epoch =
        Double(trainer.epochCount) + Double(trainer.position) / Double(trainer.samples.count)
      training.append((epoch, now.training.loss))
      test.append((epoch, now.test.loss))
      if let loss = now.validation?.loss { validation.append((epoch, loss)) }
    }
    let last = max(10, training.last?.x ?? 10)
    var series: [LineChart.Series] = [
      .init(name: "train", points: training, color: palette.positive)
    ]
    if !validation.isEmpty {
      series.append(
        .init(
          name: "validation", points: validation, color: palette.accent, pattern: .dotted))
    }
    // Dashed and on top, so that both are seen where they coincide.
    series.append(
      .init(name: "test", points: test, color: palette.negative, pattern: .dashed))
    drawLegend(series, area, on: &canvas)
    let highest = series.reduce(0) { max($0, self.highest(of: $1.points)) }
    canvas.draw(
      LineChart(
        series: series, xRange: 0...last,
        yRange: range(to: max(highest, 1e-6), rows: area.height - 4),
        xLabel: "epoch", showsLegend: false),
      in: area.inset(horizontally: 1, vertically: 1))
  }

  /// From half a row below 0, so that the tick of 0 stands where the curve reaches it.
  private func range(to highest: Double, rows: Int) -> ClosedRange<Double> {
    (-highest / Double(2 * max(rows, 2)))...(highest * 1.05)
  }

  /// The legend stands in the frame, where no curve can be.
  private func drawLegend(
    _ series: [LineChart.Series], _ area: Rectangle, on canvas: inout Canvas
  ) {
    let room = area.width - 10
    guard !area.isEmpty else { return }
    // Where three names leave little room, a cell of each line has to do.
    guard
      let form = [(mark: 4, gap: 2), (mark: 1, gap: 1)].first(where: { width(series, $0) <= room })
    else { return }
    var x = area.maxX - 1 - width(series, form)
    for (index, one) in series.enumerated() {
      let gap = String(repeating: " ", count: index == 0 ? 1 : form.gap)
      x += canvas.write("\(gap)\(one.name) ", at: Point(x: x, y: area.y))
      x += canvas.write(
        String(repeating: mark(one.pattern), count: form.mark), at: Point(x: x, y: area.y),
        foreground: one.color)
    }
    canvas.write(" ", at: Point(x: x, y: area.y))
  }

  private func width(_ series: [LineChart.Series], _ form: (mark: Int, gap: Int)) -> Int {
    series.reduce(2 - form.gap) { $0 + form.gap + columnWidth($1.name) + 1 + form.mark }
  }

  private func mark(_ pattern: LinePattern) -> String {
    switch pattern {
    case .solid: "━"
    case .dashed, .longDashed: "╌"
    case .dotted: "·"
    }
  }

  private func highest(of points: [(x: Double, y: Double)]) -> Double {
    points.reduce(0) { $1.y.isFinite ? max($0, $1.y) : $0 }
  }
}
