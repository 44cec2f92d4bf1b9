import Drawing
import Engine
import Studio

/// The loss of training and test data after each epoch.
struct LossPanel {
  let session: Session
  let now: Evaluations

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(depth: canvas.capabilities.depth)
    canvas.drawBox(area, title: "Loss", accent: palette.accent)
    drawLegend(area, palette, on: &canvas)
    let entries = session.history.entries
    let trainer = session.trainer
    var training = entries.map { (x: Double($0.epoch), y: $0.training) }
    var test = entries.map { (x: Double($0.epoch), y: $0.test) }
    // The newest point is the present one, even within an epoch.
    if trainer.divergence == nil {
      let epoch =
        Double(trainer.epochCount) + Double(trainer.position) / Double(trainer.samples.count)
      training.append((epoch, now.training.loss))
      test.append((epoch, now.test.loss))
    }
    let last = max(10, training.last?.x ?? 10)
    let highest = max(highest(of: training), highest(of: test))
    canvas.draw(
      LineChart(
        series: [
          .init(name: "train", points: training, color: palette.positive),
          // Dashed and on top, so that both are seen where they coincide.
          .init(name: "test", points: test, color: palette.negative, pattern: .dashed),
        ], xRange: 0...last, yRange: range(to: max(highest, 1e-6), rows: area.height - 4),
        xLabel: "epoch", showsLegend: false),
      in: area.inset(horizontally: 1, vertically: 1))
  }

  /// From half a row below 0, so that the tick of 0 stands where the curve reaches it.
  private func range(to highest: Double, rows: Int) -> ClosedRange<Double> {
    (-highest / Double(2 * max(rows, 2)))...(highest * 1.05)
  }

  /// The legend stands in the frame, where no curve can be.
  private func drawLegend(_ area: Rectangle, _ palette: Palette, on canvas: inout Canvas) {
    var x = area.maxX - 24
    guard x > area.x + 8 else { return }
    x += canvas.write(" train ", at: Point(x: x, y: area.y))
    x += canvas.write("━━━━", at: Point(x: x, y: area.y), foreground: palette.positive)
    x += canvas.write("  test ", at: Point(x: x, y: area.y))
    x += canvas.write("╌╌╌╌", at: Point(x: x, y: area.y), foreground: palette.negative)
    canvas.write(" ", at: Point(x: x, y: area.y))
  }

  private func highest(of points: [(x: Double, y: Double)]) -> Double {
    points.reduce(0) { $1.y.isFinite ? max($0, $1.y) : $0 }
  }
}
