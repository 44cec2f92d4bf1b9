extension Canvas {
  /// Draws the mark of a point, keeping the colour of the map below it.
  ///
  /// A mark that would not show on a dark ground becomes white; where colours are few it keeps its
  /// own, which may be its class's, and gets a white ground. On a map of glyphs, which has no
  /// colour behind it, the mark is shown in reverse to stand out.
  public mutating func drawMark(_ mark: Character, at cell: Point, color: Color) {
    guard bounds.contains(cell), columnWidth(mark) == 1 else { return }
    let ground = ground(at: cell)
    guard ground != .standard else {
      let strong = Palette(capabilities).strong(color)
      self[cell.x, cell.y] = Cell(mark, foreground: strong, style: [.bold, .reverse])
      return
    }
    // Bold black is grey on consoles.
    let isShallow = capabilities.depth == .eight || capabilities.depth == .sixteen
    let (isHidden, white) = (isHidden(color, on: ground), capabilities.depth.white)
    self[cell.x, cell.y] =
      isShallow
      ? Cell(mark, foreground: color, background: isHidden ? white : ground)
      : Cell(mark, foreground: isHidden ? white : color, background: ground, style: .bold)
  }

  private func isHidden(_ color: Color, on ground: Color) -> Bool {
    switch capabilities.depth {
    // What people make of these colours is not known; these are dark for nearly everyone.
    case .eight, .sixteen:
      color == .indexed(0) && [.indexed(0), .indexed(1), .indexed(4), .indexed(8)].contains(ground)
    default: (contrast(color, ground) ?? 21) < 2.5
    }
  }
}

extension ColorDepth {
  /// The lightest colour there is.
  fileprivate var white: Color {
    switch self {
    case .mono: .standard
    case .eight: .indexed(7)
    case .sixteen: .indexed(15)
    case .indexed256: .indexed(231)
    case .direct: .rgb(255, 255, 255)
    }
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
