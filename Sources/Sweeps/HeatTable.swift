import Lessons

extension SweepReport {
  /// The objective over two parameters.
  public struct HeatTable: Equatable, Sendable {
    /// A field of the table.
    public enum Cell: Equatable, Sendable {
      /// No configuration has these values, or none is known yet.
      case missing
      /// All that have these values diverged.
      case diverged
      /// The objective: of the one configuration, or the best or the mean of several.
      case value(Double)
    }

    /// How several configurations in one field become one number.
    public enum Reduction: String, CaseIterable, Sendable {
      case best, mean
    }

    /// The settings' keys: down and across.
    public let rowKey: String
    public let columnKey: String
    /// The values, or bands of values, of each.
    public let rowNames: [String]
    public let columnNames: [String]
    /// The fields, row by row.
    public let cells: [[Cell]]

    /// The least and the largest number in it; nil without any.
    public var range: ClosedRange<Double>? {
      let values = cells.joined().compactMap {
        if case .value(let value) = $0 { value } else { nil }
      }
      guard let low = values.min(), let high = values.max() else { return nil }
      return low...high
    }
  }

  /// The objective over two different parameters, each configuration at the highest rung that it came
  /// to; nil if a key is none of the sweep's.
  ///
  /// - Parameters:
  ///   - rowKey: the setting that goes down.
  ///   - columnKey: the setting that goes across.
  ///   - reduction: what is shown of configurations that differ in other parameters alone.
  public func heatTable(
    _ rowKey: String, _ columnKey: String, _ reduction: HeatTable.Reduction = .best
  ) -> HeatTable? {
    let parameters = plan.spec.parameters
    guard let down = parameters.firstIndex(where: { $0.key == rowKey }),
      let across = parameters.firstIndex(where: { $0.key == columnKey }), down != across
    else { return nil }
    let one = Levels(rows.map { $0.values[down] }, parameters[down], bands: 8)
    let two = Levels(rows.map { $0.values[across] }, parameters[across], bands: 8)
    var found = one.names.map { _ in two.names.map { _ in [Double]() } }
    for (place, row) in rows.enumerated() {
      found[one.places[place]][two.places[place]].append(row.cost)
    }
    let sign = plan.spec.objective.direction == .minimise ? 1.0 : -1.0
    let cells = found.map { line in
      line.map { costs -> HeatTable.Cell in
        guard !costs.isEmpty else { return .missing }
        let finite = costs.filter { $0 < .infinity }
        guard let best = finite.min() else { return .diverged }
        switch reduction {
        case .best: return .value(sign * best)
        case .mean: return .value(sign * finite.reduce(0, +) / Double(finite.count))
        }
      }
    }
    return HeatTable(
      rowKey: rowKey, columnKey: columnKey, rowNames: one.names, columnNames: two.names,
      cells: cells)
  }
}
