import Engine

/// Tables as text, with commas, semicolons or tabs between the cells.
///
/// The separator and whether the first line has names are found out; a column is one of numbers if
/// at least four in five of its cells are, of those that are not missing. Missing are an empty cell,
/// `NA`, `N/A`, `NaN`, `nan`, `null` and `?`, and a word in a column of numbers, which
/// `Table.spoilt` tells. Where commas do not separate cells, 1,5 is a number. Blank lines are passed over, and nothing is a comment.
public enum CSV {
  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with a byte order mark or without; all other text is refused.
  ///   - hasNames: whether the first line has the columns' names; nil to find out: it has, if no
  ///     number stands in it. Without names the columns are x1, x2, ….
  ///   - limit: the most rows to keep; of more, a subset that `seed` draws, in the file's order.
  ///   - seed: draws the subset.
  /// - Throws: where and why the text is no table: nothing in it, other text than UTF-8, rows of
  ///   different length, a quote that is not closed, too many columns, no column of numbers.
  public static func table(
    _ bytes: [UInt8], hasNames: Bool? = nil, limit: Int = .max, seed: UInt64 = 0
  ) throws(TableProblem) -> Table {
    if let problem = TableEncoding.problem(in: bytes) { throw problem }
    let start = CSVScanner.start(of: bytes)
    var scanner = CSVScanner(bytes, separator: separator(in: bytes, from: start), from: start)
    guard scanner.nextRow() != nil else { throw TableProblem("expected a table; nothing is here") }
    let (first, firstLine) = (scanner.position, scanner.line)
    var cells: [CSVScanner.Cell] = []
    try scanner.readRow(into: &cells)
    let width = cells.count
    guard width <= Table.columnLimit else {
      throw TableProblem(
        line: firstLine, "expected at most \(Table.columnLimit) columns, found \(width)")
    }
    let isNamed =
      hasNames ?? !cells.contains { scanner.number($0) != nil }
    let names = isNamed ? cells.map(scanner.text) : cells.map { _ in "" }
    // First where the rows are, then what stands in those that are kept: a large file is never held
    // as texts.
    var rows: [Row] = isNamed ? [] : [Row(start: first, line: firstLine)]
    while let row = scanner.nextRow() {
      let line = scanner.line
      try scanner.readRow(into: &cells)
      if cells.count != width {
        throw TableProblem(
          line: line, "expected \(width) cells as in the first line, found \(cells.count)")
      }
      rows.append(Row(start: row, line: line))
    }
    guard !rows.isEmpty else {
      throw scanner.problem(at: scanner.position, "expected rows below the names of the columns")
    }
    let count = rows.count
    if count > limit { rows = subset(of: rows, limit: max(1, limit), seed: seed) }
    var builders = Array(repeating: ColumnBuilder(), count: width)
    for row in rows {
      scanner.jump(to: row.start, line: row.line)
      try scanner.readRow(into: &cells)
      for (column, cell) in cells.enumerated() {
        builders[column].append(cell, of: scanner, line: row.line)
      }
    }
    let table = Table(
      zip(names, builders).map { (name: $0, cells: $1.cells) }, sourceCount: count,
      words: { builders[$0].words(in: $1) })
    guard !table.numberNames.isEmpty else {
      throw TableProblem("expected at least one column of numbers, found words in each")
    }
    if let (row, column) = table.strangeShare {
      scanner.jump(to: rows[row].start, line: rows[row].line)
      try scanner.readRow(into: &cells)
      let word = scanner.text(cells[column]).shown()
      // Reading went on to the next line.
      scanner.jump(to: rows[row].start, line: rows[row].line)
      throw scanner.problem(
        at: cells[column].start,
        "“\(word)” is no share: expected training, validation or test in the column “share”")
    }
    return table
  }

  /// Where a row begins.
  private struct Row {
    let start: Int
    let line: Int
  }

  /// Reads a table from text; see `table(_:hasNames:limit:seed:)`.
  public static func table(_ text: String) throws(TableProblem) -> Table {
    try table(Array(text.utf8))
  }

  /// The rows of a text as texts, of whatever length, with the line of each.
  static func rows(_ text: String) throws(TableProblem) -> [(line: Int, cells: [String])] {
    let bytes = Array(text.utf8)
    var scanner = CSVScanner(bytes, separator: Byte.comma, from: CSVScanner.start(of: bytes))
    var cells: [CSVScanner.Cell] = []
    var rows: [(line: Int, cells: [String])] = []
    while scanner.nextRow() != nil {
      let line = scanner.line
      try scanner.readRow(into: &cells)
      rows.append((line, cells.map(scanner.text)))
    }
    return rows
  }

  /// The separator that stands most often in the first line, outside quotes; a comma if none does.
  /// Beside semicolons or tabs, a comma between two digits is a decimal one.
  private static func separator(in bytes: [UInt8], from start: Int) -> UInt8 {
    let candidates = [Byte.comma, Byte.semicolon, Byte.tab]
    var counts = [0, 0, 0]
    var (decimals, before) = (0, Byte.space)
    var (isQuoted, hasBegun) = (false, false)
    for index in start..<bytes.count {
      let byte = bytes[index]
      defer { before = byte }
      if byte == Byte.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if Byte.endsLine(byte) {
        if hasBegun { break }
        continue
      }
      if byte != Byte.space { hasBegun = true }
      if let place = candidates.firstIndex(of: byte) { counts[place] += 1 }
      if byte == Byte.comma, Byte.isDigit(before), index + 1 < bytes.count,
        Byte.isDigit(bytes[index + 1])
      {
        decimals += 1
      }
    }
    if counts[1] + counts[2] > 0 { counts[0] -= decimals }
    let most = counts.max() ?? 0
    return most == 0 ? Byte.comma : candidates[counts.firstIndex(of: most) ?? 0]
  }

  /// So many of the rows, each as likely as any other, in their order.
  private static func subset(of rows: [Row], limit: Int, seed: UInt64) -> [Row] {
    var random = Random(seed: seed, stream: .data)
    var kept = Array(rows[..<limit])
    // Vitter's algorithm R: every row takes the place of a kept one with chance limit/rows so far.
    for index in limit..<rows.count {
      let place = random.below(index + 1)
      if place < limit { kept[place] = rows[index] }
    }
    return kept.sorted { $0.start < $1.start }
  }
}
