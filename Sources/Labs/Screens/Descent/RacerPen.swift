import Drawing

/// How a racer is drawn: by its place in the race, each with a colour, a mark and a kind of line.
struct RacerPen {
  /// The racer's place.
  let index: Int

  private static let patterns: [LinePattern] = [.solid, .longDashed, .dashed, .dotted]

  /// Its line; from the fifth racer on the colour and the mark have to tell.
  var pattern: LinePattern { Self.patterns[index % 4] }

  /// Its colour on the terminal's own background.
  func color(_ palette: Palette) -> Color { palette.classColor(index) }

  /// Its mark, which no other racer has.
  func mark(_ canvas: Canvas) -> Character {
    Palette.mark(forClass: index, glyphs: canvas.capabilities.glyphs)
  }
}
