public import Drawing

/// A canvas as lines of text; spaces at the ends of lines are dropped.
public func picture(_ canvas: Canvas) -> String {
  var lines: [String] = []
  for y in 0..<canvas.size.height {
    var line = ""
    for x in 0..<canvas.size.width {
      if let glyph = canvas[x, y].glyph { line.append(glyph) }
    }
    while line.last == " " { line.removeLast() }
    lines.append(line)
  }
  return lines.joined(separator: "\n")
}

/// A blank canvas.
public func blank(
  _ width: Int, _ height: Int, _ depth: ColorDepth = .direct, _ glyphs: GlyphSet = .braille
) -> Canvas {
  Canvas(
    size: Size(width: width, height: height),
    capabilities: Capabilities(depth: depth, glyphs: glyphs))
}

/// Every depth with every set of glyphs.
public let allCapabilities = ColorDepth.allCases.flatMap { depth in
  GlyphSet.allCases.map { Capabilities(depth: depth, glyphs: $0) }
}
