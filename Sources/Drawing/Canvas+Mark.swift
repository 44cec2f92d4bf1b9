extension Canvas {
  /// Draws the mark of a point, keeping the colour of the map below it.
  ///
  /// On the dark ends of the ramps of 16 and 8 colours a black mark becomes white. On a map of
  /// glyphs, which has no colour behind it, the mark is shown in reverse to stand out.
  public mutating func drawMark(_ mark: Character, at cell: Point, color: Color) {
    guard bounds.contains(cell), columnWidth(mark) == 1 else { return }
    let ground = ground(at: cell)
    guard ground != .standard else {
      let strong = Palette(depth: capabilities.depth).strong(color)
      self[cell.x, cell.y] = Cell(mark, foreground: strong, style: [.bold, .reverse])
      return
    }
    // Bold black is grey on consoles.
    let isShallow = capabilities.depth == .eight || capabilities.depth == .sixteen
    let isHidden =
      isShallow && color == .indexed(0) && (ground == .indexed(1) || ground == .indexed(4))
    let white: Color = .indexed(capabilities.depth == .sixteen ? 15 : 7)
    self[cell.x, cell.y] = Cell(
      mark, foreground: isHidden ? white : color, background: ground,
      style: isShallow ? [] : .bold)
  }
}

extension Palette {
  /// The colour for the terminal's own background that goes with the dark colour of a mark.
  fileprivate func strong(_ mark: Color) -> Color {
    if depth == .eight || depth == .sixteen { return mark == .indexed(0) ? .standard : mark }
    if mark == positiveMark { return positive }
    if mark == negativeMark { return negative }
    for index in 0..<Palette.classCount where classMarkColor(index) == mark {
      return classColor(index)
    }
    return mark
  }
}
