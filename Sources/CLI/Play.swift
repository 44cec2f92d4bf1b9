import ArgumentParser
import Foundation
import Labs
import Lessons
import Studio
import Terminal

/// `percept [PRESET]`: the playground.
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Open the playground, or a preset in it.",
    discussion: """
      Examples:
        percept
        percept spiral
        percept measurements.csv --set data.target=species
        percept my-lesson.yaml --set training.learning-rate=0.1
        percept 'https://playground.tensorflow.org/#activation=relu&dataset=xor'
        percept spiral --checkpoint spiral.percept
        percept xor --plain < commands.txt
      """)

  @OptionGroup
  var start: StartOptions

  @OptionGroup
  var files: StateFiles

  @Flag(help: "Go on with the session that was left last.")
  var resume = false

  @OptionGroup
  var look: LookOptions

  @Option(
    help: ArgumentHelp("Record the session as an asciinema cast.", valueName: "file"),
    completion: .file(extensions: ["cast"]))
  var record: String?

  @Flag(help: "Let --record replace a file that is there.")
  var force = false

  @Flag(
    help: """
      Read commands as lines and tell in lines what they do, for screen readers, pipes and logs; \
      “help” lists them.
      """)
  var plain = false

  @OptionGroup
  var talk: TalkOptions

  func validate() throws {
    try FileName.check([("--record", record)])
    guard !plain || record == nil else {
      throw ValidationError("--plain shows no pictures that --record could record")
    }
    guard resume else { return }
    guard start.preset == nil, files.load == nil, files.checkpoint == nil else {
      throw ValidationError(
        "--resume goes on with the last session: it leaves no room for PRESET, --load or --checkpoint"
      )
    }
  }

  func run() throws { try run(nil) }

  /// Opens what another command made, or else what was asked for.
  func run(_ given: Opening?) throws {
    let environment = ProcessInfo.processInfo.environment
    let preferences = PreferencesFile(path: UserFolder.settings(environment))
    let (session, opening) = try session(given, environment)
    if plain {
      let ending = playPlainly(session, opening)
      try close(ending.session, environment)
      if let failure = ending.failure { throw failure }
      return
    }
    for remark in opening.remarks { talk.remark(remark) }
    let recorder = try record.map { try Recorder(path: $0, force: force, else: .force) }
    let status = try MainActor.assumeIsolated {
      try play(session, opening, preferences, recorder, environment)
    }
    if status != 0 { Foundation.exit(status) }
  }

  /// The session to begin or to go on with, and what was opened for it.
  private func session(
    _ given: Opening?, _ environment: [String: String]
  ) throws -> (Session, Opening) {
    if let given { return (try files.session(given.preset), given) }
    guard resume else {
      let opening = try start.opening()
      return (try files.session(opening), opening)
    }
    var session = try LastSession(environment: environment).session()
    for assignment in try start.assignments() {
      let outcome = session.apply(.set(key: assignment.setting.key, value: assignment.value))
      guard outcome.effect != .refused else {
        throw Failure(message: "--set \(assignment.text): \(outcome.message)")
      }
    }
    return (session, Opening(preset: session.preset))
  }

  @MainActor
  private func play(
    _ session: Session, _ opening: Opening, _ preferences: PreferencesFile,
    _ recorder: Recorder?, _ environment: [String: String]
  ) throws -> Int32 {
    let library = PresetLibrary.ofThisProgram()
    var app = App(
      session, library: library.entries,
      hasMouse: look.screen(preferences.preferences, environment: environment).mouse,
      isRecording: recorder != nil)
    if let notice = opening.notice { _ = app.update(.told(notice)) }
    var outside = PlayFiles(
      library: library, preferences: preferences,
      learning: LearningFiles(
        ExerciseLibrary(besidePresets: library), environment: environment), recorder: recorder)
    return try Stage(look: look, environment: environment).show(&app, outside: &outside) {
      try close($0, environment)
    }
  }

  /// Does what the lines of standard input say.
  private func playPlainly(_ session: Session, _ opening: Opening) -> PlainLoop.Ending {
    PlainLoop(
      library: .ofThisProgram(), read: { readLine() },
      // Written at once, so that each line is heard when it is known.
      tell: { try Output.write(lines: [$0]) }
    ).run(session, remarks: opening.remarks)
  }

  /// Writes what is to be kept of a session that is left.
  private func close(_ left: Session, _ environment: [String: String]) throws {
    var session = left
    // One that was sent back in time arrives there first.
    session.seek(steps: .max)
    // What can't be kept is told, but is no reason to keep anyone from leaving. An exercise is kept
    // in a place of its own.
    if session.attempt == nil, let problem = LastSession(environment: environment).keep(session) {
      Percept.complain(problem)
    }
    try files.write(session)
  }
}
