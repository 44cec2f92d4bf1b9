/// Columns of measurements, as a CSV file has them.
public struct Table: Equatable, Sendable {
  /// One measurement of every row.
  public struct Column: Equatable, Sendable {
    /// Its name in the first line; no two columns of a table have the same.
    public let name: String
    /// What stands in it, row by row.
    public let cells: Cells
    /// What a label of each class reads, if the column can tell classes apart; or else empty.
    public let classNames: [String]
    /// Whether it can be what is predicted: classes, or numbers that are not all the same.
    public let canBePredicted: Bool
    /// The rows that have nothing in it, in rising order.
    let missingRows: [Int]
    /// Whether it is of words and has numbers among them, as measurements that were spoilt have.
    let isMixed: Bool
  }

  /// What stands in the rows of a column.
  public enum Cells: Sendable {
    /// Numbers; NaN where there is none.
    case numbers([Double])
    /// Words, each by its place in the list of different ones; −1 where there is none.
    case words([Int], of: [String])
  }

  /// Words in a column of numbers, which count as missing.
  public struct Spoilt: Equatable, Sendable {
    /// The column's name.
    public let column: String
    /// The line of the first word, from 1.
    public let line: Int
    /// The first word.
    public let text: String
    /// How many words there are in the rows that are kept.
    public let count: Int
    /// Whether the first word is written as a number is, and one that is too large.
    let isTooLarge: Bool

    /// What is wrong with the first word, to follow it: `is no number`.
    public var fault: String {
      isTooLarge ? "is too large; expected \(DecimalText.range)" : "is no number"
    }
  }

  /// The columns in their order; all have `rowCount` cells.
  public let columns: [Column]
  /// How many rows there are.
  public let rowCount: Int
  /// How many rows there were to choose these from.
  public let sourceCount: Int

  /// The columns of numbers that have words in them.
  public let spoilt: [Spoilt]
  /// The columns of words, where the table was read from a text.
  let wordy: [Spoilt]

  /// The names of the columns of numbers.
  public let numberNames: [String]
  /// The names of the columns that can be predicted.
  public let targetNames: [String]

  /// What is predicted unless told otherwise: what is meant to be the label, or what there is instead;
  /// nil if no column can be predicted.
  let usualTarget: String?
  /// What is meant to be the label and can't be predicted; nil if it can.
  let unusableLabel: String?

  /// The most classes that a column can tell apart.
  public static let classLimit = 10
  /// The most columns that a table may have: each is a choice on the screen.
  public static let columnLimit = 4096

  /// A table of such columns; names that are missing or not alone are made so.
  ///
  /// - Parameters:
  ///   - columns: as many cells in each.
  ///   - sourceCount: how many rows there were; nil if these are all.
  public init(_ columns: [(name: String, cells: Cells)], sourceCount: Int? = nil) {
    self.init(columns, sourceCount: sourceCount) { _, _ in nil }
  }

  /// A table, with the words that were found in each column, by its place and its name.
  init(
    _ columns: [(name: String, cells: Cells)], sourceCount: Int?,
    words: (Int, String) -> Spoilt?
  ) {
    var taken: Set<String> = [Self.noColumn]
    // How far copies of a name were numbered, so that none is counted through again.
    var copies: [String: Int] = [:]
    rowCount = columns.map { $0.cells.count }.min() ?? 0
    self.sourceCount = max(sourceCount ?? rowCount, rowCount)
    var named: [Column] = []
    for (index, column) in columns.enumerated() {
      let base = column.name.isEmpty ? "x\(index + 1)" : column.name
      var name = base
      var copy = copies[base] ?? 1
      while taken.contains(name) {
        copy += 1
        name = "\(base) (\(copy))"
      }
      copies[base] = copy
      taken.insert(name)
      named.append(Column(name, column.cells))
    }
    self.columns = named
    numberNames = named.filter { $0.numbers != nil }.map(\.name)
    targetNames = named.filter(\.canBePredicted).map(\.name)
    let label = Self.meantLabel(among: named)
    let isUsable = label?.canBePredicted == true
    unusableLabel = isUsable ? nil : label?.name
    usualTarget = (isUsable ? label : Self.substitute(among: named))?.name
    let found = named.enumerated().compactMap { words($0.offset, $0.element.name) }
    let numbers = Set(numberNames)
    spoilt = found.filter { numbers.contains($0.column) }
    wordy = found.filter { !numbers.contains($0.column) }
  }

  /// What is chosen for a direction that no column is shown in.
  public static let noColumn = "none"

  /// The column of that name.
  public func column(_ name: String) -> Column? { columns.first { $0.name == name } }
}

extension Table {
  /// What was left out on the way is no part of a table.
  public static func == (left: Table, right: Table) -> Bool {
    left.columns == right.columns && left.rowCount == right.rowCount
      && left.sourceCount == right.sourceCount
  }
}

extension Table.Cells: Equatable {
  /// How many rows.
  var count: Int {
    switch self {
    case .numbers(let numbers): numbers.count
    case .words(let codes, _): codes.count
    }
  }

  /// Cells without a number are equal to one another.
  public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.numbers(let a), .numbers(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
    case (.words(let a, let words), .words(let b, let others)): a == b && words == others
    default: false
    }
  }
}
