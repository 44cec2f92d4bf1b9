/// What a picture may use.
public struct Capabilities: Hashable, Sendable {
  /// How many colours; none in the monochrome theme, however many the terminal has.
  public var depth: ColorDepth {
    get { theme == .monochrome ? .mono : terminalDepth }
    set { terminalDepth = newValue }
  }
  /// Which characters.
  public var glyphs: GlyphSet
  /// Which colours stand for what.
  public var theme: Theme
  /// What the terminal's own background is.
  public var ground: Ground

  private var terminalDepth: ColorDepth

  /// What a terminal with these colours and glyphs shows, as a person likes it.
  public init(
    depth: ColorDepth, glyphs: GlyphSet, theme: Theme = .playground, ground: Ground = .unknown
  ) {
    terminalDepth = depth
    self.glyphs = glyphs
    self.theme = theme
    self.ground = ground
  }

  /// A terminal with exact colours and every glyph.
  public static let full = Capabilities(depth: .direct, glyphs: .braille)
}
