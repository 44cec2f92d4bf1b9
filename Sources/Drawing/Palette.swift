/// The colours of one theme at one colour depth, on one kind of ground.
///
/// One colour stands for negative and one for positive numbers everywhere (orange and blue, unless
/// the theme says otherwise); the pair stays apart for every kind of colour blindness. No picture
/// relies on it alone: signs also show as marks, dashes or glyphs. In monochrome every colour is the
/// terminal's own.
public struct Palette: Hashable, Sendable {
  /// How many colours the terminal has.
  public let depth: ColorDepth
  /// How many colours the diverging ramp has; odd, so that zero has its own.
  public var levels: Int { ramp.count }

  /// Positive numbers, for lines and text on the terminal's own background.
  public let positive: Color
  /// Negative numbers, for lines and text on the terminal's own background.
  public let negative: Color
  /// The marks of positive points on the map.
  public let positiveMark: Color
  /// The marks of negative points on the map.
  public let negativeMark: Color
  /// The line where a map changes its sign.
  public let contour: Color
  /// What has the focus.
  public let accent: Color
  /// What needs attention.
  public let warning: Color
  /// What went well.
  public let success: Color
  /// What may be overlooked.
  public let muted: Color

  let classes: ClassColors
  private let ramp: [Color]

  /// The palette for a terminal that can show this.
  public init(_ capabilities: Capabilities) {
    let palettes =
      switch capabilities.theme {
      case .playground, .monochrome: playgroundPalettes
      case .okabe: okabePalettes
      case .cividis: cividisPalettes
      case .highContrast: highContrastPalettes
      }
    self = palettes[capabilities.depth.place][capabilities.ground.place]
  }

  init(depth: ColorDepth, ramp: [Color], _ colors: NamedColors, _ classes: ClassColors) {
    self.depth = depth
    self.ramp = ramp
    self.classes = classes
    positive = colors.text[0]
    negative = colors.text[1]
    accent = colors.text[2]
    warning = colors.text[3]
    success = colors.text[4]
    muted = colors.text[5]
    positiveMark = colors.marks[0]
    negativeMark = colors.marks[1]
    contour = colors.marks[2]
  }

  /// The colour of a level, from 0 (−1) to `levels - 1` (+1); clamped.
  public func color(level: Int) -> Color { ramp[min(max(0, level), ramp.count - 1)] }

  /// The level of a number from −1 to +1; clamped, and nil if it is not a number.
  public func level(of value: Float) -> Int? {
    guard !value.isNaN else { return nil }
    let middle = Float(ramp.count / 2)
    // Rounding away from zero keeps the two signs mirror images of each other.
    return Int(middle + (min(max(value, -1), 1) * middle).rounded(.toNearestOrAwayFromZero))
  }

  /// The colour of a number from −1 to +1, the terminal's own if it is not a number.
  public func color(of value: Float) -> Color { level(of: value).map(color(level:)) ?? .standard }

  /// The colour between two: exact for exact colours, a level of the ramp for two of its levels,
  /// and else the second.
  func mean(_ first: Color, _ second: Color) -> Color {
    if first == second { return first }
    if let one = ramp.firstIndex(of: first), let other = ramp.firstIndex(of: second) {
      return ramp[(one + other) / 2]
    }
    if case .rgb(let r1, let g1, let b1) = first, case .rgb(let r2, let g2, let b2) = second {
      return Oklab(r1, g1, b1).mixed(with: Oklab(r2, g2, b2), 0.5).color
    }
    return second == .standard ? first : second
  }
}

/// The colours of a palette that have a name of their own.
struct NamedColors {
  /// Positive, negative, accent, warning, success, muted.
  var text: [Color]
  /// Of positive points, of negative points, of the line between them.
  var marks: [Color]
}

extension ColorDepth {
  /// The place among all depths, which orders the tables of themes.
  fileprivate var place: Int {
    switch self {
    case .mono: 0
    case .eight: 1
    case .sixteen: 2
    case .indexed256: 3
    case .direct: 4
    }
  }
}

extension Ground {
  /// The place among all grounds.
  fileprivate var place: Int {
    switch self {
    case .dark: 0
    case .light: 1
    case .unknown: 2
    }
  }
}
