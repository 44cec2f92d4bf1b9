import ArgumentParser
import Sweeps

/// `percept sweep`: many trials of a preset, to find good settings.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Try many settings of a preset, and rank them.",
    discussion: """
      “percept sweep SPEC.yaml” is short for “percept sweep run SPEC.yaml”; “percept help sweep run” \
      tells what a sweep's file says.

      Examples:
        percept sweep spiral.yaml
        percept sweep show spiral.yaml
        percept sweep show spiral.yaml --open best
      """,
    subcommands: [SweepRun.self, SweepShow.self, SweepMerge.self],
    defaultSubcommand: SweepRun.self)
}

extension Schedule.Share {
  /// A share as the command line writes it: `2/4`.
  ///
  /// - Throws: what was expected instead.
  init(written: String) throws {
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]),
      let share = Schedule.Share(number, of: count)
    else { throw ValidationError("expected I/N with I from 1 to N, as in 2/4") }
    self = share
  }
}
