import ArgumentParser
import Drawing
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
        percept my-lesson.yaml --set training.learning-rate=0.1
        percept spiral --checkpoint spiral.percept
      """)

  @Argument(help: "A name that “percept presets” lists, or a YAML file.")
  var preset: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "Give a setting a value, as KEY=VALUE with the keys of preset files; can be repeated.")
  var settings: [String] = []

  @OptionGroup
  var files: StateFiles

  @Option(help: "Colours to use: auto, direct, 256, 16, 8 or mono.")
  var color: ColorChoice = .auto

  @Flag(help: "Use ASCII characters only.")
  var ascii = false

  func run() throws {
    var start = try preset.map { try PresetLibrary.ofThisProgram().preset($0) } ?? Preset()
    try Self.apply(settings, to: &start)
    let options = NcursesScreen.Options(
      color: color.depth, glyphs: ascii ? .ascii : nil, mouse: false,
      environment: ProcessInfo.processInfo.environment)
    let session = try files.session(start)
    let files = files
    let status = try MainActor.assumeIsolated {
      try Self.play(session, files, options)
    }
    if status != 0 { Foundation.exit(status) }
  }

  @MainActor
  private static func play(
    _ session: Session, _ files: StateFiles, _ options: NcursesScreen.Options
  ) throws -> Int32 {
    var app = App(session)
    let ending: FrameLoop.Ending
    do {
      var screen = try NcursesScreen(options)
      let clock = ContinuousClock()
      let start = clock.now
      ending = FrameLoop { clock.now - start }.run(&app, on: &screen)
      screen.close()
    } catch {
      throw Failure(message: error.description)
    }
    try files.write(app.session)
    return switch ending {
    case .quit: 0
    case .signal(let number): 128 + number
    }
  }

  /// What one `--set` asks for.
  private struct Assignment {
    let text: String
    let setting: Setting
    let value: String

    init(_ text: String) throws {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw Failure(
          message: "--set \(text): expected KEY=VALUE, as in training.learning-rate=0.1")
      }
      guard let setting = SettingCatalogue.keyed(String(parts[0])) else {
        throw Failure(
          message: "--set \(text): there is no setting “\(parts[0])”"
            + suggestion(for: String(parts[0]), among: SettingCatalogue.keys))
      }
      self.text = text
      self.setting = setting
      value = String(parts[1])
    }
  }

  /// Applies every KEY=VALUE; together they have to make sense, in whatever order they stand.
  static func apply(_ texts: [String], to preset: inout Preset) throws {
    let assignments = try texts.map { try Assignment($0) }
    // The one after which the settings did not go together any more.
    var suspect: String?
    for assignment in SettingCatalogue.inOrder(assignments, by: \.setting.key) {
      do {
        try assignment.setting.set(assignment.value, in: &preset)
      } catch {
        throw Failure(message: "--set \(assignment.text): \(error)")
      }
      let goesTogether = (try? preset.validate()) != nil
      suspect = goesTogether ? nil : suspect ?? assignment.text
    }
    do {
      try preset.validate()
    } catch {
      throw Failure(message: "--set \(suspect ?? texts.joined(separator: " ")): \(error)")
    }
  }
}

/// Colours as the command line names them.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, direct
  case indexed256 = "256"
  case sixteen = "16"
  case eight = "8"
  case mono

  /// The depth asked for; nil to find it out.
  var depth: ColorDepth? { ColorDepth(rawValue: rawValue) }
}
