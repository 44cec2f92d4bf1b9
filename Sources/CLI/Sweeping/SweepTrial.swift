import Drawing
import Lessons
import Sweeps

/// One configuration of a sweep with one of its seeds, as the command line names it: `12` for the first
/// seed of trial 12, `12.3` for its third.
struct SweepTrial {
  let configuration: Int
  let replicate: Int
  private let plan: SweepPlan
  private let base: String

  /// The trial of a name; `best` is the first of the ranking.
  init(_ name: String, in sweep: SweepFile, _ view: SweepView) throws {
    plan = view.report.plan
    base = sweep.base
    let seeds = plan.spec.replicates.count
    if name == "best" {
      guard let best = view.rows.first, best.cost < .infinity else {
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

  /// The words after a command's name that begin with this trial: the preset, and every setting that is
  /// another.
  func arguments() throws -> [String] {
    let start = try PresetLibrary.ofThisProgram().preset(base).texts
    let texts = try preset().texts.filter { text in
      text.key != "title" && text.key != "description"
        && !start.contains { $0.key == text.key && $0.text == text.text }
    }
    return [base] + texts.flatMap { ["--set", "\($0.key)=\($0.text)"] }
  }

  /// What it is and what came of it, and how to have it again.
  func card(_ schedule: Schedule) throws -> String {
    let spec = plan.spec
    var lines = ["trial \(configuration + 1)"]
    for value in plan.values(of: configuration) {
      lines.append("  \(value.key): \(GradeColumns.plain(value.text))")
    }
    let rung = schedule.rungs.last { rung in
      schedule.results(of: configuration, rung: rung.place).contains { $0 != nil }
    }
    var table = TextTable(
      [.init(name: "seed", isNumber: true), .init(name: "state")]
        + (["epochs"] + SweepObjective.measures.map(\.rawValue)).map {
          .init(name: $0, isNumber: true)
        })
    let results = schedule.results(of: configuration, rung: rung?.place ?? 0)
    for (seed, result) in zip(spec.replicates, results) {
      table.add(
        [seed.text, result?.state.rawValue ?? "not run yet", result.map { "\($0.epochs)" } ?? ""]
          + SweepObjective.measures.map { measure in
            let value = result?.value(of: measure) ?? .nan
            return value.isNaN ? "–" : format(value, significantDigits: 4)
          })
    }
    lines += [""] + table.lines(width: nil)
    if let reason = results.lazy.compactMap({ $0?.reason }).first(where: { !$0.isEmpty }) {
      return (lines + ["", "It can't be run: \(reason)"]).map { $0 + "\n" }.joined()
    }
    let words = try arguments().map(ShellWord.quoted).joined(separator: " ")
    let seed = spec.replicates.count > 1 ? " with seed \(spec.replicates[replicate].text)" : ""
    lines += ["", "Train it again\(seed):"]
    lines.append("  percept train \(words) --epochs \(rung?.epochs ?? spec.epochs)")
    lines += ["Play with it:", "  percept play \(words)"]
    return lines.map { $0 + "\n" }.joined()
  }
}
