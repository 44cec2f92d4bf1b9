import Drawing

/// Rows of texts as lines of equally wide columns.
struct TextTable {
  /// A column of the table.
  struct Column {
    let name: String
    /// Whether its texts end at the same place, as numbers do.
    var isNumber = false
    /// Whether it is left out where there is no room.
    var isOptional = false
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row: a text for each column.
  mutating func add(_ row: [String]) { rows.append(row) }

  /// The heading and the rows.
  ///
  /// - Parameter width: the columns that there are; nil without a limit. Where they are too few, what is
  ///   optional is left out, from the right; the rest is cut.
  func lines(width: Int?) -> [String] {
    var shown = Array(columns.indices)
    let widths = columns.indices.map { column in
      ([columns[column].name] + rows.map { $0[column] }).map { columnWidth($0) }.max() ?? 0
    }
    func total() -> Int { shown.reduce(0) { $0 + widths[$1] } + 2 * max(0, shown.count - 1) }
    if let width {
      while total() > width, let last = shown.last(where: { columns[$0].isOptional }) {
        shown.removeAll { $0 == last }
      }
    }
    return ([columns.map(\.name)] + rows).map { row in
      var line = shown.map { column -> String in
        let blanks = String(
          repeating: " ", count: max(0, widths[column] - columnWidth(row[column])))
        return columns[column].isNumber ? blanks + row[column] : row[column] + blanks
      }.joined(separator: "  ")[...]
      while line.last == " " { line.removeLast() }
      return width.map { Self.cut(line, to: $0) } ?? String(line)
    }
  }

  /// A line of no more than so many columns; one that was cut ends in `…`.
  private static func cut(_ line: Substring, to width: Int) -> String {
    guard columnWidth(String(line)) > width else { return String(line) }
    var (kept, used) = ("", 0)
    for character in line {
      used += columnWidth(character)
      if used > width - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
