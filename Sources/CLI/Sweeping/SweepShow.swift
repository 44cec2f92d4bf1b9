import ArgumentParser
import Drawing
import Foundation
import Lessons
import Sweeps
import Terminal

/// `percept sweep show STORE`: what a sweep has found.
struct SweepShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what a sweep has found, and open its trials.",
    discussion: """
      It tells the ranking with the mean and the spread over the seeds, how much depends on each \
      parameter, the objective over two of them, and what successive halving did; while the sweep \
      runs, too. In the heat map × is what diverged, ! could not be run, · was not tried; ++ stands \
      for the best fifth of the values and -- for the worst. Seeds are numbered from 1: 12.3 is \
      trial 12 with its third seed.

      Examples:
        percept sweep show spiral.yaml
        percept sweep show s.sweep.jsonl --heat training.learning-rate,network.hidden
        percept sweep show spiral.yaml --top 50 --by test-accuracy
        percept sweep show spiral.yaml --export csv > trials.csv
        percept sweep show spiral.yaml --trial 12
        percept sweep show spiral.yaml --open best
        percept sweep show spiral.yaml --preset best > best.yaml
      """)

  private static let measureNames = SweepObjective.measures.map(\.rawValue)

  /// What other programs read.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case csv
  }

  @Argument(help: "A store, or the sweep's file that it lies beside.", completion: .file())
  var store: String

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many configurations to show.", valueName: "n"),
    transform: WrittenNumber.whole(1...SweepSpec.configurationLimit))
  var top = SweepView.usualTop

  @Option(
    help: ArgumentHelp(
      "Rank everything by another measure at the end: \(measureNames.joined(separator: ", ")).",
      valueName: "measure"), completion: .list(measureNames))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "The parameters of the heat map, down and across; the two most important if not given.",
      valueName: "key,key"))
  var heat: String?

  @Option(help: "Print all trials for a spreadsheet: csv.")
  var export: Form?

  @Flag(help: "Print JSON instead of tables.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Show one trial, and the commands to repeat it; 12.3 is trial 12 with its third seed.",
      valueName: "id"))
  var trial: String?

  @Option(
    help: ArgumentHelp("Open a trial in the playground: its number, or best.", valueName: "id"))
  var open: String?

  @Option(
    help: ArgumentHelp("Print a trial as a preset's file: its number, or best.", valueName: "id"))
  var preset: String?

  @Option(help: "Colours of the heat map: auto, direct, 256, 16, 8 or mono.")
  var color: ColorChoice = .auto

  @Option(help: "Which colours stand for what, as in the playground.")
  var theme: Theme?

  @OptionGroup
  var talk: TalkOptions

  func validate() throws {
    let wishes = [
      export.map { _ in "--export" }, json ? "--json" : nil, trial.map { _ in "--trial" },
      open.map { _ in "--open" }, preset.map { _ in "--preset" },
    ].compactMap { $0 }
    guard wishes.count < 2 else {
      throw ValidationError("\(wishes.joined(separator: " and ")) exclude each other")
    }
    if let by, SweepObjective.measure(named: by) == nil {
      let names = Self.measureNames
      throw ValidationError(
        "--by \(by): expected one of \(names.joined(separator: ", "))"
          + suggestion(for: by, among: names))
    }
  }

  func run() throws {
    let (sweep, store, remark) = try StoredSweep.sweep(try path())
    if let remark { talk.remark(remark) }
    let report = SweepTrials.report(
      of: sweep, store, by: by.flatMap { SweepObjective.measure(named: $0) })
    if let by, report.rows.contains(where: { $0.divergedCount == 0 }),
      report.rows.allSatisfy({ $0.cost == .infinity })
    {
      throw Failure(message: "--by \(by): the trials of this sweep have no such measure")
    }
    if let open {
      return try Play.parse([]).run(SweepTrial(open, in: sweep, report).opening())
    }
    try Output.write(text(sweep, report))
  }

  /// The store; says so if there is none yet.
  private func path() throws -> String {
    guard SweepFile.isSpec(store) else { return store }
    let path = SweepFile.usualStore(of: store)
    guard StateFile.exists(store), !StateFile.exists(path) else {
      return StateFile.exists(path) ? path : store
    }
    throw Failure(
      message: "\(path): this sweep has not been run yet; percept sweep \(ShellWord.quoted(store))"
        + " runs it")
  }

  private func text(_ sweep: SweepFile, _ report: SweepReport) throws -> String {
    let view = SweepView(report)
    let width = StandardStream.output.columns
    if export != nil { return SweepReport.csv(report.schedule) }
    if json { return view.json }
    if let trial { return try SweepTrial(trial, in: sweep, report).card(of: store, width: width) }
    if let preset { return try SweepTrial(preset, in: sweep, report).yaml() }
    let parts = [
      view.heading(width: width) + view.title(width: width),
      view.ranking(top: top, width: width), view.importances(width: width),
      try heatMap(view, width: width), view.rungs(width: width),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The map over the two parameters that were asked for, or the most important ones; empty where there
  /// are not two.
  private func heatMap(_ view: SweepView, width: Int?) throws -> String {
    let keys = try heatKeys(view)
    guard keys.count == 2, let table = view.report.heatTable(keys[0], keys[1]) else { return "" }
    let environment = ProcessInfo.processInfo.environment
    let preferences = PreferencesFile(path: UserFolder.settings(environment)).preferences
    let capabilities = Capabilities(
      depth: TableColors.depth(
        color.depth, isTerminal: StandardStream.output.isTerminal, environment: environment),
      glyphs: .braille, theme: theme ?? preferences.theme ?? .playground,
      ground: preferences.background ?? .unknown)
    return SweepHeatMap(
      table, of: view.report, capabilities: capabilities, width: width ?? 100
    ).text
  }

  private func heatKeys(_ view: SweepView) throws -> [String] {
    let keys = view.report.plan.spec.parameters.map(\.key)
    guard let heat else {
      let important = view.report.importances.prefix(2).map(\.key)
      // Down and across as in the file, whichever is the more important.
      return important.count == 2 ? keys.filter(important.contains) : []
    }
    let asked = heat.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard asked.count == 2, asked[0] != asked[1] else {
      throw Failure(
        message: "--heat \(heat): expected two parameters of \(keys.joined(separator: ", "))")
    }
    return try asked.map { name in
      let found = keys.filter { $0 == name || $0.hasSuffix("." + name) }
      guard found.count == 1 else {
        throw Failure(
          message: "--heat \(heat): “\(name)” is none of \(keys.joined(separator: ", "))"
            + suggestion(for: name, among: keys))
      }
      return found[0]
    }
  }
}
