import Drawing

/// Where the parts of a landscape are drawn.
struct LandscapeLayout {
  /// The map, both sides odd; nil where there is no room for one.
  let map: Rectangle?
  /// Numbers and words beside it; empty where they stand below.
  let side: Rectangle
  /// A line or a few below the map and its scale; empty where they stand beside it.
  let below: Rectangle

  /// Columns left of the map: the numbers of its axis.
  static let leftMargin = 6
  /// Rows below the map: its axis and the scale of its colours.
  static let bottomMargin = 2
  private static let sideWidth = 30...44

  init(in inner: Rectangle) {
    let leastMap = Self.leftMargin + 17
    let hasSide = inner.width >= leastMap + 2 + Self.sideWidth.lowerBound
    let textRows = hasSide ? 0 : min(3, max(0, inner.height - Self.bottomMargin - 7))
    let rows = inner.height - Self.bottomMargin - textRows
    let columns =
      inner.width - Self.leftMargin - (hasSide ? 2 + Self.sideWidth.lowerBound : 0)
    // Cells are twice as high as wide; with odd sides the middle is a cell.
    var height = min(rows, (columns + 1) / 2)
    if height % 2 == 0 { height -= 1 }
    guard height >= 3 else {
      map = nil
      side = Rectangle(x: inner.x, y: inner.y, width: 0, height: 0)
      below = inner
      return
    }
    let map = Rectangle(
      x: inner.x + Self.leftMargin, y: inner.y, width: 2 * height - 1, height: height)
    self.map = map
    let sideX = map.maxX + 3
    side = Rectangle(
      x: sideX, y: inner.y,
      width: hasSide ? min(inner.maxX - sideX, Self.sideWidth.upperBound) : 0,
      height: hasSide ? inner.height : 0)
    let belowY = map.maxY + Self.bottomMargin
    below = Rectangle(
      x: inner.x, y: belowY, width: hasSide ? 0 : inner.width,
      height: hasSide ? 0 : max(0, inner.maxY - belowY))
  }
}

/// The axes of a landscape's map and the scale of its colours.
struct LandscapeAxes {
  let scale: LandscapeScale
  /// What the plane's borders are along each direction, in the unit that is shown.
  let borders: (across: Double, up: Double)

  func draw(around map: Rectangle, to canvas: inout Canvas) {
    for share in [0.0, 0.5, 1.0] {
      let y = map.y + Int((share * Double(map.height - 1)).rounded())
      let label = Self.label(borders.up * (1 - 2 * share), width: LandscapeLayout.leftMargin - 1)
      canvas.write("┤", at: Point(x: map.x - 1, y: y), style: .dim)
      canvas.write(label, at: Point(x: map.x - 1 - columnWidth(label), y: y), style: .dim)
      let across = Self.label(borders.across * (2 * share - 1), width: max(2, map.width / 3))
      let x = map.x + Int((share * Double(map.width - 1)).rounded())
      let shift = Int((share * Double(columnWidth(across) - 1)).rounded())
      canvas.write(across, at: Point(x: x - shift, y: map.maxY), style: .dim)
    }
    drawScale(in: Rectangle(x: map.x, y: map.maxY + 1, width: map.width, height: 1), to: &canvas)
  }

  private static func label(_ value: Double, width: Int) -> String {
    [3, 2, 1].map { format(value, significantDigits: $0) }
      .first { columnWidth($0) <= width } ?? "…"
  }

  private func drawScale(in row: Rectangle, to canvas: inout Canvas) {
    let low = format(scale.axis.range.lowerBound, significantDigits: 2)
    let high = format(scale.axis.range.upperBound, significantDigits: 2)
    let kind = scale.axis.isLogarithmic ? "log" : ""
    let ends = columnWidth(low) + columnWidth(high) + 2
    let kindWidth = row.width >= ends + 12 ? columnWidth(kind) + (kind.isEmpty ? 0 : 1) : 0
    let width = row.width - ends - kindWidth
    guard width >= 3 else { return }
    canvas.write(low, at: Point(x: row.x, y: row.y), style: .dim)
    let x = row.x + columnWidth(low) + 1
    let field = Field(width: width, height: 2) { column, _ in
      Float(column) / Float(max(1, width - 1))
    }
    canvas.draw(HeatMap(field: field), in: Rectangle(x: x, y: row.y, width: width, height: 1))
    canvas.write(high, at: Point(x: x + width + 1, y: row.y), style: .dim)
    if kindWidth > 0 {
      canvas.write(kind, at: Point(x: row.maxX - columnWidth(kind), y: row.y), style: .dim)
    }
  }
}
