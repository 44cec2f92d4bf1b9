import ArgumentParser
import Foundation
import Lessons
import Studio

/// `percept check FILE…`: whether presets and exercises are what they should be.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Check presets and exercises, and prove that exercises can be passed and not walked round.",
    discussion: """
      Of every file it is checked that it can be read; a mistake is told with line and column. Of an \
      exercise it is proved that its start fails, that its recorded solution passes, and that each of \
      its near misses fails. Then start and solution are tried with other seeds of weights and order, \
      to tell how robust it is, and warnings tell what might be better.

      The exit status is 0 if all is proved, 1 if something is not, and 2 for a file that can't be \
      read.

      Examples:
        percept check my-exercise.yaml
        percept check --all --quick
      """)

  @Argument(
    help: ArgumentHelp("YAML files of presets or exercises.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var files: [String] = []

  @Flag(help: "Check all presets and exercises that come with the program.")
  var all = false

  @Flag(help: "Leave out the other seeds.")
  var quick = false

  @Option(help: "How many other seeds are tried.")
  var seeds = 20

  func validate() throws {
    guard all != !files.isEmpty else {
      throw ValidationError("expected files, or --all for those that come with the program")
    }
    guard (0...1000).contains(seeds) else {
      throw ValidationError("--seeds \(seeds): expected a whole number from 0 to 1000")
    }
  }

  func run() throws {
    var (proved, unproved, valid, unread) = (0, 0, 0, 0)
    for path in all ? try Self.allFiles() : files {
      do {
        guard let report = try report(path) else {
          valid += 1
          continue
        }
        // Told at once: the next one may take a while.
        try Output.write(lines: report.lines)
        if report.check.isProved { proved += 1 } else { unproved += 1 }
        // A line that says nothing is a mistake of the file, as any other.
        if !report.check.problems.isEmpty { unread += 1 }
      } catch {
        unread += 1
        Percept.complain((error as? Failure)?.message ?? error.localizedDescription)
      }
    }
    let counts = [
      (proved, "proved"), (unproved, "not proved"), (valid, "valid preset\(valid == 1 ? "" : "s")"),
      (unread, "with mistakes"),
    ]
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    try Output.write(lines: [words + "."])
    guard unread == 0, unproved == 0 else { throw ExitCode(unread > 0 ? 2 : 1) }
  }

  /// What there is to say of a file; nil of a preset, of which it is enough that it can be read.
  private func report(_ path: String) throws -> ExerciseReport? {
    guard Exercise.isExercise(yaml: try TextFile.read(path)) else {
      _ = try PresetLibrary.read(path)
      return nil
    }
    let exercise = try ExerciseFile.read(path)
    guard ExerciseFile.isName(exercise.name) else {
      throw Failure(
        message: "\(path): an exercise's file is named with small letters, digits and hyphens")
    }
    return ExerciseReport(
      path: path, check: ExerciseCheck(exercise, seeds: quick ? 0 : seeds))
  }

  private static func allFiles() throws -> [String] {
    let presets = try PresetLibrary.ofThisProgram().items().map(\.path)
    let folder = try GradeCommand.usualFolder()
    guard FileBytes.isFolder(folder) else { return presets }
    return presets + (try ExerciseSet(folder: folder).paths())
  }
}
