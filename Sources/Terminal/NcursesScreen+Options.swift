public import Drawing

extension NcursesScreen {
  /// What a person may want of the terminal.
  public struct Options: Equatable, Sendable {
    /// How many colours to use; nil for as many as the terminal is known to show.
    public var color: ColorDepth?
    /// Which characters to use; nil for those that the locale and the terminal are known to show.
    public var glyphs: GlyphSet?
    /// Which colours stand for what.
    public var theme: Theme
    /// What the terminal's background is; nil to find it out.
    public var ground: Ground?
    /// Whether the mouse is the program's; without it the terminal selects text as usual.
    public var mouse: Bool
    /// The variables the program was started with.
    public var environment: [String: String]

    /// What a person wants of the terminal, the rest found out.
    public init(
      color: ColorDepth? = nil, glyphs: GlyphSet? = nil, theme: Theme = .playground,
      ground: Ground? = nil, mouse: Bool = true, environment: [String: String]
    ) {
      self.color = color
      self.glyphs = glyphs
      self.theme = theme
      self.ground = ground
      self.mouse = mouse
      self.environment = environment
    }
  }
}
