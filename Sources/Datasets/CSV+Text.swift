import Engine

extension CSV {
  /// A table as text that reads as the same table: names, then rows, with commas and line feeds.
  public static func text(of table: Table) -> String {
    var text = line(table.columns.map(\.name))
    for row in 0..<table.rowCount {
      text += line(table.columns.map { cellText($0.cells, row) })
    }
    return text
  }

  /// Rows of cells as text.
  public static func text(of rows: [[String]]) -> String { rows.map(line).joined() }

  /// Cells as a line, each in quotes where it would not be read as itself without them.
  static func line(_ cells: [String]) -> String {
    let joined = cells.map(quotedIfNeeded).joined(separator: ",")
    // An empty line would be passed over.
    return (joined.isEmpty ? "\"\"" : joined) + "\n"
  }

  private static func cellText(_ cells: Table.Cells, _ row: Int) -> String {
    switch cells {
    case .numbers(let numbers): numbers[row].isNaN ? "" : DecimalText.text(numbers[row])
    case .words(let codes, let words): codes[row] < 0 ? "" : words[codes[row]]
    }
  }

  private static func quotedIfNeeded(_ cell: String) -> String {
    let bytes = cell.utf8
    let isPlain =
      !bytes.contains { [Byte.quote, Byte.comma, Byte.semicolon, Byte.tab].contains($0) }
      && !bytes.contains(where: Byte.endsLine) && bytes.first != Byte.space
      // Three bytes at the front of a file that are no part of its text.
      && !bytes.starts(with: [0xEF, 0xBB, 0xBF])
      && bytes.last != Byte.space && (cell.isEmpty || !ColumnBuilder.missing.contains(Array(bytes)))
    guard !isPlain else { return cell }
    return "\"" + cell.replacing(scalar: "\"", with: "\"\"") + "\""
  }
}
