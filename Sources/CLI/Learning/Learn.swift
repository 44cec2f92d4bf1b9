import ArgumentParser
import Foundation
import Labs
import Lessons
import Studio
import Terminal

/// `percept learn`: the exercises.
struct Learn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Work through the exercises.",
    discussion: """
      Without a name it lists the exercises with the progress made; enter opens one. How far you are \
      is kept in $XDG_STATE_HOME/percept/progress.json (usually ~/.local/state/percept), and every \
      attempt is written to a file in the folder “submissions” beside it, to be handed in.

      Examples:
        percept learn
        percept learn e3
        percept learn my-exercise.yaml
        percept learn --exercises my-set --student anna
      """)

  @Argument(
    help: ArgumentHelp(
      "An exercise's name, the beginning of one, or its file; it is opened at once.",
      valueName: "exercise"), completion: Candidates.exercises)
  var exercise: String?

  @Option(
    help: ArgumentHelp(
      "The folder of the exercises; those that come with Percept if not given.",
      valueName: "folder"), completion: .directory)
  var exercises: String?

  @Option(
    help: ArgumentHelp("Who learns, for the submissions; the login's name if not given."))
  var student: String?

  @Option(
    help: ArgumentHelp("Where submissions are written.", valueName: "folder"),
    completion: .directory)
  var submissions: String?

  @OptionGroup
  var look: LookOptions

  func validate() throws {
    if let student {
      guard !student.allSatisfy(\.isWhitespace), student.count <= Submission.nameLimit else {
        throw ValidationError("--student: expected a name of 1 to \(Submission.nameLimit) letters")
      }
    }
    if let exercises, !FileBytes.isFolder(exercises) {
      throw ValidationError("--exercises \(exercises): there is no such folder")
    }
  }

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let library = PresetLibrary.ofThisProgram()
    var learning = LearningFiles(
      exercises.map { ExerciseLibrary(folder: $0) } ?? ExerciseLibrary(besidePresets: library),
      student: student, submissions: submissions, environment: environment)
    let opened = try exercise.map { try learning.openNamed($0) }
    let files = learning
    let status = try MainActor.assumeIsolated {
      try show(opened, files, library, environment)
    }
    if status != 0 { Foundation.exit(status) }
  }

  @MainActor
  private func show(
    _ opened: (homework: Homework, note: String)?, _ learning: LearningFiles,
    _ library: PresetLibrary, _ environment: [String: String]
  ) throws -> Int32 {
    let preferences = PreferencesFile(path: UserFolder.settings(environment))
    var app = App(
      Session(Preset()), library: library.entries,
      hasMouse: look.screen(preferences.preferences, environment: environment).mouse,
      classroom: learning.classroom)
    if let opened {
      _ = app.update(.begun(opened.homework, note: opened.note))
    } else {
      app.showExercises()
    }
    var outside = PlayFiles(library: library, preferences: preferences, learning: learning)
    // The last session of free play stays what it is.
    return try Stage(look: look, environment: environment).show(&app, outside: &outside) { _ in }
  }
}
