/// The colours of Percept at one colour depth.
///
/// Orange stands for negative and blue for positive numbers everywhere; that pair stays apart for
/// every kind of colour blindness. No picture relies on it alone: signs also show as marks, dashes
/// or glyphs. In monochrome every colour is the terminal's own.
public struct Palette: Hashable, Sendable {
  /// How many colours the terminal has.
  public let depth: ColorDepth
  /// How many colours the diverging ramp has; odd, so that zero has its own.
  public var levels: Int { ramp.count }

  /// Blue, for lines and text on the terminal's own background.
  public let positive: Color
  /// Orange, for lines and text on the terminal's own background.
  public let negative: Color
  /// A dark blue for the marks of positive points on the map.
  public let positiveMark: Color
  /// A dark orange for the marks of negative points on the map.
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

  private let ramp: [Color]

  /// The palette for a terminal with so many colours.
  public init(depth: ColorDepth) {
    switch depth {
    case .direct: self = directPalette
    case .indexed256: self = indexedPalette
    case .sixteen: self = sixteenPalette
    case .eight: self = eightPalette
    case .mono: self = monoPalette
    }
  }

  init(depth: ColorDepth, ramp: [Color], _ colors: NamedColors) {
    self.depth = depth
    self.ramp = ramp
    positive = colors.positive
    negative = colors.negative
    positiveMark = colors.positiveMark
    negativeMark = colors.negativeMark
    contour = colors.contour
    accent = colors.accent
    warning = colors.warning
    success = colors.success
    muted = colors.muted
  }

  /// The colour of a level, from 0 (−1, orange) to `levels - 1` (+1, blue); clamped.
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
