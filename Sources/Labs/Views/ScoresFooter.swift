import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// Below the pages: the threshold and what it makes; for regression, the numbers of each share.
struct ScoresFooter {
  let subject: ScoresSubject
  let now: Evaluations

  /// Columns from which on counts have their names in words.
  private static let wide = 72

  /// The rows that it would like.
  func rows(width: Int) -> Int {
    if subject.isRegression { return 1 + ScoresSubject.shares(subject.session).count }
    return width >= Self.wide ? 2 : 3
  }

  func draw(_ scores: ClassScores?, in area: Rectangle, on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    if subject.isRegression { return drawErrors(in: area, on: &canvas) }
    guard let metrics = scores?.metrics(threshold: subject.threshold) else { return }
    let isWide = area.width >= Self.wide
    drawThreshold(metrics, isWide, in: area, on: &canvas)
    for (row, line) in Self.lines(metrics, isWide: isWide).enumerated() {
      canvas.write(
        line, at: Point(x: area.x, y: area.y + 1 + row), maxWidth: area.width)
    }
  }

  private func drawThreshold(
    _ metrics: ThresholdMetrics, _ isWide: Bool, in area: Rectangle, on canvas: inout Canvas
  ) {
    var x = area.x + canvas.write("threshold ", at: Point(x: area.x, y: area.y), style: .dim)
    x += canvas.write(
      format(subject.threshold, decimals: 2) + " ", at: Point(x: x, y: area.y), style: .bold)
    let right =
      isWide
      ? "  accuracy \(ScoresCurves.number(metrics.accuracy))"
        + "  F1 \(ScoresCurves.number(metrics.f1))" : ""
    let slider = Rectangle(
      x: x, y: area.y, width: min(area.maxX - x - columnWidth(right), 61), height: 1)
    canvas.drawSlider(
      value: subject.threshold, at: Point(x: slider.x, y: slider.y), width: slider.width,
      focused: true, accent: Palette(canvas.capabilities).accent)
    canvas.mark(slider, as: ScoresSpot.slider(slider))
    canvas.write(right, at: Point(x: slider.maxX, y: area.y))
  }

  /// The counts at a threshold and the shares that follow; two short lines or a long one.
  static func lines(_ metrics: ThresholdMetrics, isWide: Bool) -> [String] {
    func number(_ value: Double) -> String { ScoresCurves.number(value) }
    let unanswered = metrics.unanswered.positives + metrics.unanswered.negatives
    let counts =
      "TP \(metrics.truePositives)  FP \(metrics.falsePositives)  FN \(metrics.falseNegatives)"
      + "  TN \(metrics.trueNegatives)" + (unanswered > 0 ? "  none \(unanswered)" : "")
    let (precision, recall) = (number(metrics.precision), number(metrics.recall))
    let specificity = number(metrics.specificity)
    return isWide
      ? [counts + "   precision \(precision)  recall \(recall)  specificity \(specificity)"]
      : [counts, "prec \(precision)  rec \(recall)  spec \(specificity)"]
  }

  private func drawErrors(in area: Rectangle, on canvas: inout Canvas) {
    let shares = ScoresSubject.shares(subject.session)
    let unit = TargetUnit(subject.session).size
    let metrics = shares.map { subject.session.regressionMetrics(of: $0) }
    func column(_ title: String, _ number: (Int) -> Double) -> TextTable.Column {
      TextTable.Column(
        title: title, width: area.width >= 60 ? 12 : 8,
        items: shares.indices.map {
          TextTable.Item(
            text: tabular(number($0)), style: shares[$0] == subject.share ? .bold : [])
        })
    }
    let table = TextTable(
      names: TextTable.Column(
        title: "", width: 6,
        items: shares.map {
          TextTable.Item(text: $0.shortName, style: $0 == subject.share ? .bold : [])
        }),
      columns: [
        column("R²") { metrics[$0]?.determination ?? .nan },
        column("RMSE") { unit * (metrics[$0]?.rootMeanSquaredError ?? .nan) },
        column("MAE") { unit * (metrics[$0]?.meanAbsoluteError ?? .nan) },
        column("loss") { index in
          switch shares[index] {
          case .training: now.training.loss
          case .validation: now.validation?.loss ?? .nan
          case .test: now.test.loss
          }
        },
      ])
    table.fitted(to: area.width).table.draw(in: area, on: &canvas)
    for (row, share) in shares.enumerated() where row + 1 < area.height {
      canvas.mark(
        Rectangle(x: area.x, y: area.y + 1 + row, width: area.width, height: 1),
        as: ScoresSpot.share(share))
    }
  }
}
