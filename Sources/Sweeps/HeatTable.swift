import Lessons

extension SweepReport {
  /// The objective over two parameters.
  public struct HeatTable: Equatable, Sendable {
    /// A field of the table.
    public enum Cell: Equatable, Sendable {
      /// No configuration has these values, or none is known yet.
      case missing
      /// All that have these values diverged, or could not be run.
      case diverged
      /// All that have these values could not be run.
      case refused
      /// What is ranked by: of the one configuration, or the best of several.
      case value(Double)
    }

    /// The settings' keys: down and across.
    public let rowKey: String
    public let columnKey: String
    /// The values, or bands of values, of each.
    public let rowNames: [String]
    public let columnNames: [String]
    /// The fields, row by row.
    public let cells: [[Cell]]
  }

  /// What is ranked by over two different parameters, each configuration at the highest rung that it
  /// came to, and the best of those that differ in other parameters alone; nil if a key is none of the
  /// sweep's.
  ///
  /// - Parameters:
  ///   - rowKey: the setting that goes down.
  ///   - columnKey: the setting that goes across.
  public func heatTable(_ rowKey: String, _ columnKey: String) -> HeatTable? {
    let parameters = plan.spec.parameters
    guard let down = parameters.firstIndex(where: { $0.key == rowKey }),
      let across = parameters.firstIndex(where: { $0.key == columnKey }), down != across
    else { return nil }
    let one = Levels(rows.map { $0.values[down] }, parameters[down], bands: 8)
    let two = Levels(rows.map { $0.values[across] }, parameters[across], bands: 8)
    var found = one.names.map { _ in two.names.map { _ in [Row]() } }
    for (place, row) in rows.enumerated() {
      found[one.places[place]][two.places[place]].append(row)
    }
    let cells = found.map { line in
      line.map { rows -> HeatTable.Cell in
        guard let best = rows.map(\.cost).min() else { return .missing }
        if best < .infinity { return .value(objective.value(ofCost: best)) }
        return rows.allSatisfy(\.isRefused) ? .refused : .diverged
      }
    }
    return HeatTable(
      rowKey: rowKey, columnKey: columnKey, rowNames: one.names, columnNames: two.names,
      cells: cells)
  }
}
