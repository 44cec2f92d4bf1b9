import Drawing

/// How the lines of a hidden layer are drawn: by its place, solid for the first.
struct LinePen {
  let layer: Int

  private static let patterns: [LinePattern] = [.solid, .dashed, .dotted, .longDashed]
  /// Orange and blue would speak of classes.
  private static let colors = [2, 3, 5, 4]

  /// Four patterns and four colours; from the fifth layer on they meet in other pairs.
  var pattern: LinePattern { Self.patterns[(layer + layer / 4) % 4] }

  /// Dark on a map, else one that can be seen on any background.
  func color(_ palette: Palette, hasGround: Bool) -> Color {
    let index = Self.colors[layer % 4]
    return hasGround ? palette.classMarkColor(index) : palette.classColor(index)
  }

  /// Three cells of it.
  var sample: String {
    switch pattern {
    case .solid: "───"
    case .dashed: "─ ─"
    case .dotted: "···"
    case .longDashed: "──╴"
    }
  }
}
