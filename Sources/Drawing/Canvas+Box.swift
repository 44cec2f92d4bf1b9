extension Canvas {
  /// Draws a frame along the edge of a rectangle, with a title above and a footer below.
  ///
  /// A focused box differs by its heavy lines and bold title as well as by the accent colour.
  /// What is inside stays as it is. A rectangle with a side of less than 2 has no box.
  public mutating func drawBox(
    _ rectangle: Rectangle, title: String = "", focused: Bool = false, accent: Color,
    footer: String = ""
  ) {
    guard rectangle.width >= 2, rectangle.height >= 2 else { return }
    let lines: [Character] =
      focused ? ["┏", "┓", "┗", "┛", "━", "┃"] : ["╭", "╮", "╰", "╯", "─", "│"]
    let left = rectangle.x
    let right = rectangle.maxX - 1
    let top = rectangle.y
    let bottom = rectangle.maxY - 1
    let color = focused ? accent : .standard
    let style: Style = focused ? [] : .dim
    for x in left + 1..<max(right, left + 1) {
      stroke(lines[4], x, top, color, style)
      stroke(lines[4], x, bottom, color, style)
    }
    for y in top + 1..<max(bottom, top + 1) {
      stroke(lines[5], left, y, color, style)
      stroke(lines[5], right, y, color, style)
    }
    stroke(lines[0], left, top, color, style)
    stroke(lines[1], right, top, color, style)
    stroke(lines[2], left, bottom, color, style)
    stroke(lines[3], right, bottom, color, style)
    let room = rectangle.width - 6
    if !title.isEmpty, room > 0 {
      let used = write(
        title, at: Point(x: left + 3, y: top), foreground: color, style: focused ? .bold : [],
        maxWidth: room)
      stroke(" ", left + 2, top, color, style)
      stroke(" ", left + 3 + used, top, color, style)
    }
    if !footer.isEmpty, room > 0 {
      let width = min(columnWidth(footer), room)
      let start = right - 2 - width
      stroke(" ", start - 1, bottom, color, style)
      stroke(" ", right - 2, bottom, color, style)
      write(
        footer, at: Point(x: start, y: bottom), foreground: color, style: style, maxWidth: room)
    }
  }

  /// Draws a horizontal line of so many columns.
  public mutating func drawHorizontalRule(
    at point: Point, width: Int, color: Color = .standard, style: Style = .dim
  ) {
    for x in point.x..<point.x + max(0, width) { stroke("─", x, point.y, color, style) }
  }

  /// Draws a vertical line of so many rows.
  public mutating func drawVerticalRule(
    at point: Point, height: Int, color: Color = .standard, style: Style = .dim
  ) {
    for y in point.y..<point.y + max(0, height) { stroke("│", point.x, y, color, style) }
  }

  /// Draws one glyph, keeping the background.
  mutating func stroke(
    _ glyph: Character, _ x: Int, _ y: Int, _ color: Color, _ style: Style = []
  ) {
    guard bounds.contains(Point(x: x, y: y)) else { return }
    self[x, y] = Cell(
      glyph, foreground: color, background: ground(at: Point(x: x, y: y)), style: style)
  }
}
