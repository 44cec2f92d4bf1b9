import Drawing

/// Draws a Python program with line numbers, and a mark at the lines that were altered.
struct CodePen {
  let lines: [String]
  /// The first line that is seen.
  let first: Int
  /// The lines with a mark.
  let changed: Set<Int>

  func draw(in inner: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    // Numbers give way where there is little room.
    let gutter = inner.width >= 30 ? 5 : 1
    for row in 0..<inner.height {
      let index = first + row
      guard lines.indices.contains(index) else { return }
      let y = inner.y + row
      if changed.contains(index) {
        canvas.write(
          "▸", at: Point(x: inner.x, y: y), foreground: palette.accent, style: .bold,
          maxWidth: inner.width)
      }
      if gutter > 1 {
        let number = "\(index + 1)"
        canvas.write(
          number, at: Point(x: inner.x + 4 - number.count, y: y), style: .dim, maxWidth: 3)
      }
      write(
        lines[index], at: Point(x: inner.x + gutter, y: y), width: inner.width - gutter, palette,
        on: &canvas)
    }
  }

  private func write(
    _ line: String, at point: Point, width: Int, _ palette: Palette, on canvas: inout Canvas
  ) {
    var x = point.x
    for token in PythonToken.tokens(of: line) {
      let room = point.x + width - x
      guard room > 0 else { return }
      let (color, style): (Color, Style) =
        switch token.kind {
        case .keyword: (.standard, .bold)
        case .number: (palette.accent, [])
        case .string: (palette.success, [])
        case .comment: (palette.muted, [])
        case .plain: (.standard, [])
        }
      x += canvas.write(
        token.text, at: Point(x: x, y: point.y), foreground: color, style: style, maxWidth: room)
    }
  }
}

/// A piece of a line of Python.
struct PythonToken: Equatable {
  enum Kind: Equatable { case keyword, number, string, comment, plain }
  var text: String
  var kind: Kind

  /// The words that Python keeps for itself, as far as programs here use them.
  private static let keywords: Set<String> = [
    "and", "as", "break", "class", "continue", "def", "else", "for", "from", "if", "import", "in",
    "lambda", "not", "or", "return", "with", "True", "False", "None",
  ]

  /// The pieces of a line, which together are the line; no string of a program spans two lines.
  static func tokens(of line: String) -> [PythonToken] {
    var tokens: [PythonToken] = []
    var rest = Substring(line)
    while let character = rest.first {
      let (length, kind) = next(rest, character)
      let text = String(rest.prefix(length))
      rest = rest.dropFirst(length)
      if kind == .plain, tokens.last?.kind == .plain {
        tokens[tokens.count - 1].text += text
      } else {
        tokens.append(PythonToken(text: text, kind: kind))
      }
    }
    return tokens
  }

  private static func next(_ rest: Substring, _ character: Character) -> (Int, Kind) {
    if character == "#" { return (rest.count, .comment) }
    if character == "\"" { return (stringLength(rest), .string) }
    if character.isLetter || character == "_" {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      return (word.count, keywords.contains(String(word)) ? .keyword : .plain)
    }
    if character.isASCII && character.isNumber {
      var length = rest.prefix { $0.isNumber || $0 == "." }.count
      let tail = rest.dropFirst(length)
      if tail.first == "e" {
        let sign = tail.dropFirst().first == "-" ? 1 : 0
        length += 1 + sign + tail.dropFirst(1 + sign).prefix { $0.isNumber }.count
      }
      return (length, .number)
    }
    return (1, .plain)
  }

  /// The characters of a string with its quotes; all that is left where it does not end.
  private static func stringLength(_ rest: Substring) -> Int {
    let quote = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
    var length = quote.count
    var tail = rest.dropFirst(length)
    while !tail.isEmpty {
      if tail.hasPrefix(quote) { return length + quote.count }
      let step = tail.first == "\\" ? 2 : 1
      length += step
      tail = tail.dropFirst(step)
    }
    return min(length, rest.count)
  }
}
