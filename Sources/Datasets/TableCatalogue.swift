/// A table that comes with the program.
public struct ShippedTable: Sendable {
  /// Its name in presets.
  public let name: String
  /// Its name on the screen.
  public let title: String
  /// One sentence about it.
  public let summary: String
  /// Who measured it, and its licence.
  public let credit: String
  /// The columns that are looked at unless told otherwise: a pair that separates reasonably.
  public let choice: ColumnChoice
  private let load: @Sendable () -> Table

  init(
    name: String, title: String, summary: String, credit: String, choice: ColumnChoice,
    load: @escaping @Sendable () -> Table
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.credit = credit
    self.choice = choice
    self.load = load
  }

  /// Its rows; they are read from the program's text when they are first asked for.
  public var table: Table { load() }

  /// A table from its text in the program: names, and rows with spaces or line ends between them.
  static func table(names: String, rows: String) -> Table {
    let head = names.split(whereSeparator: \.isWhitespace).joined(separator: ",")
    let body = rows.split(whereSeparator: \.isWhitespace).joined(separator: "\n")
    return (try? CSV.table(head + "\n" + body)) ?? Table([])
  }
}

/// The tables that come with the program. Menus, presets and tests read this list.
public enum TableCatalogue {
  /// The tables in the order of the menu.
  public static let all: [ShippedTable] = [
    Iris.entry, Wine.entry, BreastCancer.entry, Digits.entry,
  ]

  /// The table of that name.
  public static func named(_ name: String) -> ShippedTable? { all.first { $0.name == name } }
}
