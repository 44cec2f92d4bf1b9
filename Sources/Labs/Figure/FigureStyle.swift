import Drawing

/// The colours and measures of one figure.
struct FigureStyle {
  /// Pixels of the font; everything else is so many times that.
  let unit: Double
  /// The colour behind everything.
  let paper: Ink
  /// Text that must be read.
  let text: Ink
  /// Text that explains, and axes.
  let muted: Ink
  /// Lines that guide the eye.
  let faint: Ink
  /// The colours from −1 to 1, as many as there are levels.
  let scale: [Ink]
  /// The palette of the theme.
  let palette: Palette
  private let isPlain: Bool
  private let glyphs: GlyphSet = .braille

  /// Levels of the scale; odd, so that zero has its own.
  static let levels = 241

  /// - Parameters:
  ///   - unit: pixels of the font.
  ///   - ground: what the figure stands on; one that is not known counts as light.
  init(theme: Theme, ground: Ground, unit: Double) {
    self.unit = unit
    let isDark = ground == .dark
    palette = Palette(
      Capabilities(
        depth: .direct, glyphs: .braille, theme: theme, ground: isDark ? .dark : .light))
    isPlain = theme == .monochrome
    paper = isDark ? Ink(0x1E1E1E) : Ink(0xFFFFFF)
    text = isDark ? Ink(0xE8E8E8) : Ink(0x1E1E1E)
    muted = isDark ? Ink(0xB0B4BA) : Ink(0x5A5F66)
    faint = isDark ? Ink(0x3C4046) : Ink(0xDADDE1)
    scale = isPlain ? Self.greys : Self.scale(of: palette)
  }

  /// Positive numbers, in lines and text.
  var positive: Ink { Ink(palette.positive) ?? text }
  /// Negative numbers, in lines and text.
  var negative: Ink { Ink(palette.negative) ?? text }
  /// A third curve.
  var accent: Ink { Ink(palette.accent) ?? text }
  /// What needs attention.
  var warning: Ink { Ink(palette.warning) ?? text }
  /// The line where a map changes its sign.
  var contour: Ink { Ink(palette.contour) ?? Ink(0x101010) }
  /// What surrounds marks on a map.
  var light: Ink { Ink(0xF7F8F9) }

  /// A colour of the palette on the paper.
  func ink(_ color: Color) -> Ink { Ink(color) ?? text }

  /// The colour of the mark of one of two classes.
  func markInk(isPositive: Bool) -> Ink {
    Ink(isPositive ? palette.positiveMark : palette.negativeMark) ?? Ink(0x101010)
  }

  /// The colour of the mark of a class.
  func markInk(class index: Int) -> Ink { Ink(palette.classMarkColor(index)) ?? Ink(0x101010) }

  /// The colour of a class on the map, from pale (0) to full (1).
  func classInk(_ index: Int, strength: Double) -> Ink {
    guard !isPlain else {
      // Greys that a dark mark is seen on; the marks tell which is which.
      let full = Ink.grey(UInt8(240 - 14 * (max(0, index) % Palette.classCount)))
      return Ink.grey(250).mixed(with: full, 0.3 + 0.7 * strength)
    }
    let place = min(max(strength, 0), 1) * 7
    let low = place.rounded(.down)
    let (one, two) = (
      Ink(palette.classColor(index, strength: Float(low / 7))) ?? text,
      Ink(palette.classColor(index, strength: Float(min(low + 1, 7) / 7))) ?? text
    )
    return one.mixed(with: two, place - low)
  }

  /// Whether colours say nothing, so that regions need marks to be told apart.
  var needsMarks: Bool { isPlain }

  func letters(_ ink: Ink? = nil, _ size: Double = 1, isBold: Bool = false) -> Figure.Letters {
    Figure.Letters(ink ?? text, size: unit * size, isBold: isBold)
  }

  func pen(_ ink: Ink, _ width: Double, dashes: [Double] = []) -> Figure.Pen {
    Figure.Pen(ink, width: width * unit, dashes: dashes.map { $0 * unit })
  }

  /// How wide a text is, in pixels.
  func width(_ text: String, _ size: Double = 1, isBold: Bool = false) -> Double {
    // Fonts of other programs are a little wider than the one built in.
    1.14 * StrokeFont.standard.width(of: text, letters(size: size, isBold))
  }

  private func letters(size: Double, _ isBold: Bool) -> Figure.Letters {
    letters(nil, size, isBold: isBold)
  }

  /// From dark to white, as of two numbers the lighter one is the larger.
  private static let greys = (0..<levels).map { level in
    Ink(0x4A4A4A).mixed(with: Ink(0xFFFFFF), Double(level) / Double(levels - 1))
  }

  private static func scale(of palette: Palette) -> [Ink] {
    (0..<levels).map { level in
      let share = Double(level) / Double(levels - 1)
      // Few strong steps are meant to be seen as steps.
      guard palette.levels > 20 else {
        return Ink(palette.color(of: Float(2 * share - 1))) ?? Ink(0x808080)
      }
      let place = share * Double(palette.levels - 1)
      let low = place.rounded(.down)
      let (one, two) = (
        Ink(palette.color(level: Int(low))) ?? Ink(0),
        Ink(palette.color(level: Int(low) + 1)) ?? Ink(0)
      )
      return one.mixed(with: two, place - low)
    }
  }
}
