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
          .init(name: "test", points: test, color: palette.negative, dashed: true),
          .init(name: "train", points: training, color: palette.positive),
        ], xRange: 0...last, yRange: 0...max(highest * 1.05, 1e-6), xLabel: "epoch"),
      in: area.inset(horizontally: 1, vertically: 1))
  }

  private func highest(of points: [(x: Double, y: Double)]) -> Double {
    points.reduce(0) { $1.y.isFinite ? max($0, $1.y) : $0 }
  }
}
