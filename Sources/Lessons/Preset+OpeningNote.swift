import Datasets

extension Preset {
  /// What was taken of a file that was opened: how many rows, what is predicted from what, and what
  /// was left out; nil where the points come from no file and were not drawn.
  public var openingNote: String? {
    switch recipe.kind {
    case .recipe, .shipped: nil
    case .points(let set): "\(title): \(Self.counts(set)); \(Self.task(set))."
    case .file(let file): note(on: file)
    }
  }

  /// `30 training, 0 validation and 30 test points`.
  private static func counts(_ set: PointSet) -> String {
    if set.points.contains(where: { $0.share == nil }) { return "\(set.points.count) points" }
    return "\(set.count(of: .training)) training, \(set.count(of: .validation)) validation and"
      + " \(set.count(of: .test)) test points"
  }

  private static func task(_ set: PointSet) -> String {
    let names = set.axes.prefix(set.isOneDimensional ? 1 : 2).map(\.name)
    return "\(set.target.name) by \(names.joined(separator: " and "))"
  }

  private func note(on file: TableFile) -> String {
    let (source, columns) = (recipe, recipe.columns ?? ColumnChoice())
    let all = file.table.sourceCount
    let names = [columns.x1, columns.x2].compactMap { $0 }.filter { $0 != Table.noColumn }
    var text =
      "\(file.name): \(source.usedCount == all ? "" : "\(source.usedCount) of ")\(all) rows;"
      + " \(columns.target ?? "label") by \(names.joined(separator: " and "))"
    if source.missingCount > 0 {
      text += "; \(source.missingCount) left out for a missing value"
    }
    for word in file.table.spoilt.prefix(1) {
      text +=
        "; line \(word.line), column \(word.column): “\(word.text)” is no number"
        + " (\(word.count) \(word.count == 1 ? "cell" : "cells") left out)"
    }
    return text + "."
  }
}
