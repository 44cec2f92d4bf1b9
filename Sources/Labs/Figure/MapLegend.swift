import Datasets
import Drawing
import Lessons
import Studio

/// What colours and marks of a map mean, below it.
struct MapLegend {
  /// A piece of the legend and its width in pixels.
  private struct Item {
    let width: Double
    let draw: (_ x: Double, _ y: Double, inout Figure) -> Void
  }

  private let rows: [[Item]]
  private let style: FigureStyle
  private let width: Double

  /// Pixels that it takes.
  var height: Double { Double(rows.count) * 1.6 * style.unit + 0.4 * style.unit }

  /// - Parameter width: the room there is, in pixels.
  init(session: Session, style: FigureStyle, width: Double) {
    self.style = style
    self.width = width
    var rows: [[Item]] = [[]]
    for item in Self.items(session, style, width) {
      let used = rows[rows.count - 1].reduce(0) { $0 + $1.width }
      if used + item.width > width, used > 0 { rows.append([]) }
      rows[rows.count - 1].append(item)
    }
    self.rows = rows
  }

  func draw(x: Double, y: Double, on figure: inout Figure) {
    for (row, items) in rows.enumerated() {
      let used = items.reduce(0) { $0 + $1.width }
      var left = x + max(0, width - used) / 2
      for item in items {
        item.draw(left, y + (Double(row) * 1.6 + 1.1) * style.unit, &figure)
        left += item.width
      }
    }
  }

  private static func items(_ session: Session, _ style: FigureStyle, _ width: Double) -> [Item] {
    var items: [Item] = []
    let marks = FigureMarks(session, style)
    let isRegression = session.preset.problem == .regression
    let hasOneOutput = session.preset.objective.outputCount == 1
    if hasOneOutput { items.append(bar(ScaleLabels.output(session, 1), style)) }
    if case .classification(let classes) = session.preset.problem {
      for index in 0..<classes {
        let name = FigureText.cut(session.className(of: Float(index)), to: width / 3, style, 0.9)
        items.append(
          mark(name, style) { place, figure in
            marks.draw(
              class: index, FigureMarks.radius(.training) * style.unit, at: place, on: &figure)
          })
      }
    }
    if isRegression {
      let middle = ScaleLabels.output(session, 1).middle
      for (label, name) in [(Float(-0.7), "below \(middle)"), (0.7, "above \(middle)")] {
        items.append(
          mark(name, style) { place, figure in
            marks.draw(label, .training, at: place, on: &figure)
          })
      }
    }
    let sizes = [
      (Dataset.Share.training, "large: training"), (.validation, "middle: validation"),
      (.test, "small: test"),
    ].filter { !session.dataset[$0.0].isEmpty }.map(\.1).joined(separator: ", ")
    items.append(words(sizes, style))
    let count = session.dataset.allPoints.count
    if count > MapFigure.pointLimit {
      items.append(words("\(MapFigure.pointLimit) of \(count) points", style))
    }
    return items
  }

  private static func words(_ text: String, _ style: FigureStyle) -> Item {
    Item(width: style.width(text, 0.9) + 0.6 * style.unit) { x, y, figure in
      figure.write(text, at: PixelPlace(x, y), style.letters(style.muted, 0.9))
    }
  }

  private static func mark(
    _ name: String, _ style: FigureStyle,
    _ draw: @escaping (PixelPlace, inout Figure) -> Void
  ) -> Item {
    Item(width: style.width(name, 0.9) + 2.3 * style.unit) { x, y, figure in
      // Marks are made for maps: a piece of one lies behind them.
      let centre = PixelPlace(x + 0.6 * style.unit, y - 0.32 * style.unit)
      figure.add(
        .circle(centre, radius: 0.58 * style.unit, style.light, style.pen(style.faint, 0.06)))
      draw(centre, &figure)
      figure.write(
        name, at: PixelPlace(x + 1.5 * style.unit, y), style.letters(style.muted, 0.9))
    }
  }

  private static func bar(_ labels: ScaleLabels, _ style: FigureStyle) -> Item {
    let unit = style.unit
    let (low, high) = (style.width(labels.low, 0.9), style.width(labels.high, 0.9))
    let length = (7 * unit).rounded()
    return Item(width: low + high + length + 2.2 * unit) { x, y, figure in
      let letters = style.letters(style.muted, 0.9)
      figure.write(labels.low, at: PixelPlace(x, y), letters)
      let box = PixelBox(
        x: (x + low + 0.5 * unit).rounded(), y: (y - 0.75 * unit).rounded(), width: length,
        height: (0.85 * unit).rounded())
      let field = Field(width: max(2, Int(length)), height: 1) { column, _ in
        2 * Float(column) / Float(max(1, Int(length) - 1)) - 1
      }
      figure.add(.image(MapImage.image(of: field, style), box))
      figure.draw(
        from: PixelPlace(box.centre.x, box.y), to: PixelPlace(box.centre.x, box.maxY),
        style.pen(style.contour, 0.1))
      figure.frame(box, style.pen(style.muted, 0.05))
      figure.write(labels.high, at: PixelPlace(box.maxX + 0.5 * unit, y), letters)
    }
  }
}
