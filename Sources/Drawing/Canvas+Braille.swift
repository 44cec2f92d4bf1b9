extension Canvas {
  /// Draws a grid of dots with its top left cell at a place, keeping the colours behind it.
  ///
  /// Fonts without braille show each cell as the nearest single character.
  ///
  /// - Parameter mark: shown for each cell instead, where a picture of glyphs would hide the nearest
  ///   one; nil for that.
  public mutating func draw(_ grid: BrailleGrid, at origin: Point, mark: Character? = nil) {
    let area = Rectangle(
      x: origin.x, y: origin.y, width: grid.size.width, height: grid.size.height
    ).intersection(bounds)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX {
        guard let cell = grid.cell(x - origin.x, y - origin.y) else { continue }
        stroke(mark ?? lineGlyph(cell.dots, capabilities.glyphs), x, y, cell.color)
      }
    }
  }
}

/// The character that shows a piece of a line best.
func lineGlyph(_ dots: UInt8, _ glyphs: GlyphSet) -> Character {
  if glyphs == .braille { return brailleGlyph(dots) }
  let left = LineColumn(dots, 0)
  let right = LineColumn(dots, 1)
  let isASCII = glyphs == .ascii
  if dots.nonzeroBitCount >= 7 { return isASCII ? "#" : "█" }
  guard left.count > 0, right.count > 0 else {
    let column = left.count > 0 ? left : right
    if column.count >= 3 { return isASCII ? "|" : "│" }
    return column.mean < 1.5 ? "'" : "."
  }
  let rise = left.mean - right.mean
  if abs(rise) >= 1 { return rise > 0 ? "/" : "\\" }
  if dots.nonzeroBitCount >= 6 { return isASCII ? "#" : "▬" }
  if dots.nonzeroBitCount >= 4 { return isASCII ? "=" : "═" }
  let isLow = (left.mean + right.mean) / 2 > 2.25
  return isLow ? "_" : (isASCII ? "-" : "─")
}

/// The dots in one column of a braille cell.
private struct LineColumn {
  /// How many there are.
  var count = 0
  /// The mean of their rows, from 0 on top to 3.
  var mean = 0.0

  init(_ dots: UInt8, _ column: Int) {
    var sum = 0
    for row in 0..<4 where dots & brailleBit(column, row) != 0 {
      count += 1
      sum += row
    }
    if count > 0 { mean = Double(sum) / Double(count) }
  }
}
