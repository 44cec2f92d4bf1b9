import Drawing
import Engine

/// The histograms of activations and weights, one row of small bars for each level.
struct HistogramStrips {
  /// Bars in one strip; 0 without room for any.
  private let bars: Int
  /// Columns between two strips.
  private let gap: Int
  /// Whether the lowest and highest number stand beside each strip.
  private let hasRange: Bool
  /// Strips a row.
  private let count: Int

  /// Divisors of the 24 parts that a diagnosis counts in, so that every bar is as many of them.
  private static let forms = [24, 12, 8, 6]
  private static let rangeWidth = 7

  /// As much as fits into so many columns: two strips before long ones.
  init(room: Int) {
    func form(_ count: Int) -> Int? { Self.forms.first { count * ($0 + 1) <= room } }
    let two = form(2)
    bars = two ?? form(1) ?? 0
    count = two != nil ? 2 : bars > 0 ? 1 : 0
    let wide = 24 + 2 * Self.rangeWidth + 3
    hasRange = count == 2 && 2 * wide <= room
    gap = count == 2 && 2 * (bars + 3) <= room ? 3 : 1
  }

  /// What there is no room for.
  var cut: [String] { count == 0 ? ["charts"] : count == 1 ? ["weights"] : [] }

  /// Draws the headings and the strips of the levels below them.
  func draw(_ levels: [Diagnosis.Level], in area: Rectangle, on canvas: inout Canvas) {
    guard bars > 0 else { return }
    let palette = Palette(canvas.capabilities)
    var x = area.x + gap
    for strip in 0..<count {
      let start = x + (hasRange ? Self.rangeWidth : 0)
      let title = strip == 0 ? (bars >= 11 ? "activations" : "activ.") : "weights"
      canvas.write(title, at: Point(x: start, y: area.y), style: .dim, maxWidth: bars)
      for (row, level) in levels.prefix(max(0, area.height - 1)).enumerated() {
        let histogram = strip == 0 ? level.activations : level.weights
        // Empty bars at an end would else run into the strip beside it.
        if !hasRange {
          canvas.write("│", at: Point(x: start - 1, y: area.y + 1 + row), style: .dim)
        }
        draw(histogram, at: Point(x: start, y: area.y + 1 + row), palette, on: &canvas)
      }
      x = start + bars + (hasRange ? Self.rangeWidth : 0) + gap
    }
  }

  /// Bars of negative numbers have the colour of negative, those of positive that of positive; the
  /// numbers beside them say the same.
  private func draw(
    _ histogram: Histogram, at start: Point, _ palette: Palette, on canvas: inout Canvas
  ) {
    let part = max(1, histogram.counts.count / bars)
    let counts = (0..<bars).map { bar in
      histogram.counts.dropFirst(bar * part).prefix(part).reduce(0, +)
    }
    let highest = Double(max(1, counts.max() ?? 1))
    let low = Double(histogram.range.lowerBound)
    let span = Double(histogram.range.upperBound) - low
    for (bar, count) in counts.enumerated() {
      let middle = low + span * (Double(bar) + 0.5) / Double(bars)
      let glyph = barGlyph(Double(count) / highest, glyphs: canvas.capabilities.glyphs)
      canvas.write(
        String(glyph), at: Point(x: start.x + bar, y: start.y),
        foreground: middle < 0 ? palette.negative : palette.positive)
    }
    guard hasRange else { return }
    let (lowText, highText) = (label(low), label(low + span))
    canvas.write(
      lowText, at: Point(x: start.x - 1 - columnWidth(lowText), y: start.y), style: .dim)
    canvas.write(highText, at: Point(x: start.x + bars + 1, y: start.y), style: .dim)
  }

  private func label(_ number: Double) -> String {
    abs(number) < 100 ? format(number, decimals: 2) : format(number, scientificDigits: 1)
  }
}
