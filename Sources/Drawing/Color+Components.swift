extension Color {
  /// Red, green and blue, from 0 to 255; nil for the terminal's own colour, which is not known.
  ///
  /// The first sixteen are those of xterm, though many people choose their own.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .standard: nil
    case .rgb(let red, let green, let blue): (red, green, blue)
    case .indexed(let index): Self.components(index)
    }
  }

  /// Red, green and blue of an entry of xterm's palette of 256.
  public static func components(_ index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case 16..<232:
      let cube = index - 16
      func step(_ digit: UInt8) -> UInt8 { digit == 0 ? 0 : 55 + 40 * digit }
      return (step(cube / 36), step(cube / 6 % 6), step(cube % 6))
    case 232...255:
      let gray = 8 + 10 * (index - 232)
      return (gray, gray, gray)
    default:
      let full: UInt8 = index & 8 == 0 ? 205 : 255
      let none: UInt8 = index == 8 ? 127 : 0
      func bit(_ mask: UInt8) -> UInt8 { index & mask == 0 ? none : full }
      return (bit(1), bit(2), bit(4))
    }
  }
}
