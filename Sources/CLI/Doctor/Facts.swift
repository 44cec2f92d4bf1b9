import ArgumentParser
import Foundation
import Terminal

/// All that an examination goes by.
struct Facts {
  /// The variables that the program was started with.
  var environment: [String: String]
  /// What the terminal is, and what the screen would choose.
  var terminal: TerminalFindings
  /// Whether the mouse would be taken.
  var hasMouse = true
  /// What tmux knows of the terminal that it runs in; nil outside of tmux, and if it does not answer.
  var tmux: TmuxClient?
  /// What in the person's settings says nothing; nil if all is well.
  var settingsProblem: String?
  /// The files and folders that the program reads and writes.
  var places: [Place]
  /// The processor.
  var processor: Processor
  /// How many cores there are for the program.
  var cores: Int
  /// The program.
  var build: Build
}

extension Facts {
  /// Those of the running program.
  @MainActor static func found(_ environment: [String: String]) throws -> Facts {
    let preferences = PreferencesFile(path: UserFolder.settings(environment))
    // The look that the playground has if nothing is said on its command line.
    let options = try LookOptions.parse([]).screen(
      preferences.preferences, environment: environment)
    return Facts(
      environment: environment, terminal: TerminalFindings(options), hasMouse: options.mouse,
      tmux: TmuxClient.asked(environment), settingsProblem: preferences.problem,
      places: Place.all(.ofThisProgram(), environment), processor: .current,
      cores: ProcessInfo.processInfo.activeProcessorCount, build: .current)
  }
}
