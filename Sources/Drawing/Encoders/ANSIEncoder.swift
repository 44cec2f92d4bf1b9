/// Turns pictures into the text that makes a terminal show them: the first whole, of each later one
/// only the cells that changed.
///
/// Source: ECMA-48, fifth edition, 1991: CUP, ED and SGR; the colours of 256 and the exact ones are
/// xterm's additions.
public struct ANSIEncoder: Sendable {
  private var shown: Canvas?

  /// An encoder for a terminal that shows nothing yet.
  public init() {}

  /// The text that changes the terminal from the last picture to this one; empty if nothing changed.
  public mutating func encode(_ canvas: Canvas) -> String {
    let before = shown?.size == canvas.size ? shown : nil
    shown = canvas
    var text = before == nil ? "\u{1B}[0m\u{1B}[2J" : ""
    var pen = Cell.blank
    for y in 0..<canvas.size.height {
      // Where the terminal's cursor is; nil if that is elsewhere.
      var column: Int?
      for x in 0..<canvas.size.width {
        let cell = canvas[x, y]
        guard let glyph = cell.glyph else { continue }
        let isKnown = before.map { Self.isSame($0, canvas, x, y) } ?? (cell == .blank)
        guard !isKnown else { continue }
        if column != x { text += "\u{1B}[\(y + 1);\(x + 1)H" }
        text += Self.change(from: pen, to: cell)
        pen = cell
        text.append(glyph)
        column = x + max(1, columnWidth(glyph))
      }
    }
    if pen != .blank, !Self.change(from: pen, to: .blank).isEmpty { text += "\u{1B}[0m" }
    return text
  }

  /// Whether a cell, with the second half of a wide glyph, is as it was.
  private static func isSame(_ before: Canvas, _ after: Canvas, _ x: Int, _ y: Int) -> Bool {
    guard before[x, y] == after[x, y] else { return false }
    return before[x + 1, y].glyph == nil && x + 1 < before.size.width
      ? after[x + 1, y].glyph == nil : true
  }

  /// What changes one pen into another.
  static func change(from old: Cell, to new: Cell) -> String {
    var codes: [String] = []
    if old.style != new.style {
      // Styles are taken off together; the colours go with them.
      codes = ["0"] + new.style.codes
      if new.foreground != .standard { codes.append(new.foreground.code(base: 30)) }
      if new.background != .standard { codes.append(new.background.code(base: 40)) }
    } else {
      if old.foreground != new.foreground { codes.append(new.foreground.code(base: 30)) }
      if old.background != new.background { codes.append(new.background.code(base: 40)) }
    }
    return codes.isEmpty ? "" : "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}

extension Canvas {
  /// The picture as lines of text with colours, each ending in the terminal's own colours, to be
  /// printed anywhere.
  public var ansiText: String {
    (0..<size.height).map { y in
      var line = ""
      var pen = Cell.blank
      for x in 0..<size.width {
        let cell = self[x, y]
        guard let glyph = cell.glyph else { continue }
        line += ANSIEncoder.change(from: pen, to: cell)
        pen = cell
        line.append(glyph)
      }
      return line + (ANSIEncoder.change(from: pen, to: .blank).isEmpty ? "" : "\u{1B}[0m") + "\n"
    }.joined()
  }

  /// The picture as lines of text without colours; blanks at the ends of lines are left out.
  public var plainText: String {
    (0..<size.height).map { y in
      var line = ""
      for x in 0..<size.width {
        if let glyph = self[x, y].glyph { line.append(glyph) }
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

extension Style {
  /// The numbers of SGR that put it on.
  fileprivate var codes: [String] {
    let all: [(Style, String)] = [(.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7")]
    return all.filter { contains($0.0) }.map(\.1)
  }
}

extension Color {
  /// The numbers of SGR that choose it.
  /// - Parameter base: 30 for the foreground, 40 for the background.
  fileprivate func code(base: Int) -> String {
    switch self {
    case .standard: "\(base + 9)"
    case .indexed(let index) where index < 8: "\(base + Int(index))"
    case .indexed(let index) where index < 16: "\(base + 60 + Int(index) - 8)"
    case .indexed(let index): "\(base + 8);5;\(index)"
    case .rgb(let red, let green, let blue): "\(base + 8);2;\(red);\(green);\(blue)"
    }
  }
}
