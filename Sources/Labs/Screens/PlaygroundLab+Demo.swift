import Lessons
import Engine
import Datasets
import Drawing
import Studio

/// The screen for a projector.
extension PlaygroundLab {
  /// Network and view in two halves, and below them the epoch and how good the network is, in
  /// digits three rows high.
  func drawDemo(_ frame: Frame, in area: Rectangle, on canvas: inout Canvas) {
    let (top, bottom) = area.splitTop(area.height - 5)
    // A view that needs columns has all of them: what is cut can't be read from far away.
    let isSquare = isSquare(.view(shownView))
    let viewWidth =
      isSquare ? min(MapView.paneWidth(forHeight: top.height), top.width * 6 / 10) : top.width
    let (left, right) = top.splitLeft(top.width - viewWidth)
    if isSquare { drawNetwork(frame.session, in: left, on: &canvas) }
    var scene = frame.scene
    scene.isBig = true
    scene.isFocused = focus == .view
    ViewPane(view: views[shownView], scene: scene, index: shownView, hasTabs: false)
      .draw(in: right, on: &canvas)
    drawBigNumbers(frame, in: bottom, on: &canvas)
  }

  private func drawBigNumbers(_ frame: Frame, in area: Rectangle, on canvas: inout Canvas) {
    let isClasses = frame.session.preset.problem != .regression
    let hasTest = !frame.now.test.loss.isNaN
    let test = hasTest ? frame.now.test : frame.now.training
    let share = hasTest ? "test" : "train"
    let numbers = [
      ("epoch", "\(frame.session.trainer.epochCount)"),
      isClasses
        ? ("\(share) accuracy %", format(100 * test.accuracy, decimals: 0))
        : ("\(share) loss", format(test.loss, decimals: 3)),
      ("train loss", format(frame.now.training.loss, decimals: 3)),
    ]
    let width = area.width / numbers.count
    for (index, (name, number)) in numbers.enumerated() {
      let x = area.x + index * width + 2
      canvas.write(name, at: Point(x: x, y: area.y + 1), style: .dim, maxWidth: width - 3)
      canvas.drawBigDigits(number, at: Point(x: x, y: area.y + 2), maxWidth: width - 3)
    }
  }
}
