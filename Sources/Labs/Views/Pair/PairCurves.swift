import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The losses of A and B over the epochs in one chart; their accuracies where each makes another loss
/// small, for such losses say nothing about each other.
struct PairCurves {
  private let frame: PairFrame
  private let showsAccuracy: Bool
  private let isLogarithmic: Bool

  /// - Parameter isLogarithmic: whether equal steps up the chart of losses are equal factors.
  init(_ frame: PairFrame, isLogarithmic: Bool) {
    self.frame = frame
    self.isLogarithmic = isLogarithmic
    showsAccuracy = frame.hasClasses && !frame.haveSameLoss
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    let palette = Palette(canvas.capabilities)
    let (head, area) = area.splitTop(warning.isEmpty || area.height < 6 ? 0 : 1)
    if !head.isEmpty {
      canvas.write(
        warning, at: Point(x: head.x, y: head.y), foreground: palette.warning,
        maxWidth: head.width)
    }
    let series = series(palette)
    let last = frame.sides.map(\.session.epochs).max() ?? 0
    ReadableChart(
      chart: LineChart(
        series: series, xRange: 0...max(10, last),
        yRange: showsAccuracy || isLogarithmic
          ? nil : LossCurves.range(of: series, rows: area.height - 3),
        logarithmic: isLogarithmic && !showsAccuracy,
        xLabel: "epoch", showsLegend: false),
      title: title, cursor: nil
    ).draw(in: area, on: &canvas)
  }

  private var title: String { showsAccuracy ? "accuracy, %" : "loss" }

  /// Why losses are not drawn, or do not say much.
  private var warning: String {
    if frame.haveSameLoss { return "" }
    return showsAccuracy
      ? "Two kinds of loss: accuracies, %, instead" : "Two kinds of loss: not to be compared"
  }

  /// Training solid and in long dashes, test dotted and in short ones; on top, B.
  private func series(_ palette: Palette) -> [LineChart.Series] {
    let patterns: [(LinePattern, LinePattern)] = [(.solid, .dotted), (.longDashed, .dashed)]
    // Orange and blue would speak of classes.
    let colors = [palette.classColor(2), palette.classColor(3)]
    return frame.sides.enumerated().flatMap { index, side in
      let hasTest = !side.session.dataset.test.isEmpty
      let name = side.name.rawValue
      let train = LineChart.Series(
        name: "\(name) train", points: points(side, isTest: false), color: colors[index],
        pattern: patterns[index].0)
      let test = LineChart.Series(
        name: "\(name) test", points: points(side, isTest: true), color: colors[index],
        pattern: patterns[index].1)
      return hasTest ? [train, test] : [train]
    }
  }

  private func points(_ side: PairFrame.Side, isTest: Bool) -> [(x: Double, y: Double)] {
    var points = side.session.history.entries.map { entry in
      let accuracy = isTest ? entry.accuracy.test : entry.accuracy.training
      let loss = isTest ? entry.test : entry.training
      return (x: Double(entry.epoch), y: showsAccuracy ? 100 * (accuracy ?? .nan) : loss)
    }
    if side.session.trainer.divergence == nil {
      let now = isTest ? side.now.test : side.now.training
      points.append((side.session.epochs, showsAccuracy ? 100 * now.accuracy : now.loss))
    }
    return points
  }
}
