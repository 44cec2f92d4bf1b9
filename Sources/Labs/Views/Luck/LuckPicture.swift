import Drawing
import Lessons
import Studio

/// Draws the pages of the trial of many seeds.
struct LuckPicture {
  let view: LuckView
  let scene: Scene

  func draw(in inner: Rectangle, on canvas: inout Canvas) {
    guard inner.width >= 1, inner.height >= 1 else { return }
    let area = inner.width > 40 ? inner.inset(horizontally: 1, vertically: 0) : inner
    switch view.page {
    case .overview: drawOverview(in: area, on: &canvas)
    case .seeds:
      guard let work = view.work, let summary = view.summary else {
        return write(["No run is complete yet; enter starts."], in: area, on: &canvas)
      }
      LuckRows(work: work, ranking: summary.ranking, place: view.place)
        .draw(in: area, on: &canvas)
    case .curves:
      guard let summary = view.summary, !summary.others.isEmpty else {
        return write(["No run is complete yet; enter starts."], in: area, on: &canvas)
      }
      drawFan(summary, in: area, on: &canvas)
    }
  }

  /// The settings, what came of them in words, and how it is spread.
  private func drawOverview(in area: Rectangle, on canvas: inout Canvas) {
    let (head, rest) = area.splitTop(drawFields(in: area, on: &canvas))
    var (state, below) = rest.splitTop(head.isEmpty ? 0 : 1)
    drawState(in: state, on: &canvas)
    guard let summary = view.summary, !summary.ranking.isEmpty else {
      (_, below) = below.splitTop(1)
      return write(Self.introduction, in: below, on: &canvas)
    }
    let text = LuckText(summary)
    let lines = [text.share, text.epochs, text.own].filter { !$0.isEmpty }
      .flatMap { wrap($0, width: max(1, area.width)) }
    let shown = min(lines.count, max(0, below.height - 6))
    (state, below) = below.splitTop(shown)
    write(Array(lines.prefix(shown)), in: state, on: &canvas)
    let spread = min(below.height, below.height >= 18 ? 9 : below.height)
    let (plots, fan) = below.splitTop(spread)
    drawPlots(summary, in: plots, on: &canvas)
    if fan.height >= 7, !summary.others.isEmpty { drawFan(summary, in: fan, on: &canvas) }
  }

  private static let introduction = [
    "Some of every result is luck: first weights and the order of the samples are drawn by"
      + " chance. Here the same setting is trained with many seeds, and you see how often it"
      + " reaches a goal, how long that takes, and whether your own seed was a lucky one.",
    "", "↑↓ choose what to set, ←→ change it, enter starts.",
  ]

  private func write(_ texts: [String], in area: Rectangle, on canvas: inout Canvas) {
    let lines = texts.flatMap { $0.isEmpty ? [""] : wrap($0, width: max(1, area.width)) }
    for (row, line) in lines.prefix(area.height).enumerated() {
      canvas.write(line, at: Point(x: area.x, y: area.y + row), maxWidth: area.width)
    }
  }

  /// The settings in a line, or in more where that is too short; gives how many rows they take.
  private func drawFields(in area: Rectangle, on canvas: inout Canvas) -> Int {
    let palette = Palette(canvas.capabilities)
    let settings = view.settings(scene.session)
    var (x, y) = (area.x, area.y)
    for field in LuckField.allCases {
      let value = field.value(settings)
      let isChosen = field == view.field && scene.isFocused
      let title = field == .threshold ? "" : field.title
      let width = columnWidth(title) + columnWidth(value) + 2
      if x > area.x, x + width > area.maxX {
        (x, y) = (area.x, y + 1)
      }
      guard y < area.maxY else { break }
      x += canvas.write(title, at: Point(x: x, y: y), style: .dim, maxWidth: area.maxX - x)
      x += canvas.write(
        (isChosen ? "‹" : " ") + value + (isChosen ? "›" : " "), at: Point(x: x, y: y),
        foreground: isChosen ? palette.accent : .standard,
        style: isChosen ? [.bold, .reverse] : .bold, maxWidth: max(0, area.maxX - x))
      x += 1
    }
    return min(area.height, y - area.y + 1)
  }

  /// How far it is.
  private func drawState(in line: Rectangle, on canvas: inout Canvas) {
    guard !line.isEmpty else { return }
    let palette = Palette(canvas.capabilities)
    guard view.isRunning, let work = view.work else {
      let text =
        view.work == nil
        ? ""
        : view.isStale(scene.session)
          ? "These are runs of other settings than the present ones; enter tries those."
          : "n shows every seed; z opens the best one, Z the worst."
      canvas.write(
        text, at: Point(x: line.x, y: line.y),
        foreground: view.isStale(scene.session) ? palette.warning : .standard, style: .dim,
        maxWidth: line.width)
      return
    }
    let text = " \(work.runs.count) of \(work.settings.count + 1)"
    let width = max(0, min(40, line.width - columnWidth(text)))
    let done = Int((min(max(work.progress, 0), 1) * Double(width)).rounded(.down))
    canvas.write(
      String(repeating: "█", count: done), at: Point(x: line.x, y: line.y),
      foreground: palette.accent, maxWidth: width)
    canvas.write(
      String(repeating: "░", count: width - done), at: Point(x: line.x + done, y: line.y),
      style: .dim, maxWidth: width - done)
    canvas.write(text, at: Point(x: line.x + width, y: line.y), maxWidth: line.width - width)
  }

  /// Epochs to the goal, and beside them what the runs ended with.
  private func drawPlots(_ summary: LuckSummary, in area: Rectangle, on canvas: inout Canvas) {
    let hasTwo = area.width >= 60
    let (left, right) = area.splitLeft(hasTwo ? area.width / 2 - 1 : area.width)
    LuckDots(epochsOf: summary).draw(in: left, on: &canvas)
    if hasTwo { LuckDots(endOf: summary).draw(in: right.splitLeft(2).right, on: &canvas) }
  }

  /// The median and the middle half of all curves, and the own one.
  private func drawFan(_ summary: LuckSummary, in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let fan = summary.fan
    let metric = summary.settings.goal.metric
    let factor = metric.isAccuracy ? 100.0 : 1
    func series(
      _ name: String, _ values: [Double], _ color: Color, _ pattern: LinePattern
    ) -> LineChart.Series {
      LineChart.Series(
        name: name, points: zip(fan.epochs, values).map { (x: $0, y: factor * $1) }, color: color,
        pattern: pattern)
    }
    let half = palette.classColor(2)
    var all = [
      series("quarter", fan.low, half, .dashed), series("three quarters", fan.high, half, .dashed),
      series("median", fan.middle, half, .solid),
    ]
    if let own = summary.own {
      let stride = Double(summary.settings.curveStride)
      all.append(
        LineChart.Series(
          name: "yours",
          points: own.curve.enumerated().map { (x: Double($0) * stride, y: factor * $1) },
          color: palette.accent, pattern: .dotted))
    }
    ReadableChart(
      chart: LineChart(
        series: all, xRange: 0...Double(summary.settings.epochs), xLabel: "epoch",
        showsLegend: false),
      title: metric.title + (metric.isAccuracy ? ", %" : ""), cursor: nil
    ).draw(in: area, on: &canvas)
  }
}
