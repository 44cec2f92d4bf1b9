import Engine

/// Columns that were meant to be inputs and can't be, for there are words in them.
extension Table {
  /// Why a column that is called x1 or x2 can't be an input; nil if it can, if there is none, or if it
  /// is the label at the end.
  public var inputObstacle: String? {
    let lost = columns.dropLast().first {
      ["x1", "x2"].contains($0.name.lowercased()) && $0.numbers == nil
    }
    return lost.map { lostInput($0) + "; " + Self.inputRemedy }
  }

  /// Why a column with numbers and words can't be an input, where it leaves only one that can; nil if
  /// there is none.
  public var secondInputObstacle: String? {
    guard completed(ColumnChoice()).x2 == Self.noColumn, let lost = lostInputs.first else {
      return nil
    }
    return lost + "; " + Self.inputRemedy
  }

  /// A sentence for each column with numbers and words that is not predicted.
  public func lostInputs(besides target: String?) -> [String] {
    columns.filter { $0.isMixed && $0.name != target }.map(lostInput)
  }

  private var lostInputs: [String] { lostInputs(besides: usualTarget) }

  private static let inputRemedy =
    "expected numbers in at least four of five; --set data.x1=… and data.x2=… choose other columns"
    + " or none"

  private func lostInput(_ column: Column) -> String {
    let name = column.name.shown(limit: 60)
    guard let word = wordy.first(where: { $0.column == column.name }) else {
      return "the column “\(name)” has too many cells without a number to be an input"
    }
    let fault = word.isTooLarge ? " " + word.fault : ""
    return "the column “\(name)” has too many cells without a number (line \(word.line):"
      + " “\(word.text.shown(limit: 30))”\(fault)) to be an input"
  }
}
