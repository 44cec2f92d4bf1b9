import CNCurses
import Drawing

/// One row of a picture as ncurses takes it: a value a character, wide ones once.
struct CellRow {
  /// The characters, in order.
  private(set) var cells: [cchar_t] = []
  /// The characters it may hold; others become a question mark.
  var glyphs: GlyphSet

  /// An empty row for a terminal with these characters.
  init(glyphs: GlyphSet) {
    self.glyphs = glyphs
  }

  /// Takes over a row of cells, blank up to the width of the screen.
  /// - Parameter pair: the pair of a cell's two colours.
  mutating func fill(
    from row: ArraySlice<Cell>, width: Int,
    pair: (_ foreground: Color, _ background: Color) -> ColorPair
  ) {
    cells.removeAll(keepingCapacity: true)
    var colors = (Color.standard, Color.standard)
    var colorPair = ColorPair.standard
    var x = row.startIndex
    let end = min(row.endIndex, row.startIndex + width)
    while x < end {
      let cell = row[x]
      if (cell.foreground, cell.background) != colors {
        colors = (cell.foreground, cell.background)
        colorPair = pair(cell.foreground, cell.background)
      }
      // The second half of a wide character is nil; one that has no room is left out.
      let isWide = x + 1 < end && row[x + 1].glyph == nil
      cells.append(character(cell, isWide: isWide, colorPair))
      x += 1
      if isWide, cells[cells.count - 1].isWide { x += 1 }
    }
    let blank = character(.blank, isWide: false, .standard)
    for _ in 0..<max(0, width - (end - row.startIndex)) { cells.append(blank) }
  }

  private func character(_ cell: Cell, isWide: Bool, _ pair: ColorPair) -> cchar_t {
    var character = cchar_t()
    character.chars = characters(cell.glyph, isWide: isWide)
    character.attr = cell.style.attributes ^ (pair.isReversed ? CURSES_REVERSE : 0)
    // The attribute holds eight bits of the pair's number; the field beside it holds all.
    character.attr |= attr_t(min(pair.number, 255)) << 8
    character.ext_color = pair.number
    return character
  }

  private typealias Characters = (wchar_t, wchar_t, wchar_t, wchar_t, wchar_t)

  /// A glyph that can be shown in the place it has, with at most four marks on it.
  private func characters(_ glyph: Character?, isWide: Bool) -> Characters {
    let space = wchar_t(0x20)
    guard let glyph else { return (space, 0, 0, 0, 0) }
    var scalars = glyph.unicodeScalars.makeIterator()
    guard let first = scalars.next().map({ wchar_t($0.value) }) else { return (space, 0, 0, 0, 0) }
    if first >= 0x20, first < 0x7F, glyph.isASCII { return (first, 0, 0, 0, 0) }
    if glyphs == .ascii { return (wchar_t(0x3F), 0, 0, 0, 0) }
    let width = curses_width(first)
    guard width == (isWide ? 2 : 1) else {
      return (width == 2 ? space : wchar_t(0x3F), 0, 0, 0, 0)
    }
    var marks: [wchar_t] = []
    while marks.count < 4, let mark = scalars.next() {
      if curses_width(wchar_t(mark.value)) == 0 { marks.append(wchar_t(mark.value)) }
    }
    marks.append(contentsOf: repeatElement(0, count: 4 - marks.count))
    return (first, marks[0], marks[1], marks[2], marks[3])
  }
}

extension cchar_t {
  /// Whether it takes two columns.
  fileprivate var isWide: Bool { curses_width(chars.0) == 2 }
}

extension Style {
  /// The same as ncurses has it.
  fileprivate var attributes: attr_t {
    var attributes: attr_t = 0
    if contains(.bold) { attributes |= CURSES_BOLD }
    if contains(.dim) { attributes |= CURSES_DIM }
    if contains(.underline) { attributes |= CURSES_UNDERLINE }
    if contains(.reverse) { attributes |= CURSES_REVERSE }
    return attributes
  }
}
