import Drawing

/// Colours as numbers of the terminal's, for any depth.
///
/// Pictures are drawn for the depth of their terminal; a colour beyond it becomes the nearest one.
enum ColorNumber {
  /// The terminal's own colour.
  static let standard: Int32 = -1

  /// The number by which ncurses knows a colour on a terminal of this depth.
  static func number(of color: Color, depth: ColorDepth) -> Int32 {
    switch (color, depth) {
    case (.standard, _), (_, .mono):
      return standard
    case (.indexed(let index), .indexed256):
      return Int32(index)
    case (.indexed(let index), .sixteen) where index < 16:
      return Int32(index)
    case (.indexed(let index), .eight) where index < 16:
      // The bright eight are shades of the eight.
      return Int32(index & 7)
    case (.indexed(let index), .direct) where index < 8:
      return Int32(index)
    case (.indexed(let index), _):
      return number(of: palette(index), depth: depth)
    case (.rgb(let red, let green, let blue), .direct):
      let number = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
      // Below eight the number means the palette, so the darkest blues become one of their kind.
      return max(8, number)
    case (.rgb(let red, let green, let blue), .indexed256):
      // The cube's nearest and the greys' nearest; a search of all would cost more than the drawing.
      let cube = 16 + 36 * cubeStep(red) + 6 * cubeStep(green) + cubeStep(blue)
      let light = (Int32(red) + Int32(green) + Int32(blue)) / 3
      return nearest(red, green, blue, among: [cube, 232 + min(23, max(0, (light - 3) / 10))])
    case (.rgb(let red, let green, let blue), _):
      return nearest(red, green, blue, among: 0..<(depth == .sixteen ? 16 : 8))
    }
  }

  /// The exact colour behind an index, as xterm has it.
  private static func palette(_ index: UInt8) -> Color {
    let (red, green, blue) = components(Int32(index))
    return .rgb(red, green, blue)
  }

  /// Red, green and blue of a colour of xterm's palette of 256.
  static func components(_ index: Int32) -> (red: UInt8, green: UInt8, blue: UInt8) {
    Color.components(UInt8(truncatingIfNeeded: index))
  }

  /// The nearest of the six steps 0, 95, 135, 175, 215 and 255 of the cube's sides.
  private static func cubeStep(_ value: UInt8) -> Int32 {
    switch value {
    case ..<48: 0
    case ..<115: 1
    default: (Int32(value) - 35) / 40
    }
  }

  private static func nearest(
    _ red: UInt8, _ green: UInt8, _ blue: UInt8, among indices: some Sequence<Int32>
  ) -> Int32 {
    func distance(_ index: Int32) -> Int {
      let other = components(index)
      let (r, g, b) = (
        Int(red) - Int(other.red), Int(green) - Int(other.green), Int(blue) - Int(other.blue)
      )
      return r * r + g * g + b * b
    }
    return indices.min { distance($0) < distance($1) } ?? standard
  }
}
