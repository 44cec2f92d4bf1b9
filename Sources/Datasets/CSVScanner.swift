/// Walks through the bytes of a CSV text cell by cell.
///
/// Source: RFC 4180; beyond it, any of the three usual separators, line ends LF, CR LF and CR, and a
/// quote inside a cell that does not begin with one, which stands for itself.
struct CSVScanner {
  /// Where a cell stands: its bytes without the quotes around it and, if it had none, without the
  /// spaces around it.
  struct Cell {
    var start: Int
    var end: Int
    /// Whether it was in quotes, and so may have doubled ones inside.
    var isQuoted = false

    var byteCount: Int { end - start }
  }

  /// More bytes than any measurement or word has.
  static let cellLimit = 1 << 16

  let bytes: [UInt8]
  let separator: UInt8
  /// The byte that is next.
  private(set) var position: Int
  /// The line of it, from 1.
  private(set) var line = 1
  private var lineStart: Int

  init(_ bytes: [UInt8], separator: UInt8, from start: Int) {
    self.bytes = bytes
    self.separator = separator
    position = start
    lineStart = start
  }

  /// The first byte after a byte order mark.
  static func start(of bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Begins at a row that `nextRow` found before, in its line.
  mutating func jump(to start: Int, line: Int) {
    position = start
    self.line = line
    lineStart = start
  }

  /// Passes over blank lines; gives where the next row begins, or nil at the end.
  mutating func nextRow() -> Int? {
    while position < bytes.count {
      var end = position
      while end < bytes.count && bytes[end] == Byte.space { end += 1 }
      guard end == bytes.count || Byte.endsLine(bytes[end]) else { return position }
      position = end
      passLineEnd()
    }
    return nil
  }

  /// Reads the row that begins here into `cells`, which it empties first.
  mutating func readRow(into cells: inout [Cell]) throws(TableProblem) {
    cells.removeAll(keepingCapacity: true)
    while true {
      let start = (line: line, offset: position, lineStart: lineStart)
      let cell = try nextCell()
      guard cell.byteCount <= Self.cellLimit else {
        throw TableProblem(
          line: start.line, column: column(of: start.offset, from: start.lineStart),
          "expected a cell of at most \(Self.cellLimit) bytes, found \(cell.byteCount)")
      }
      cells.append(cell)
      guard position < bytes.count && bytes[position] == separator else { break }
      position += 1
    }
    passLineEnd()
  }

  private mutating func nextCell() throws(TableProblem) -> Cell {
    var cursor = position
    while cursor < bytes.count && bytes[cursor] == Byte.space && separator != Byte.space {
      cursor += 1
    }
    if cursor < bytes.count && bytes[cursor] == Byte.quote { return try quotedCell(at: cursor) }
    let start = cursor
    while cursor < bytes.count && bytes[cursor] != separator && !Byte.endsLine(bytes[cursor]) {
      cursor += 1
    }
    position = cursor
    while cursor > start && bytes[cursor - 1] == Byte.space { cursor -= 1 }
    return Cell(start: start, end: cursor)
  }

  private mutating func quotedCell(at quote: Int) throws(TableProblem) -> Cell {
    let (openingLine, openingStart) = (line, lineStart)
    var cursor = quote + 1
    while cursor < bytes.count {
      let byte = bytes[cursor]
      if byte == Byte.quote {
        guard cursor + 1 < bytes.count && bytes[cursor + 1] == Byte.quote else { break }
        cursor += 1
      } else if byte == Byte.newline
        || byte == Byte.carriageReturn
          && !(cursor + 1 < bytes.count && bytes[cursor + 1] == Byte.newline)
      {
        line += 1
        lineStart = cursor + 1
      }
      cursor += 1
    }
    guard cursor < bytes.count else {
      throw TableProblem(
        line: openingLine, column: column(of: quote, from: openingStart),
        "the quote opens here, and no closing quote was found")
    }
    let end = cursor
    cursor += 1
    while cursor < bytes.count && bytes[cursor] == Byte.space { cursor += 1 }
    guard cursor == bytes.count || bytes[cursor] == separator || Byte.endsLine(bytes[cursor]) else {
      throw problem(at: cursor, "expected the next cell or line after a closing quote")
    }
    position = cursor
    return Cell(start: quote + 1, end: end, isQuoted: true)
  }

  private mutating func passLineEnd() {
    guard position < bytes.count, Byte.endsLine(bytes[position]) else { return }
    let isPair =
      bytes[position] == Byte.carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == Byte.newline
    position += isPair ? 2 : 1
    line += 1
    lineStart = position
  }

  /// A problem at a byte of the present line.
  func problem(at offset: Int, _ message: String) -> TableProblem {
    TableProblem(line: line, column: column(of: offset, from: lineStart), message)
  }

  /// The column of a byte of the line that begins at `start`; bytes that continue a character do not
  /// count. It walks through the line, and so is asked for a mistake only.
  private func column(of offset: Int, from start: Int) -> Int {
    var column = 1
    for index in min(start, offset)..<min(offset, bytes.count) where bytes[index] & 0xC0 != 0x80 {
      column += 1
    }
    return column
  }

  /// The number that a cell is; nil if it is none. Where commas do not separate cells, one may stand
  /// for the decimal point.
  func number(_ cell: Cell) -> Double? {
    DecimalText.number(
      in: bytes, cell.start, cell.end, allowsComma: separator != Byte.comma)
  }

  /// Whether a cell would be a number if it were not too large.
  func isTooLarge(_ cell: Cell) -> Bool {
    DecimalText.isTooLarge(
      in: bytes, cell.start, cell.end, allowsComma: separator != Byte.comma)
  }

  /// What a cell says, with doubled quotes made single.
  func text(_ cell: Cell) -> String {
    guard cell.isQuoted else {
      return String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
    }
    var plain: [UInt8] = []
    var index = cell.start
    while index < cell.end {
      plain.append(bytes[index])
      index += bytes[index] == Byte.quote ? 2 : 1
    }
    return String(decoding: plain, as: UTF8.self)
  }
}

/// Bytes that mean something in a CSV text.
enum Byte {
  static let quote = UInt8(ascii: "\"")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func endsLine(_ byte: UInt8) -> Bool { byte == newline || byte == carriageReturn }
}
