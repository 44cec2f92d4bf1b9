import Drawing
import Engine
import Lessons
import Studio

/// Losses, the penalty and accuracies from epoch to epoch, to be zoomed into and read.
struct LossView: RunView {
  static let name = "Loss"
  static let key: Character = "4"
  static let summary = "loss and accuracy over epochs, to zoom and read"

  /// What the chart, or the first of two, shows.
  var page = LossCurves.Quantity.loss
  /// Whether equal steps up the chart are equal factors.
  var isLogarithmic = false
  /// Whether equal steps across it are.
  var countsEpochsByFactors = false
  /// The epochs that are shown.
  var window = EpochWindow.all
  /// The epoch that is read; nil for none.
  var cursor: Double?
  /// The epoch under the pointer.
  var hovered: Double?
  /// Where a drag began: the axis as it was, and the column.
  var grip: (axis: ChartAxis, column: Int)?

  init() {}

  /// The cells of a chart, for the mouse.
  struct Spot: Hashable, Sendable {
    let layout: LineChartLayout
  }

  func title(_ scene: Scene) -> String {
    let name =
      switch page {
      case .loss: "Loss"
      case .objective: "Loss and penalty"
      case .accuracy: "Accuracy"
      }
    let axes = [
      isLogarithmic && page != .accuracy ? "log loss" : nil,
      countsEpochsByFactors ? "log epochs" : nil,
    ].compactMap { $0 }
    return name + axes.map { " · \($0)" }.joined()
  }

  func note(_ scene: Scene) -> String {
    guard let best = curves(scene).best(page == .accuracy ? .accuracy : .loss) else { return "" }
    let value =
      page == .accuracy
      ? format(100 * best.value, significantDigits: 3) + " %"
      : format(best.value, significantDigits: 3)
    let sign = Palette.mark(forClass: 4, glyphs: .braille)
    return "\(sign) best \(best.share) \(value) at epoch \(best.epoch)"
  }

  func describe(_ scene: Scene) -> String {
    guard let epoch = hovered ?? cursor, let reading = curves(scene).reading(near: epoch) else {
      return "Loss: n what is shown, y axes, ←→ read an epoch, ↑ newest, ↓ best, z Z zoom."
    }
    return reading.text(room: 78)
  }

  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    guard !inner.isEmpty else { return }
    let curves = curves(scene)
    let area = drawDivergence(scene, in: inner, on: &canvas)
    // The other quantity beside or below, where both are large enough to be read.
    var second: LossCurves.Quantity?
    if page == .loss, curves.hasAccuracy { second = .accuracy }
    if area.width >= 100, let second {
      let (left, right) = area.splitLeft((area.width - 2) / 2)
      draw(page, curves, in: left, on: &canvas)
      draw(second, curves, in: right.splitLeft(2).right, on: &canvas)
    } else if area.height >= 26, let second {
      let (top, bottom) = area.splitTop(area.height * 3 / 5)
      draw(page, curves, in: top, on: &canvas)
      draw(second, curves, in: bottom, on: &canvas)
    } else {
      draw(page, curves, in: area, on: &canvas)
    }
  }

  func curves(_ scene: Scene) -> LossCurves {
    LossCurves(session: scene.session, now: scene.now)
  }

  /// Says in a line that training has diverged; gives the rest of the place.
  private func drawDivergence(
    _ scene: Scene, in inner: Rectangle, on canvas: inout Canvas
  ) -> Rectangle {
    guard let divergence = scene.session.trainer.divergence, inner.height >= 6 else { return inner }
    let (line, rest) = inner.splitTop(1)
    let text = "Diverged in epoch \(divergence.epoch): a number is no longer finite."
    canvas.write(
      columnWidth(text) <= line.width ? text : "Diverged in epoch \(divergence.epoch).",
      at: Point(x: line.x, y: line.y), foreground: Palette(canvas.capabilities).warning,
      style: .bold, maxWidth: line.width)
    return rest
  }

  private func draw(
    _ quantity: LossCurves.Quantity, _ curves: LossCurves, in area: Rectangle,
    on canvas: inout Canvas
  ) {
    let palette = Palette(canvas.capabilities)
    guard quantity != .accuracy || curves.hasAccuracy else {
      let text = "There is no accuracy where numbers are predicted; n shows the loss."
      for (row, line) in wrap(text, width: max(1, area.width)).prefix(area.height).enumerated() {
        canvas.write(line, at: Point(x: area.x, y: area.y + row), maxWidth: area.width)
      }
      return
    }
    let axis = window.axis(of: whole(curves))
    let isWhole = window == .all
    let series = curves.series(quantity, within: isWhole ? nil : axis.range, palette)
    let overlay = BranchOverlay(curves.session).curves(quantity, palette)
    let isLog = isLogarithmic && quantity != .accuracy
    let range: ClosedRange<Double>? =
      quantity == .accuracy
      ? Self.percentRange(of: series, isWhole: isWhole)
      : isWhole && !isLog ? LossCurves.range(of: series, rows: area.height - 3) : nil
    var picture = ReadableChart(
      chart: LineChart(
        series: overlay.map(\.series) + series, xRange: axis.range, yRange: range,
        logarithmic: isLog,
        logarithmicX: axis.isLogarithmic, xLabel: "epoch", showsLegend: false),
      title: Self.title(quantity, curves), cursor: hovered ?? cursor)
    if let best = curves.best(quantity == .accuracy ? .accuracy : .loss) {
      picture.marks = [
        .init(
          x: Double(best.epoch), y: quantity == .accuracy ? 100 * best.value : best.value,
          color: palette.success)
      ]
    }
    let layout = picture.draw(in: area, on: &canvas)
    BranchOverlay.label(overlay, layout, palette, on: &canvas)
    canvas.mark(layout.plot, as: Spot(layout: layout))
  }

  private static func title(_ quantity: LossCurves.Quantity, _ curves: LossCurves) -> String {
    switch quantity {
    case .loss: "loss"
    case .objective: curves.session.penalty == 0 ? "the penalty is 0 now" : "loss"
    case .accuracy: "accuracy, %"
    }
  }

  /// From a round number below the lowest to a little above 100, so that the line there is seen.
  private static func percentRange(
    of series: [LineChart.Series], isWhole: Bool
  ) -> ClosedRange<Double> {
    var lowest = 100.0
    var highest = isWhole ? 100.0 : 0
    for one in series {
      for point in one.points where point.y.isFinite {
        lowest = min(lowest, point.y)
        highest = max(highest, point.y)
      }
    }
    guard lowest <= highest else { return 0...101 }
    let range = Ticks.rounded(lowest...max(highest, lowest + 1), count: 6)
    return max(0, range.lowerBound)...min(range.upperBound, 100) * 1.005
  }

  /// The axis of all epochs so far.
  func whole(_ curves: LossCurves) -> ChartAxis {
    EpochWindow.whole(to: curves.newest, isLogarithmic: countsEpochsByFactors)
  }
}

extension LossView {
  mutating func turnPage(by offset: Int) {
    let all = LossCurves.Quantity.allCases
    page = all[((all.firstIndex(of: page) ?? 0) + offset + all.count) % all.count]
  }

  /// Linear, then log up, log across, both.
  mutating func nextAxes() -> String {
    switch (isLogarithmic, countsEpochsByFactors) {
    case (false, false): isLogarithmic = true
    case (true, false): (isLogarithmic, countsEpochsByFactors) = (false, true)
    case (false, true): isLogarithmic = true
    case (true, true): (isLogarithmic, countsEpochsByFactors) = (false, false)
    }
    window = .all
    let loss = isLogarithmic ? "logarithmic" : "linear"
    let epochs = countsEpochsByFactors ? "logarithmic" : "linear"
    return "The axis of the loss is \(loss), that of the epochs \(epochs)."
  }
}
