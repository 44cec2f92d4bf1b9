import ArgumentParser
import Foundation
import Lessons

/// `percept new`: files to begin with.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a file to begin with.",
    discussion: """
      Example:
        percept new exercise a6-my-lesson
      """,
    subcommands: [NewExercise.self, NewSchema.self])
}

/// `percept new exercise NAME`: a commented exercise.
struct NewExercise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise",
    abstract: "Write an exercise with every key explained.",
    discussion: """
      It is an exercise that works: try it, change it, and let “percept check” look at it after each \
      change. A file that is there is never written over.

      Examples:
        percept new exercise a6-my-lesson
        percept check a6-my-lesson.yaml
      """)

  @Argument(
    help: ArgumentHelp(
      "The exercise's name (small letters, digits and hyphens), or the path of a file.",
      valueName: "name"))
  var name = "my-exercise"

  @OptionGroup
  var talk: TalkOptions

  func run() throws {
    let path = name.hasSuffix(".yaml") ? name : name + ".yaml"
    let stem = ExerciseFile.name(of: path)
    guard ExerciseFile.isName(stem) else {
      throw Failure(
        message: "“\(name)” is no name of an exercise: expected small letters, digits and hyphens")
    }
    let schema = PresetLibrary.ofThisProgram().folder.map { $0 + "/" + NewSchema.fileName }
    try NewFile.write(Array(ExerciseTemplate.text(schema: schema).utf8), to: path)
    talk.say("Written: \(path). Check it with: percept check \(path)")
  }
}

/// `percept new schema`: the JSON Schema of presets and exercises.
struct NewSchema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of presets and exercises, for editors.",
    discussion: """
      An editor that knows it completes keys and marks mistakes while a file is written. For editors \
      with the YAML language server, a file's first line names it:
        # yaml-language-server: $schema=exercise.schema.json

      Example:
        percept new schema > exercise.schema.json
      """)

  /// Its name beside the presets.
  static let fileName = "exercise.schema.json"

  func run() throws {
    try Output.write(FormatSchema.json.page)
  }
}
