extension Canvas {
  /// The colour that a glyph at a place would stand on: the mean of the halves of a half block,
  /// the background of anything else.
  func ground(at point: Point) -> Color {
    let cell = self[point.x, point.y]
    switch cell.glyph {
    case "▀", "▄":
      return Palette(capabilities).mean(cell.foreground, cell.background)
    case "█": return cell.foreground
    default: return cell.background
    }
  }
}
