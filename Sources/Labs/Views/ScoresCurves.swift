import Drawing
import Engine

/// The ROC and the precision-recall curve of a class, with the place of the threshold.
struct ScoresCurves {
  let scores: ClassScores
  let threshold: Double
  /// The name of the class, for axes and reasons.
  let className: String
  /// Which of the two is shown.
  private let page: ScoresPage
  private let roc: ROCCurve?
  private let precisionRecall: PrecisionRecallCurve?

  /// Sorts the scores once for heading, picture and mouse.
  init(_ scores: ClassScores, on page: ScoresPage, threshold: Double, className: String) {
    self.scores = scores
    self.threshold = threshold
    self.className = className
    self.page = page
    roc = page == .roc ? scores.rocCurve : nil
    precisionRecall = page == .precisionRecall ? scores.precisionRecallCurve : nil
  }

  /// The heading: the name of the curve and its measure, a dash where there is none.
  func title(room: Int) -> String {
    switch page {
    case .roc: "ROC · AUC \(Self.number(roc?.area))"
    default:
      (room >= 44 ? "Precision-recall" : "PR")
        + " · AP \(Self.number(precisionRecall?.averagePrecision))"
    }
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    if page == .roc {
      drawROC(in: area, on: &canvas)
    } else {
      drawPrecisionRecall(in: area, on: &canvas)
    }
  }

  private func drawROC(in area: Rectangle, on canvas: inout Canvas) {
    guard let curve = roc else { return drawReason(in: area, on: &canvas) }
    draw(
      curve.points.map { ($0.falsePositiveRate, $0.truePositiveRate) },
      in: area, guess: ((0, 0), (1, 1)), on: &canvas)
  }

  private func drawPrecisionRecall(in area: Rectangle, on canvas: inout Canvas) {
    guard let curve = precisionRecall else { return drawReason(in: area, on: &canvas) }
    // A step at each recall, as the average precision counts it.
    var points: [(Double, Double)] = []
    var before = 0.0
    for point in curve.points {
      points.append((before, point.precision))
      points.append((point.recall, point.precision))
      before = point.recall
    }
    let share = curve.positiveShare
    draw(
      points, in: area, guess: ((0, share), (1, share)), on: &canvas)
  }

  /// The threshold whose place on the curve is nearest to a cell; nil without a curve.
  func threshold(nearestTo cell: Point, in plot: ScoresPlot) -> Double? {
    let places: [(threshold: Double, x: Double, y: Double)]
    switch page {
    case .roc:
      places =
        roc?.points.map {
          ($0.threshold, $0.falsePositiveRate, $0.truePositiveRate)
        } ?? []
    default:
      places =
        precisionRecall?.points.map {
          ($0.threshold, $0.recall, $0.precision)
        } ?? []
    }
    // The centre of the cell, in dots.
    let x = Double(2 * (cell.x - plot.cells.x)) + 0.5
    let y = Double(4 * (cell.y - plot.cells.y)) + 1.5
    func distance(_ place: (threshold: Double, x: Double, y: Double)) -> Double {
      let dot = plot.dot(place.x, place.y)
      return (dot.x - x) * (dot.x - x) + (dot.y - y) * (dot.y - y)
    }
    return places.min { distance($0) < distance($1) }.map { min(max($0.threshold, 0), 1) }
  }

  private func draw(
    _ points: [(Double, Double)], in area: Rectangle,
    guess: ((Double, Double), (Double, Double)), on canvas: inout Canvas
  ) {
    let palette = Palette(canvas.capabilities)
    let plot = ScoresPlot(in: area, xRange: 0...1, yRange: 0...1)
    plot.drawAxes(on: &canvas)
    var grid = plot.grid
    grid.line(
      from: plot.dot(guess.0.0, guess.0.1), to: plot.dot(guess.1.0, guess.1.1),
      color: palette.muted, pattern: .dotted)
    var last: (x: Double, y: Double)?
    for (x, y) in points {
      let dot = plot.dot(x, y)
      if let last { grid.line(from: last, to: dot, color: palette.positive, priority: 1) }
      last = dot
    }
    canvas.draw(grid, at: Point(x: plot.cells.x, y: plot.cells.y))
    let here = scores.metrics(threshold: threshold)
    // Without a call there is no precision; the place is where the curve starts.
    let hasCalls = here.truePositives + here.falsePositives > 0
    canvas.drawCross(
      at: page == .roc
        ? plot.cell(1 - here.specificity, here.recall)
        : plot.cell(here.recall, hasCalls ? here.precision : points.first?.1 ?? 1))
    canvas.mark(plot.cells, as: ScoresSpot.curve(page, plot))
  }

  private func drawReason(in area: Rectangle, on canvas: inout Canvas) {
    let positives = scores.isPositive.count { $0 }
    let reason =
      scores.probabilities.isEmpty
      ? "There are no points."
      : scores.probabilities.contains(where: \.isNaN)
        ? "The output is not a number at some points, so there is no curve."
        : positives == 0
          ? "None of these points is of class \(className), so there is no curve."
          : "All of these points are of class \(className), so there is no curve."
    canvas.drawWords(reason, in: area)
  }

  /// Three decimals, or a dash.
  static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "–" }
    return format(value, decimals: 3)
  }
}

extension Canvas {
  /// Writes a sentence in the middle of an area.
  mutating func drawWords(_ words: String, in area: Rectangle) {
    let lines = wrap(words, width: area.width - 2)
    let top = area.y + max(0, (area.height - lines.count) / 2)
    for (row, line) in lines.enumerated() where row < area.height {
      write(
        line, at: Point(x: area.x + (area.width - columnWidth(line)) / 2, y: top + row),
        style: .dim)
    }
  }
}
