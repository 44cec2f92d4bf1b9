import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The curves of other branches, behind those of the present one.
struct BranchOverlay {
  let session: Session
  let branches: [BranchSummary]

  /// - Parameter limit: the most branches; the newest are shown.
  init(_ session: Session, limit: Int = 12) {
    self.session = session
    branches = Array(session.branches.suffix(limit))
  }

  /// A curve and the number that stands at its end.
  struct Curve {
    let number: Int
    let series: LineChart.Series
  }

  /// The loss of every other branch that measured it in the same way, and of what lies ahead on the
  /// present one: on test points where there are any, else on training points.
  ///
  /// All are as faint as one another; a broken line and the number at its end tell them apart.
  func curves(_ quantity: LossCurves.Quantity, _ palette: Palette) -> [Curve] {
    guard session.isInThePast || branches.count > 1 else { return [] }
    return branches.compactMap { branch in
      let isAhead = branch.lastStep > session.trainer.stepCount
      guard branch.isPresent ? isAhead : isComparable(branch) else { return nil }
      let points = branch.history.entries.compactMap { entry -> (x: Double, y: Double)? in
        if branch.isPresent, Double(entry.epoch) < session.epochs { return nil }
        return value(entry, quantity).map { (Double(entry.epoch), $0) }
      }
      guard !points.isEmpty else { return nil }
      return Curve(
        number: branch.number,
        series: LineChart.Series(
          name: "", points: points, color: palette.muted,
          pattern: Self.patterns[branch.number % Self.patterns.count]))
    }
  }

  private static let patterns: [LinePattern] = [.dotted, .longDashed, .dashed]

  /// Whether losses of both say the same.
  private func isComparable(_ branch: BranchSummary) -> Bool {
    branch.preset.objective.loss == session.preset.objective.loss
  }

  private func value(
    _ entry: LossHistory.Entry, _ quantity: LossCurves.Quantity
  ) -> Double? {
    switch quantity {
    case .loss: session.dataset.test.isEmpty ? entry.training : entry.test
    case .objective: entry.penalty.map { entry.training + $0 }
    case .accuracy: (entry.accuracy.test ?? entry.accuracy.training).map { 100 * $0 }
    }
  }

  /// Writes the numbers of the branches where their curves end.
  static func label(
    _ curves: [Curve], _ layout: LineChartLayout, _ palette: Palette, on canvas: inout Canvas
  ) {
    for curve in curves {
      let seen = curve.series.points.last { point in
        point.y.isFinite && layout.xAxis.range.contains(point.x)
          && layout.row(of: point.y) != nil
      }
      guard let seen, let column = layout.column(of: seen.x), let row = layout.row(of: seen.y)
      else { continue }
      let text = "\(curve.number)"
      let x = min(column, layout.plot.width - columnWidth(text))
      guard x >= 0 else { continue }
      canvas.write(
        text, at: Point(x: layout.plot.x + x, y: layout.plot.y + row), foreground: palette.muted,
        style: .bold)
    }
  }
}
