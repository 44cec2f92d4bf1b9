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
    /// Whether it is made narrower where there is no room: what others need is never cut for it.
    var isFlexible = false
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row: a text for each column.
  mutating func add(_ row: [String]) { rows.append(row) }

  /// The heading and the rows.
  ///
  /// - Parameter width: the columns that there are; nil without a limit. Where they are too few, names
  ///   take several lines, then what is optional is left out, from the right, then flexible columns are
  ///   cut, those in which only the name is long before the others, and at last left out and named
  ///   below.
  func lines(width: Int?) -> [String] {
    let whole = columns.map { [$0.name] }
    guard let width else { return written(fit(whole), whole, width: nil) }
    var fit = fit(whole)
    guard fit.total > width else { return written(fit, whole, width: width) }
    let folded = columns.map { Self.folded($0.name) }
    fit = self.fit(folded)
    while fit.total > width, let last = fit.shown.last(where: { columns[$0].isOptional }) {
      fit.shown.removeAll { $0 == last }
    }
    while fit.total > width, let widest = narrowable(fit) { fit.widths[widest] -= 1 }
    var hidden: [String] = []
    while fit.total > width, let last = fit.shown.last(where: { columns[$0].isFlexible }) {
      fit.shown.removeAll { $0 == last }
      hidden.insert(columns[last].name, at: 0)
    }
    let lines = written(fit, folded, width: width)
    guard !hidden.isEmpty else { return lines }
    return lines + wrap("No room here for: \(hidden.joined(separator: ", ")).", width: width)
  }

  /// The columns that are shown, and how wide each column is.
  private struct Fit {
    var shown: [Int]
    var widths: [Int]

    var total: Int { shown.reduce(0) { $0 + widths[$1] } + 2 * max(0, shown.count - 1) }
  }

  private func fit(_ names: [[String]]) -> Fit {
    Fit(
      shown: Array(columns.indices),
      widths: columns.indices.map { column in
        max(cellWidth(column), names[column].map { columnWidth($0) }.max() ?? 0)
      })
  }

  private func cellWidth(_ column: Int) -> Int {
    rows.map { columnWidth($0[column]) }.max() ?? 0
  }

  /// No flexible column is narrower.
  private static let least = 5

  /// The column that is to be made narrower next; nil if none can be.
  private func narrowable(_ fit: Fit) -> Int? {
    let flexible = fit.shown.filter { columns[$0].isFlexible && fit.widths[$0] > Self.least }
    func spare(_ column: Int) -> Int { max(0, fit.widths[column] - cellWidth(column)) }
    return flexible.max {
      (spare($0), fit.widths[$0], -$0) < (spare($1), fit.widths[$1], -$1)
    }
  }

  private func written(_ fit: Fit, _ names: [[String]], width: Int?) -> [String] {
    let height = fit.shown.map { names[$0].count }.max() ?? 0
    // Names end where the rows begin.
    let heading = (0..<height).map { line in
      columns.indices.map { column in
        let place = line - (height - names[column].count)
        return place < 0 ? "" : names[column][place]
      }
    }
    return (heading + rows).map { row in
      var line = fit.shown.map { column -> String in
        let text = Self.cut(row[column][...], to: fit.widths[column])
        let blanks = String(repeating: " ", count: max(0, fit.widths[column] - columnWidth(text)))
        return columns[column].isNumber ? blanks + text : text + blanks
      }.joined(separator: "  ")[...]
      while line.last == " " { line.removeLast() }
      return width.map { Self.cut(line, to: $0) } ?? String(line)
    }
  }

  /// A name in a line for each of its parts: `learning-`, `rate`.
  private static func folded(_ name: String) -> [String] {
    let parts = name.split(separator: "-").map(String.init)
    return parts.isEmpty
      ? [name] : parts.dropLast().map { $0 + "-" } + parts.suffix(1)
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
