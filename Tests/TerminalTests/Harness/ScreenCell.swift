import CVTerm
import Drawing

/// A cell as a terminal shows it.
struct ScreenCell: Equatable {
  /// The character with its marks; a space where nothing is.
  var text: String
  /// Columns it takes.
  var width: Int
  var foreground: Color
  var background: Color
  var style: Style

  init(
    text: String, width: Int = 1, foreground: Color = .standard, background: Color = .standard,
    style: Style = []
  ) {
    self.text = text
    self.width = width
    self.foreground = foreground
    self.background = background
    self.style = style
  }

  init(_ cell: cvterm_cell) {
    let all = [
      cell.characters.0, cell.characters.1, cell.characters.2, cell.characters.3,
      cell.characters.4, cell.characters.5,
    ]
    let scalars = all.prefix { $0 != 0 && $0 != .max }.compactMap(Unicode.Scalar.init)
    text = scalars.isEmpty ? " " : String(String.UnicodeScalarView(scalars))
    width = Int(cell.width)
    foreground = Self.color(cell.foreground)
    background = Self.color(cell.background)
    style = []
    if cell.bold { style.insert(.bold) }
    if cell.underline { style.insert(.underline) }
    if cell.reverse { style.insert(.reverse) }
  }

  private static func color(_ value: Int32) -> Color {
    if value == CVTERM_STANDARD { return .standard }
    if value & Int32(CVTERM_INDEXED) != 0 { return .indexed(UInt8(value & 255)) }
    return .rgb(UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255))
  }

  /// The same to the eye, without reversal.
  var asSeen: ScreenCell {
    guard style.contains(.reverse) else { return self }
    var cell = self
    cell.style.remove(.reverse)
    (cell.foreground, cell.background) = (background, foreground)
    return cell
  }
}
