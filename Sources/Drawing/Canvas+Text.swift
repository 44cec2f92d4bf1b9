extension Canvas {
  /// Writes a text from a place to the right, and returns how many columns it took.
  ///
  /// A text of more than `maxWidth` columns is cut and ends in `…`. Control characters are
  /// dropped, combining marks stay with their base, and a wide character that a border of the
  /// canvas would cut in half becomes a space. A `background` of nil keeps what is there. In ASCII
  /// the square of an indexed name takes a column more: `x1^2`, since `x12` is another name.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, foreground: Color = .standard, background: Color? = nil,
    style: Style = [], maxWidth: Int? = nil
  ) -> Int {
    var column = 0
    let spelled =
      capabilities.glyphs == .ascii
      ? text.replacing("₁²", with: "₁^2").replacing("₂²", with: "₂^2") : text
    for character in shortened(spelled, to: maxWidth) {
      let width = columnWidth(character)
      guard width > 0 else { continue }
      let x = point.x + column
      column += width
      guard point.y >= 0, point.y < size.height, x + width > 0, x < size.width else { continue }
      let ground = background ?? ground(at: Point(x: max(x, 0), y: point.y))
      let pen = Cell(" ", foreground: foreground, background: ground, style: style)
      // Spaces first: they stay where a wide character is cut or has a narrow stand-in.
      for covered in x..<x + width { self[covered, point.y] = pen }
      var cell = pen
      cell.glyph = character.base
      self[x, point.y] = cell
    }
    return column
  }

  /// Fills a rectangle with one cell; a wide glyph fills it with spaces of its colours.
  public mutating func fill(_ rectangle: Rectangle, with cell: Cell) {
    var cell = cell
    if let glyph = cell.glyph, columnWidth(glyph) != 1 { cell.glyph = " " }
    let area = rectangle.intersection(bounds)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX { self[x, y] = cell }
    }
  }

  private func shortened(_ text: String, to maxWidth: Int?) -> String {
    guard let maxWidth, columnWidth(text) > maxWidth else { return text }
    guard maxWidth > 0 else { return "" }
    var kept = ""
    var used = 0
    for character in text {
      let width = columnWidth(character)
      if used + width > maxWidth - 1 { break }
      kept.append(character)
      used += width
    }
    return kept + "…"
  }
}
