import Drawing

extension Canvas {
  /// Marks the place that is read: the mark that stands there in reverse, else a cross.
  mutating func drawProbe(at cell: Point) {
    self[cell.x, cell.y].style.insert([.reverse, .bold])
    let glyph = self[cell.x, cell.y].glyph
    if glyph == " " || glyph == "▀" {
      drawMark("┼", at: cell, color: Palette(capabilities).contour)
    }
    cursor = cell
  }
}
