import Drawing
import Engine
import Studio

/// How numbers of one layer are spread: epochs across, values up, and the present ones as bars.
struct LayerHistograms {
  let session: Session
  let level: Int
  let quantity: LayerNumbers
  /// Whether the range is that of the present numbers alone.
  let isTight: Bool

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let entries = session.diagnoses.entries
    let present = quantity.histogram(session.diagnosis.levels[level])
    let past = entries.map { entry in
      entry.diagnosis.levels.indices.contains(level)
        ? quantity.histogram(entry.diagnosis.levels[level]) : nil
    }
    let axis = axis(past, present)
    let (head, rest) = area.splitTop(area.height >= 4 ? 1 : 0)
    let axisRows = rest.height >= 5 ? 2 : 0
    let rows = rest.height - axisRows
    let ticks = Ticks(in: axis.range, count: min(max(2, rows / 3), 7))
    let margin = (ticks.labels.map { columnWidth($0) }.max() ?? 0) + 1
    // Bars at the right where there is room for both.
    let barWidth = rest.width - margin >= 30 ? min(30, (rest.width - margin) / 4) : 0
    let strip = Rectangle(
      x: rest.x + margin, y: rest.y,
      width: rest.width - margin - (barWidth > 0 ? barWidth + 2 : 0), height: rows)
    guard strip.width >= 4, strip.height >= 2 else { return }
    drawHead(head, strip, barWidth, present, on: &canvas)
    drawLeftAxis(ticks, axis, strip, on: &canvas)
    drawStrip(past, strip, axis, on: &canvas)
    if axisRows > 0 { drawEpochs(strip, on: &canvas) }
    if barWidth > 0 {
      drawBars(
        present, axis,
        Rectangle(x: strip.maxX + 2, y: strip.y, width: barWidth, height: rows), on: &canvas)
    }
  }

  /// The range of values, a little wider than what it has to hold.
  private func axis(_ past: [Histogram?], _ present: Histogram) -> ChartAxis {
    var (low, high) = (Double(present.range.lowerBound), Double(present.range.upperBound))
    if !isTight {
      for histogram in past {
        guard let histogram, histogram.counts.contains(where: { $0 > 0 }) else { continue }
        low = min(low, Double(histogram.range.lowerBound))
        high = max(high, Double(histogram.range.upperBound))
      }
    }
    let margin = (high - low) * 0.02
    return ChartAxis((low - margin)...(high + margin))
  }

  private func drawHead(
    _ head: Rectangle, _ strip: Rectangle, _ barWidth: Int, _ present: Histogram,
    on canvas: inout Canvas
  ) {
    guard !head.isEmpty else { return }
    let names = LayerNames(session)
    let full = "\(quantity.title) of \(names.long(level)) · \(names.shape(level))"
    let title =
      columnWidth(full) <= strip.width ? full : "\(quantity.title), \(names.short(level))"
    canvas.write(
      title, at: Point(x: strip.x, y: head.y), style: .bold, maxWidth: head.maxX - strip.x)
    guard barWidth > 0, columnWidth(title) <= strip.width else { return }
    let isBroken = present.notFiniteCount > 0
    canvas.write(
      isBroken ? "\(present.notFiniteCount) not finite" : "now",
      at: Point(x: strip.maxX + 2, y: head.y),
      foreground: isBroken ? Palette(canvas.capabilities).warning : .standard,
      style: isBroken ? .bold : .dim, maxWidth: barWidth)
  }

  private func drawLeftAxis(
    _ ticks: Ticks, _ axis: ChartAxis, _ strip: Rectangle, on canvas: inout Canvas
  ) {
    canvas.drawVerticalRule(at: Point(x: strip.x - 1, y: strip.y), height: strip.height)
    for (value, label) in zip(ticks.values, ticks.labels) {
      let row = Int(((1 - axis.share(of: value)) * Double(strip.height)).rounded(.down))
      let y = strip.y + min(max(0, row), strip.height - 1)
      canvas.write("┤", at: Point(x: strip.x - 1, y: y), style: .dim)
      canvas.write(label, at: Point(x: strip.x - 1 - columnWidth(label), y: y), style: .dim)
    }
  }

  /// The epochs that the strip spans.
  private var epochs: ChartAxis {
    ChartAxis(0...max(1, Double(session.diagnoses.entries.last?.epoch ?? 1)))
  }

  /// One column of pixels an epoch, or the last noted epoch before it; the fuller a part of the
  /// range, the stronger its colour: orange for negative numbers, blue for positive ones.
  private func drawStrip(
    _ past: [Histogram?], _ strip: Rectangle, _ axis: ChartAxis, on canvas: inout Canvas
  ) {
    let pixels = 2 * strip.height
    let spread = past.map { histogram in
      histogram.map { HistogramSpread($0, over: axis, parts: pixels).strengths }
    }
    let noted = session.diagnoses.entries.map(\.epoch)
    let epochs = epochs
    let chosen = (0..<strip.width).map { column in
      let epoch = epochs.number(at: (Double(column) + 0.5) / Double(strip.width))
      return max(0, noted.firstPlace { Double($0) > epoch } - 1)
    }
    let field = Field(width: strip.width, height: pixels) { x, y in
      guard spread.indices.contains(chosen[x]), let column = spread[chosen[x]] else { return 0 }
      return column[pixels - 1 - y]
    }
    canvas.draw(HeatMap(field: field), in: strip)
  }

  private func drawEpochs(_ strip: Rectangle, on canvas: inout Canvas) {
    let y = strip.maxY
    canvas.drawHorizontalRule(at: Point(x: strip.x, y: y), width: strip.width)
    canvas.write("└", at: Point(x: strip.x - 1, y: y), style: .dim)
    let name = "epoch"
    let end = strip.width >= 16 ? strip.maxX - columnWidth(name) - 1 : strip.maxX
    if end < strip.maxX { canvas.write(name, at: Point(x: end + 1, y: y + 1), style: .dim) }
    let ticks = Ticks(in: epochs.range, count: min(max(2, strip.width / 11), 6))
    var free = strip.x
    for (value, label) in zip(ticks.values, ticks.labels) {
      let share = epochs.share(of: value)
      let x = strip.x + min(strip.width - 1, Int(share * Double(strip.width)))
      let start = min(max(free, x - columnWidth(label) / 2), end - columnWidth(label))
      guard start >= free else { continue }
      canvas.write("┴", at: Point(x: x, y: y), style: .dim)
      canvas.write(label, at: Point(x: start, y: y + 1), style: .dim)
      free = start + columnWidth(label) + 2
    }
  }

  /// The present numbers, a bar a row, the fullest as long as there is room.
  private func drawBars(
    _ histogram: Histogram, _ axis: ChartAxis, _ area: Rectangle, on canvas: inout Canvas
  ) {
    let palette = Palette(canvas.capabilities)
    let spread = HistogramSpread(histogram, over: axis, parts: area.height)
    canvas.drawVerticalRule(at: Point(x: area.x - 1, y: area.y), height: area.height)
    // Without colours another glyph tells the signs apart.
    let negative = canvas.capabilities.depth == .mono ? "▒" : "█"
    for row in 0..<area.height {
      let part = area.height - 1 - row
      let length = Int((spread.shares[part] * Double(area.width)).rounded(.up))
      canvas.write(
        String(repeating: spread.isNegative[part] ? negative : "█", count: length),
        at: Point(x: area.x, y: area.y + row),
        foreground: spread.isNegative[part] ? palette.negative : palette.positive)
    }
  }
}
