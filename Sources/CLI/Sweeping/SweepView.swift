import Drawing
import Lessons
import Sweeps

/// What a sweep has found, as texts for people: ranking, importance of the parameters, rungs.
struct SweepView {
  let report: SweepReport
  let schedule: Schedule
  /// The rows in the order in which they are shown.
  let rows: [SweepReport.Row]
  /// What they are ordered by, if that is not the objective.
  let measure: Measure?

  /// How many configurations are shown if nobody says.
  static let usualTop = 20

  /// - Parameter measure: what to rank by instead of the objective, by its mean over the seeds.
  init(_ report: SweepReport, _ schedule: Schedule, by measure: Measure? = nil) {
    self.report = report
    self.schedule = schedule
    self.measure = measure
    guard let measure else {
      rows = report.rows
      return
    }
    let rising = SweepObjective.usualDirection(of: measure) == .minimise
    let ranked = report.rows.map { row -> (row: SweepReport.Row, cost: Double) in
      let mean = Self.spread(of: measure, row, schedule).mean
      return (row, mean.isNaN || row.divergedCount > 0 ? .infinity : rising ? mean : -mean)
    }
    rows = ranked.sorted {
      ($1.row.rung, $0.cost, $0.row.rank) < ($0.row.rung, $1.cost, $1.row.rank)
    }.map(\.row)
  }

  private var spec: SweepSpec { report.plan.spec }

  /// The last words of the parameters' keys, or all of them where the last ones are not enough.
  static func names(of parameters: [SweepParameter]) -> [String] {
    let short = parameters.map { $0.key.split(separator: ".").last.map(String.init) ?? $0.key }
    return zip(parameters, short).map { parameter, name in
      short.count { $0 == name } > 1 ? parameter.key : name
    }
  }

  /// What the sweep is, and how far.
  var heading: String {
    let (done, all) = schedule.jobs
    let diverged = schedule.results.values.count { $0.state == .diverged }
    var line = "\(done) of \(all) trials"
    if spec.replicates.count > 1 { line += ", \(spec.replicates.count) seeds each" }
    if diverged > 0 { line += ", \(diverged) diverged" }
    let title =
      measure.map { "ranked by \($0.words), mean over the seeds" } ?? "ranked by \(report.title)"
    return "\(GradeColumns.plain(spec.name)): \(line)\n\(title)\n"
  }

  // MARK: The ranking

  /// The table of the best configurations.
  ///
  /// - Parameter width: the columns that there are; nil without a limit.
  func ranking(top: Int, width: Int?) -> String {
    let isMany = spec.replicates.count > 1
    let hasRungs = spec.rungs.count > 1
    let shown = measure ?? spec.objective.measure
    var columns = [
      TextTable.Column(name: "rank", isNumber: true), .init(name: "trial", isNumber: true),
    ]
    columns += Self.names(of: spec.parameters).map { .init(name: $0, isNumber: true) }
    columns.append(.init(name: shown.rawValue, isNumber: true))
    if isMany {
      columns.append(.init(name: "±", isNumber: true))
      columns.append(.init(name: "least", isNumber: true, isOptional: true))
      columns.append(.init(name: "median", isNumber: true, isOptional: true))
      columns.append(.init(name: "largest", isNumber: true, isOptional: true))
    }
    if hasRungs { columns.append(.init(name: "epochs", isNumber: true)) }
    columns.append(.init(name: ""))
    var table = TextTable(columns)
    for (place, row) in rows.prefix(top).enumerated() {
      let spread = spread(row)
      var cells = ["\(place + 1)", "\(row.configuration + 1)"]
      cells += row.values.map { $0.map(GradeColumns.plain) ?? "–" }
      cells.append(number(spread.mean, row))
      if isMany {
        cells.append(spread.count < 2 ? "" : format(spread.deviation, significantDigits: 2))
        cells += [spread.minimum, spread.median, spread.maximum].map { number($0, row) }
      }
      if hasRungs { cells.append("\(row.epochs)") }
      cells.append(Self.note(row, seeds: spec.replicates.count))
      table.add(cells)
    }
    var lines = table.lines(width: width)
    if rows.count > top { lines.append("… \(rows.count - top) more") }
    return rows.isEmpty ? "No trial is finished yet.\n" : lines.map { $0 + "\n" }.joined()
  }

  private func number(_ value: Double, _ row: SweepReport.Row) -> String {
    value.isNaN ? (row.divergedCount > 0 ? "×" : "–") : format(value, significantDigits: 4)
  }

  private static func note(_ row: SweepReport.Row, seeds: Int) -> String {
    if !row.reason.isEmpty { return "could not be run" }
    if row.divergedCount == 0 { return "" }
    return seeds == 1 || row.divergedCount == seeds
      ? "diverged" : "\(row.divergedCount) of \(seeds) diverged"
  }

  /// Where the seeds of a configuration lie, of what is ranked by.
  func spread(_ row: SweepReport.Row) -> Spread {
    measure.map { Self.spread(of: $0, row, schedule) } ?? row.spread
  }

  private static func spread(
    of measure: Measure, _ row: SweepReport.Row, _ schedule: Schedule
  ) -> Spread {
    Spread(
      schedule.results(of: row.configuration, rung: row.rung)
        .compactMap { $0?.value(of: measure) }.filter { !$0.isNaN })
  }

  // MARK: The parameters and the rungs

  /// How much depends on each parameter, with a bar.
  func importances(width: Int?) -> String {
    let found = report.importances
    guard !found.isEmpty else { return "" }
    let names = Self.names(of: spec.parameters)
    var table = TextTable([
      .init(name: "importance"), .init(name: "", isNumber: true), .init(name: ""),
      .init(name: "by chance", isNumber: true, isOptional: true), .init(name: "best"),
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
      + "Importance: the share of the ranks' variance that one parameter explains.\n"
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
    let lines = SweepReport.rungTable(schedule)
    for (place, line) in lines.enumerated() {
      table.add([
        "\(place + 1)", "\(line.epochs)", "\(line.entered)", "\(line.known)",
        place == lines.count - 1 ? "" : "\(line.promoted)",
        line.agreement.map { format($0, decimals: 2) } ?? "",
      ])
    }
    var text = table.lines(width: width).map { $0 + "\n" }.joined()
    text +=
      "Order kept: 1 if those who went on stand in the same order at the next rung, -1 reversed.\n"
    return text
  }
}
