import Drawing
import Lessons
import Sweeps

/// What a sweep has found, as texts for people: ranking, importance of the parameters, rungs.
struct SweepView {
  let report: SweepReport

  /// How many configurations are shown if nobody says.
  static let usualTop = 20

  init(_ report: SweepReport) { self.report = report }

  private var spec: SweepSpec { report.plan.spec }

  /// The last words of the parameters' keys, or all of them where the last ones are not enough.
  static func names(of parameters: [SweepParameter]) -> [String] {
    let short = parameters.map { $0.key.split(separator: ".").last.map(String.init) ?? $0.key }
    return zip(parameters, short).map { parameter, name in
      short.count { $0 == name } > 1 ? parameter.key : name
    }
  }

  /// What the sweep is, and how far.
  func heading(width: Int?) -> String {
    func count(_ state: TrialResult.State) -> Int {
      report.schedule.results.values.count { $0.state == state }
    }
    var line = report.schedule.count
    if spec.replicates.count > 1 { line += ", \(spec.replicates.count) seeds each" }
    if count(.diverged) > 0 { line += ", \(count(.diverged)) diverged" }
    if count(.failed) > 0 { line += ", \(count(.failed)) could not be run" }
    return Self.wrapped("\(GradeColumns.plain(spec.name)): \(line)", width)
  }

  /// What the ranking goes by.
  func title(width: Int?) -> String { Self.wrapped("ranked by \(report.title)", width) }

  private static func wrapped(_ text: String, _ width: Int?) -> String {
    (width.map { wrap(text, width: $0) } ?? [text]).map { $0 + "\n" }.joined()
  }

  // MARK: The ranking

  /// The table of the best configurations: what they are ranked by stands before the rest of its spread.
  ///
  /// - Parameter width: the columns that there are; nil without a limit.
  func ranking(top: Int, width: Int?) -> String {
    let rows = report.rows
    guard !rows.isEmpty else { return "No trial is finished yet.\n" }
    var table = TextTable(rankingColumns)
    for row in rows.prefix(top) { table.add(cells(row)) }
    var lines = table.lines(width: width)
    if rows.count > top { lines.append("… \(rows.count - top) more") }
    return lines.map { $0 + "\n" }.joined()
  }

  private var hasRungs: Bool { spec.rungs.count > 1 }

  private var rankingColumns: [TextTable.Column] {
    var columns = [
      TextTable.Column(name: "rank", isNumber: true), .init(name: "trial", isNumber: true),
    ]
    columns += Self.names(of: spec.parameters).map {
      .init(name: $0, isNumber: true, isFlexible: true)
    }
    if spec.replicates.count > 1 {
      let isMean = report.objective.reduction == .mean
      columns.append(.init(name: isMean ? "mean" : "median", isNumber: true))
      columns.append(.init(name: "±", isNumber: true))
      columns.append(.init(name: "least", isNumber: true, isOptional: true))
      columns.append(.init(name: "largest", isNumber: true, isOptional: true))
      columns.append(.init(name: isMean ? "median" : "mean", isNumber: true, isOptional: true))
    } else {
      columns.append(.init(name: report.objective.measure.rawValue, isNumber: true))
    }
    if hasRungs { columns.append(.init(name: "epochs", isNumber: true)) }
    return columns + [.init(name: "")]
  }

  private func cells(_ row: SweepReport.Row) -> [String] {
    var cells = ["\(row.rank)", "\(row.configuration + 1)"]
    cells += row.values.map { $0.map(GradeColumns.plain) ?? "–" }
    cells.append(number(report.objective.value(ofCost: row.cost), row))
    if spec.replicates.count > 1 {
      let spread = row.spread
      cells.append(spread.count < 2 ? "" : format(spread.deviation, significantDigits: 2))
      let other = report.objective.reduction == .mean ? spread.median : spread.mean
      cells += [spread.minimum, spread.maximum, other].map { number($0, row) }
    }
    if hasRungs { cells.append("\(row.epochs)") }
    return cells + [Self.note(row, seeds: spec.replicates.count)]
  }

  private func number(_ value: Double, _ row: SweepReport.Row) -> String {
    guard value.isNaN else { return format(value, significantDigits: 4) }
    return row.isRefused ? "!" : row.divergedCount > 0 ? "×" : "–"
  }

  private static func note(_ row: SweepReport.Row, seeds: Int) -> String {
    if row.isRefused { return "could not be run" }
    if row.divergedCount == 0 { return "" }
    return seeds == 1 || row.divergedCount == seeds
      ? "diverged" : "\(row.divergedCount) of \(seeds) diverged"
  }

  // MARK: The parameters and the rungs

  /// How much depends on each parameter, with a bar.
  func importances(width: Int?) -> String {
    let found = report.importances
    guard !found.isEmpty else { return "" }
    let names = Self.names(of: spec.parameters)
    var table = TextTable([
      .init(name: "importance"), .init(name: "", isNumber: true), .init(name: ""),
      .init(name: "by chance", isNumber: true, isOptional: true), .init(name: "best on average"),
    ])
    for importance in found {
      let name = zip(spec.parameters, names).first { $0.0.key == importance.key }?.1
      let share = min(max(importance.share, 0), 1)
      table.add([
        name ?? importance.key, Self.percent(share),
        String(repeating: "#", count: Int((share * 20).rounded())),
        Self.percent(importance.chance), importance.best,
      ])
    }
    return table.lines(width: width).map { $0 + "\n" }.joined()
      + Self.wrapped(
        "Importance: the share of the ranks' variance that one parameter explains; best on average: its"
          + " value with the best mean rank, which need not be the winner's.", width)
  }

  private static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "" }
    return "\(Int((min(max(share, 0), 1) * 100).rounded())) %"
  }

  /// What successive halving did; empty for other sweeps.
  func rungs(width: Int?) -> String {
    guard spec.rungs.count > 1 else { return "" }
    var table = TextTable([
      .init(name: "rung", isNumber: true), .init(name: "epochs", isNumber: true),
      .init(name: "came", isNumber: true), .init(name: "known", isNumber: true),
      .init(name: "went on", isNumber: true), .init(name: "order kept", isNumber: true),
    ])
    let lines = report.rungTable
    for (place, line) in lines.enumerated() {
      table.add([
        "\(place + 1)", "\(line.epochs)", "\(line.entered)", "\(line.known)",
        place == lines.count - 1 ? "" : "\(line.promoted)",
        line.agreement.map { format($0, decimals: 2) } ?? "",
      ])
    }
    return table.lines(width: width).map { $0 + "\n" }.joined()
      + Self.wrapped(
        "Order kept: 1 if those who went on stand in the same order at the next rung, -1 reversed.",
        width)
  }
}
