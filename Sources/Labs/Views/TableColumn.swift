import Drawing
import Engine

/// A column of the table of parameters.
enum TableColumn: Hashable, Sendable {
  case place
  case value
  /// The slope of the loss over the next batch.
  case gradient
  /// By how much the next step changes it.
  case update
  /// A moment of the optimiser, by its place among these.
  case moment(Int)

  /// The columns for an optimiser with so many moments.
  static func all(momentCount: Int) -> [TableColumn] {
    [.place, .value, .gradient, .update] + (0..<momentCount).map { .moment($0) }
  }

  /// Its heading.
  func title(moments: [String]) -> String {
    switch self {
    case .place: "parameter"
    case .value: "value"
    case .gradient: "gradient"
    case .update: "update"
    case .moment(let index): moments.indices.contains(index) ? moments[index] : ""
    }
  }

  /// What it holds, in a few words.
  func help(moments: [String]) -> String {
    switch self {
    case .place: "where each number is"
    case .value: "the numbers as they are"
    case .gradient: "the slope of the loss over the next batch"
    case .update: "what the next step adds"
    case .moment: "the optimiser's \(title(moments: moments))"
    }
  }
}

/// How the rows of the table are ordered.
enum TableOrder: Hashable, Sendable {
  /// Level by level and unit by unit.
  case network
  /// By a column, the largest number first.
  case falling(TableColumn)
  /// By a column, the smallest number first.
  case rising(TableColumn)
  /// By a column, the number farthest from 0 first.
  case size(TableColumn)

  /// The column that it goes by; nil for none.
  var column: TableColumn? {
    switch self {
    case .network: nil
    case .falling(let column), .rising(let column), .size(let column): column
    }
  }

  /// What another wish to sort by a column leads to.
  func next(by column: TableColumn) -> TableOrder {
    switch self {
    case .falling(column) where column == .place: .network
    case .falling(column): .rising(column)
    case .rising(column): .size(column)
    case .size(column): .network
    default: .falling(column)
    }
  }

  /// What is first, in a sentence.
  func notice(moments: [String]) -> String {
    func name(_ column: TableColumn) -> String { column.title(moments: moments) }
    return switch self {
    case .network: "Layer by layer, unit by unit."
    case .falling(.place): "The last layer first; y brings the first one back."
    case .falling(let column): "The largest \(name(column)) first; y reverses it."
    case .rising(let column): "The smallest \(name(column)) first; y sorts by size."
    case .size(let column): "The \(name(column)) farthest from 0 first; y goes back to layers."
    }
  }
}
