import Drawing

/// Curves over two axes, in a figure.
struct FigureChart {
  /// One curve.
  struct Curve {
    let name: String
    let points: [(x: Double, y: Double)]
    let pen: Figure.Pen
  }

  let title: String
  var curves: [Curve]
  let xAxis: ChartAxis
  let yAxis: ChartAxis
  let xName: String
  let style: FigureStyle

  /// Draws it; gives where the curves are.
  @discardableResult
  func draw(in box: PixelBox, on figure: inout Figure) -> PixelBox {
    let unit = style.unit
    drawHead(in: box, on: &figure)
    let xTicks = Ticks(in: xAxis.range, count: max(2, min(8, Int(box.width / (6 * unit)))))
    let yTicks = Ticks(in: yAxis.range, count: max(2, min(6, Int(box.height / (3 * unit)))))
    let margin = (yTicks.labels.map { style.width($0, 0.9) }.max() ?? 0) + 0.7 * unit
    let plot = PixelBox(
      x: box.x + margin, y: box.y + 1.9 * unit, width: box.width - margin - 0.6 * unit,
      height: box.height - 4.6 * unit)
    guard plot.width > 1, plot.height > 1 else { return plot }
    for (value, label) in zip(yTicks.values, yTicks.labels) {
      guard let y = place(xAxis.range.lowerBound, value, in: plot)?.y else { continue }
      figure.draw(
        from: PixelPlace(plot.x, y), to: PixelPlace(plot.maxX, y), style.pen(style.faint, 0.06))
      figure.write(
        label, at: PixelPlace(plot.x - 0.5 * unit, y + 0.32 * unit),
        style.letters(style.muted, 0.9), .end)
    }
    for (value, label) in zip(xTicks.values, xTicks.labels) {
      let x = plot.x + xAxis.share(of: value) * plot.width
      guard x.isFinite else { continue }
      figure.draw(
        from: PixelPlace(x, plot.maxY), to: PixelPlace(x, plot.maxY + 0.3 * unit),
        style.pen(style.muted, 0.06))
      figure.write(
        label, at: PixelPlace(x, plot.maxY + 1.3 * unit), style.letters(style.muted, 0.9), .middle)
    }
    figure.write(
      xName, at: PixelPlace(plot.centre.x, plot.maxY + 2.5 * unit),
      style.letters(style.muted, 0.9), .middle)
    figure.add(
      .line(
        [
          PixelPlace(plot.x, plot.y), PixelPlace(plot.x, plot.maxY),
          PixelPlace(plot.maxX, plot.maxY),
        ], isClosed: false, style.pen(style.muted, 0.07)))
    for curve in curves { draw(curve, in: plot, on: &figure) }
    return plot
  }

  /// Where a point lies; nil where it has no place, or one beyond the plot.
  func place(_ x: Double, _ y: Double, in plot: PixelBox) -> PixelPlace? {
    let (across, up) = (xAxis.share(of: x), yAxis.share(of: y))
    guard (-0.001...1.001).contains(across), (-0.001...1.001).contains(up) else { return nil }
    return PixelPlace(plot.x + across * plot.width, plot.maxY - up * plot.height)
  }

  private func draw(_ curve: Curve, in plot: PixelBox, on figure: inout Figure) {
    var line: [PixelPlace] = []
    func finish(_ figure: inout Figure) {
      if line.count > 1 {
        let kept = line.thinned(tolerance: 0.15)
        figure.add(.line(kept, isClosed: false, curve.pen))
      } else if let place = line.first {
        figure.add(.circle(place, radius: curve.pen.width * 1.4, curve.pen.ink, nil))
      }
      line = []
    }
    for point in curve.points {
      if let place = place(point.x, point.y, in: plot) {
        line.append(place)
      } else {
        finish(&figure)
      }
    }
    finish(&figure)
  }

  /// The title, and the names of the curves at its right.
  private func drawHead(in box: PixelBox, on figure: inout Figure) {
    let unit = style.unit
    let base = box.y + unit
    figure.write(title, at: PixelPlace(box.x, base), style.letters(nil, 1.1, isBold: true))
    let named = curves.filter { !$0.name.isEmpty }
    let widths = named.map { style.width($0.name) + 3.8 * unit }
    var x = box.maxX - widths.reduce(0, +)
    guard x > box.x + style.width(title, 1.1, isBold: true) + unit else { return }
    for (curve, width) in zip(named, widths) {
      let y = base - 0.35 * unit
      figure.draw(from: PixelPlace(x, y), to: PixelPlace(x + 2.2 * unit, y), curve.pen)
      figure.write(curve.name, at: PixelPlace(x + 2.7 * unit, base), style.letters())
      x += width
    }
  }
}
