extension Canvas {
  /// Writes a number in digits three rows high and three columns wide, for a projector; a number
  /// that does not fit is written plainly.
  public mutating func drawBigDigits(_ text: String, at point: Point, maxWidth: Int) {
    let glyphs = text.map { bigDigits[$0] }
    let width = glyphs.reduce(0) { $0 + ($1?[0].count ?? 0) + 1 }
    guard !glyphs.contains(where: { $0 == nil }), width <= maxWidth + 1 else {
      write(text, at: point, style: .bold, maxWidth: maxWidth)
      return
    }
    var x = point.x
    for glyph in glyphs {
      for (row, line) in (glyph ?? []).enumerated() {
        write(line, at: Point(x: x, y: point.y + row), style: .bold)
      }
      x += (glyph?[0].count ?? 0) + 1
    }
  }
}

/// Digits in half blocks, five pixels high in three rows.
private let bigDigits: [Character: [String]] = [
  "0": ["█▀█", "█ █", "▀▀▀"], "1": ["▀█ ", " █ ", "▀▀▀"], "2": ["▀▀█", "█▀▀", "▀▀▀"],
  "3": ["▀▀█", " ▀█", "▀▀▀"], "4": ["█ █", "▀▀█", "  ▀"], "5": ["█▀▀", "▀▀█", "▀▀▀"],
  "6": ["█▀▀", "█▀█", "▀▀▀"], "7": ["▀▀█", "  █", "  ▀"], "8": ["█▀█", "█▀█", "▀▀▀"],
  "9": ["█▀█", "▀▀█", "▀▀▀"], ".": [" ", " ", "▀"], "-": ["  ", "▀▀", "  "], " ": [" ", " ", " "],
]
