/// How a character is written.
public struct Style: OptionSet, Hashable, Sendable {
  /// One bit a style.
  public let rawValue: UInt8

  /// The styles whose bits are set.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Heavier strokes.
  public static let bold = Style(rawValue: 1 << 0)
  /// Fainter; some terminals show it as plain.
  public static let dim = Style(rawValue: 1 << 1)
  /// A line below.
  public static let underline = Style(rawValue: 1 << 2)
  /// Foreground and background exchanged.
  public static let reverse = Style(rawValue: 1 << 3)
}

/// One character cell of the screen.
public struct Cell: Hashable, Sendable {
  /// One character with its combining marks; `nil` in the second column of a wide character.
  public var glyph: Character?
  /// The colour of the glyph.
  public var foreground: Color
  /// The colour behind the glyph.
  public var background: Color
  /// How the glyph is written.
  public var style: Style

  /// A cell with a glyph in the terminal's own colours, unless told otherwise.
  public init(
    _ glyph: Character? = " ", foreground: Color = .standard, background: Color = .standard,
    style: Style = []
  ) {
    self.glyph = glyph
    self.foreground = foreground
    self.background = background
    self.style = style
  }

  /// A space in the terminal's own colours.
  public static let blank = Cell()
}
