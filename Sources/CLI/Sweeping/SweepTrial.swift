import Drawing
import Lessons
import Sweeps

/// One configuration of a sweep with one of its seeds, as the command line names it: `12` for the first
/// seed of trial 12, `12.3` for its third.
struct SweepTrial {
  let configuration: Int
  let replicate: Int
  private let sweep: SweepFile
  private let report: SweepReport

  private var plan: SweepPlan { report.plan }

  /// The trial of a name; `best` is the first of the ranking.
  init(_ name: String, in sweep: SweepFile, _ report: SweepReport) throws {
    self.sweep = sweep
    self.report = report
    let plan = report.plan
    let seeds = plan.spec.replicates.count
    if name == "best" {
      guard let best = report.rows.first, best.cost < .infinity else {
        throw Failure(message: "there is no best trial yet: none has come to its end")
      }
      (configuration, replicate) = (best.configuration, 0)
      return
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let first = parts[0], (1...plan.count).contains(first),
      let second = parts.count == 1 ? 1 : parts[1], (1...seeds).contains(second)
    else {
      throw Failure(
        message: "there is no trial “\(name)”; expected best, a number from 1 to \(plan.count)"
          + (seeds > 1 ? ", or one with a seed from 1 to \(seeds) as in 1.\(seeds)" : ""))
    }
    (configuration, replicate) = (first - 1, second - 1)
  }

  /// The start of the trial.
  func preset() throws -> Preset {
    do {
      return try plan.preset(of: configuration, replicate: replicate)
    } catch {
      throw Failure(message: "trial \(configuration + 1) can't be run: \(error)")
    }
  }

  /// The start of the trial as the text of a preset's file, which can be read from this folder.
  func yaml() throws -> String {
    var preset = try preset()
    if let file = preset.data.file { preset.data.file = try sweep.located(file) }
    return try PresetYAML.text(of: preset)
  }

  /// The start of the trial for the playground, with its number in the title and its result to tell.
  func opening() throws -> Opening {
    var preset = try preset()
    preset.title += " · trial \(configuration + 1)"
    return Opening(preset: preset, remarks: [notice])
  }

  /// `Trial 14, seed 1: test loss 0.4628 after 150 epochs in the sweep.`
  private var notice: String {
    let name =
      "Trial \(configuration + 1)"
      + (plan.spec.replicates.count > 1 ? ", seed \(replicate + 1)" : "")
    guard let (rung, results) = known, let result = results[replicate] else {
      return "\(name): the sweep has not run it yet."
    }
    guard result.state == .complete else {
      return "\(name): it diverged in the sweep, after \(result.epochs) epochs."
    }
    let objective = plan.spec.objective
    let value = format(result.objective, significantDigits: 4)
    let when =
      objective.moment == .last
      ? "after \(result.epochs) epochs" : "at epoch \(result.measuredAt) of \(rung.epochs)"
    let text = "\(name): \(objective.measure.words) \(value) \(when)"
    return columnWidth(text) <= 64 ? text + " in the sweep." : text + "."
  }

  /// The results at the highest rung at which one is known; nil if none is.
  private var known: (rung: Rung, results: [TrialResult?])? {
    let schedule = report.schedule
    for rung in schedule.rungs.reversed() {
      let results = schedule.results(of: configuration, rung: rung.place)
      if results.contains(where: { $0 != nil }) { return (rung, results) }
    }
    return nil
  }

  /// The words after a command's name that begin with this trial: the preset, and every setting that is
  /// another.
  private func arguments() throws -> [String] {
    let start = try PresetLibrary.ofThisProgram().preset(sweep.base).texts
    let own = try preset()
    let texts = own.texts.filter { text in
      text.key != "title" && text.key != "description"
        && !start.contains { $0.key == text.key && $0.text == text.text }
    }
    return [sweep.base] + texts.flatMap { ["--set", "\($0.key)=\($0.text)"] }
  }

  /// What it is and what came of it, and how to have it again.
  ///
  /// - Parameters:
  ///   - store: the store or the sweep's file, as it was typed.
  ///   - width: the columns that there are; nil without a limit. Commands are never cut.
  func card(of store: String, width: Int?) throws -> String {
    let spec = plan.spec
    var lines = ["trial \(configuration + 1)"]
    for value in plan.values(of: configuration) {
      lines.append("  \(value.key): \(GradeColumns.plain(value.text))")
    }
    let known = known
    let results = known?.results ?? spec.replicates.map { _ in nil }
    lines += [""] + table(results).lines(width: width)
    if let reason = results.lazy.compactMap({ $0?.reason }).first(where: { !$0.isEmpty }) {
      return (lines + ["", "It can't be run: \(reason)"]).map { $0 + "\n" }.joined()
    }
    var words = try arguments().map(ShellWord.quoted).joined(separator: " ")
    let seed = spec.replicates.count > 1 ? " with seed \(replicate + 1)" : ""
    lines += ["", "Train it again\(seed):"]
    // Under its name an exercise begins with weights of its own, and no trial does.
    if sweep.remark != nil {
      words = "trial-\(configuration + 1).yaml"
      let name = "\(configuration + 1)" + (replicate > 0 ? ".\(replicate + 1)" : "")
      lines.append(
        "  percept sweep show \(ShellWord.quoted(store)) --preset \(name) > \(words)")
    }
    lines.append("  percept train \(words) --epochs \(known?.rung.epochs ?? spec.epochs)")
    lines += ["Play with it:", "  percept play \(words)"]
    return lines.map { $0 + "\n" }.joined()
  }

  /// A line for each seed, its number before the seed itself, with all that was measured.
  private func table(_ results: [TrialResult?]) -> TextTable {
    var table = TextTable(
      [
        .init(name: "seed", isNumber: true), .init(name: "state"),
        .init(name: "epochs", isNumber: true),
      ]
        + SweepObjective.measures.map {
          .init(name: $0.rawValue, isNumber: true, isFlexible: true)
        })
    for (place, result) in results.enumerated() {
      let seed = plan.networkSeed(of: configuration, replicate: place)
      table.add(
        [
          "\(place + 1): \(seed)", result?.state.rawValue ?? "not run yet",
          result.map { "\($0.epochs)" } ?? "",
        ]
          + SweepObjective.measures.map { measure in
            let value = result?.value(of: measure) ?? .nan
            return value.isNaN ? "–" : format(value, significantDigits: 4)
          })
    }
    return table
  }
}
