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
        percept check my-exercise.yaml --json
      """)

  @Argument(
    help: ArgumentHelp("YAML files of presets or exercises.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var files: [String] = []

  @Flag(help: "Check all presets and exercises that come with the program.")
  var all = false

  @Flag(help: "Leave out the other seeds.")
  var quick = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many other seeds are tried.", valueName: "n"),
    transform: WrittenNumber.whole(0...1000))
  var seeds = 20

  @Flag(help: "Print JSON instead of text: path, verdict, what was found and warnings of each.")
  var json = false

  @OptionGroup
  var talk: TalkOptions

  func validate() throws {
    guard all != !files.isEmpty else {
      throw ValidationError("expected files, or --all for those that come with the program")
    }
    guard (0...1000).contains(seeds) else {
      throw ValidationError("--seeds \(seeds): expected a whole number from 0 to 1000")
    }
  }

  func run() throws {
    var checked: [CheckedFile] = []
    for path in all ? try Self.allFiles() : files {
      let file: CheckedFile
      do {
        file = CheckedFile(path: path, report: try report(path))
      } catch {
        let problem = (error as? Failure)?.message ?? error.localizedDescription
        Percept.complain(problem)
        file = CheckedFile(path: path, problem: problem)
      }
      // Told at once: the next one may take a while.
      if !json { try Output.write(lines: file.report?.lines ?? []) }
      checked.append(file)
    }
    if json { try Output.write(JSON.list(checked.map(\.json)).page) }
    talk.say(CheckedFile.summary(checked))
    if checked.contains(where: \.hasMistake) { throw ExitCode(2) }
    if checked.contains(where: { $0.verdict == .notProved }) { throw ExitCode(1) }
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
