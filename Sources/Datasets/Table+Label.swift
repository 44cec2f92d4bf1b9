import Engine

/// Which column of a table is its label, and what keeps it from being one.
extension Table {
  /// What columns of labels are called, wherever they stand.
  private static let labelNames: Set = ["class", "label", "target"]

  /// The column that a table means to be predicted, whether it can be or not; nil without values.
  ///
  /// That is the last one with the name of a label or else, of those that have values, the last one
  /// if it is of words, the last one of words without numbers that can be predicted, or the last of all.
  /// Only if need be it is one that names shares.
  static func meantLabel(among columns: [Column]) -> Column? {
    let others = columns.filter { !$0.namesShares }
    // Beside an x it is a place.
    let isPlace = others.contains { $0.name.lowercased() == "x" }
    let named = others.last {
      let name = $0.name.lowercased()
      return labelNames.contains(name) || name == "y" && !isPlace
    }
    if let named { return named }
    // A comma at the end of every line makes a column without values, which nobody meant.
    let filled = others.filter { $0.missingRows.count < $0.cells.count }
    guard let last = filled.last else { return columns.last { $0.canBePredicted } }
    guard last.numbers != nil else { return last }
    return filled.last { $0.numbers == nil && $0.canBePredicted && !$0.isMixed } ?? last
  }

  /// What is predicted instead of a label that can't be: the last column that names classes in words,
  /// or the last of all.
  static func substitute(among columns: [Column]) -> Column? {
    let possible = columns.filter(\.canBePredicted)
    let others = possible.filter { !$0.namesShares }
    return others.last { $0.numbers == nil } ?? others.last ?? possible.last
  }

  /// What a column has to have to be predicted.
  static let labelKinds = "2 to \(classLimit) classes or different numbers"

  /// Why the column that is meant to be the label can't be, and what may be done; nil if it can, or
  /// if there is no other column to predict either.
  public var labelObstacle: String? {
    guard let unusableLabel, let label = column(unusableLabel), let usualTarget else { return nil }
    return "the label “\(label.name.shown(limit: 60))” \(label.obstacle), and a label needs"
      + " \(Self.labelKinds); --set data.target=… predicts another column, such as"
      + " “\(usualTarget.shown(limit: 60))”"
  }

  /// Why a column can't be predicted, in a sentence's second half; nil if it can, or if there is none.
  public func targetObstacle(_ name: String) -> String? {
    guard let column = column(name), !column.canBePredicted else { return nil }
    return "\(Self.labelKinds), and it \(column.obstacle)"
  }
}
