/// A picture as an SVG image: text in a monospaced font on a grid, half blocks and braille as
/// geometry, so that no font has to have them and no gaps show between cells.
///
/// Source: W3C, "Scalable Vector Graphics (SVG) 1.1", chapters 9 and 10.
public struct SVG: Sendable {
  /// The image, a whole file of UTF-8.
  public let text: String

  /// The width and the height of a cell, in the image's units.
  private static let cell = (width: 9, height: 18)

  /// Draws a picture; what a terminal's own colours are depends on the ground, which is dark where
  /// it is not known.
  public init(_ canvas: Canvas) {
    let (width, height) = (
      canvas.size.width * Self.cell.width, canvas.size.height * Self.cell.height
    )
    let inks = Inks(ground: canvas.capabilities.ground)
    var body = ""
    for y in 0..<canvas.size.height {
      body += Self.backgrounds(canvas, y, inks)
      body += Self.glyphs(canvas, y, inks)
    }
    text =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" shape-rendering="crispEdges" font-family="ui-monospace, 'DejaVu Sans Mono', \
      Menlo, Consolas, monospace" font-size="15">
      <rect width="\(width)" height="\(height)" fill="\(inks.background)"/>
      \(body)</svg>

      """
  }

  /// One rectangle for each run of cells with the same background.
  private static func backgrounds(_ canvas: Canvas, _ y: Int, _ inks: Inks) -> String {
    var result = ""
    var start = 0
    while start < canvas.size.width {
      let fill = inks.colors(canvas[start, y]).background
      var end = start + 1
      while end < canvas.size.width, inks.colors(canvas[end, y]).background == fill { end += 1 }
      if fill != inks.background {
        result += rectangle(
          x: start * cell.width, y: y * cell.height, width: (end - start) * cell.width,
          height: cell.height, fill)
      }
      start = end
    }
    return result
  }

  private static func glyphs(_ canvas: Canvas, _ y: Int, _ inks: Inks) -> String {
    var result = ""
    var x = 0
    while x < canvas.size.width {
      let place = canvas[x, y]
      guard let glyph = place.glyph, glyph != " " else {
        x += 1
        continue
      }
      let ink = inks.colors(place).foreground
      if let shapes = shapes(glyph, x, y, ink) {
        result += shapes
        x += 1
        continue
      }
      // Letters of one kind in a row are one piece of text.
      var letters = ""
      var end = x
      while end < canvas.size.width, letters.count < 200 {
        let next = canvas[end, y]
        guard let glyph = next.glyph, next.style == place.style,
          inks.colors(next).foreground == ink, glyph == " " || shapes(glyph, 0, 0, ink) == nil,
          columnWidth(glyph) == 1 || end == x
        else { break }
        letters.append(glyph)
        end += columnWidth(glyph) == 2 ? 2 : 1
        if columnWidth(glyph) == 2 { break }
      }
      while letters.last == " " { letters.removeLast() }
      result += label(letters, x, y, columns: columnWidth(letters), ink, place.style)
      x = end
    }
    return result
  }

  private static func label(
    _ letters: String, _ x: Int, _ y: Int, columns: Int, _ ink: String, _ style: Style
  ) -> String {
    var attributes = "x=\"\(x * cell.width)\" y=\"\(y * cell.height + 14)\" fill=\"\(ink)\""
    // Whatever the font's own width is, columns stay under each other.
    attributes += " textLength=\"\(columns * cell.width)\" lengthAdjust=\"spacingAndGlyphs\""
    if style.contains(.bold) { attributes += " font-weight=\"bold\"" }
    if style.contains(.dim) { attributes += " opacity=\"0.6\"" }
    if style.contains(.underline) { attributes += " text-decoration=\"underline\"" }
    return "<text xml:space=\"preserve\" \(attributes)>\(Figure.escaped(letters))</text>\n"
  }

  /// A glyph as rectangles or dots; nil for letters and lines.
  private static func shapes(_ glyph: Character, _ x: Int, _ y: Int, _ ink: String) -> String? {
    let (left, top) = (x * cell.width, y * cell.height)
    func part(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
      rectangle(x: left + x, y: top + y, width: width, height: height, ink)
    }
    let half = cell.height / 2
    switch glyph {
    case "▀": return part(0, 0, cell.width, half)
    case "▄": return part(0, half, cell.width, half)
    case "█": return part(0, 0, cell.width, cell.height)
    case "─": return part(0, half, cell.width, 1)
    case "━": return part(0, half - 1, cell.width, 2)
    case "│": return part(cell.width / 2, 0, 1, cell.height)
    case "┃": return part(cell.width / 2 - 1, 0, 2, cell.height)
    default: break
    }
    guard let code = glyph.unicodeScalars.first?.value else { return nil }
    if (0x2581...0x2587).contains(code) {
      let height = (Int(code) - 0x2580) * cell.height / 8
      return part(0, cell.height - height, cell.width, height)
    }
    guard (0x2800..<0x2900).contains(code) else { return nil }
    var result = ""
    for row in 0..<4 {
      for column in 0..<2 where UInt8(code & 0xFF) & brailleBit(column, row) != 0 {
        result += part(1 + column * 4, 1 + row * 4 + row / 2, 3, 3)
      }
    }
    return result
  }

  private static func rectangle(
    x: Int, y: Int, width: Int, height: Int, _ fill: String
  ) -> String {
    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\"/>\n"
  }
}

/// Colours as an image names them.
private struct Inks {
  let background: String
  private let foreground: String

  init(ground: Ground) {
    background = ground == .light ? "#ffffff" : "#1e1e1e"
    foreground = ground == .light ? "#1e1e1e" : "#d4d4d4"
  }

  /// The two colours of a cell, exchanged where it is shown in reverse.
  func colors(_ cell: Cell) -> (foreground: String, background: String) {
    let front = Self.name(cell.foreground) ?? foreground
    let back = Self.name(cell.background) ?? background
    return cell.style.contains(.reverse) ? (back, front) : (front, back)
  }

  private static func name(_ color: Color) -> String? {
    guard let (red, green, blue) = color.components else { return nil }
    return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
