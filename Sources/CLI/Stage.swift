import Foundation
import Labs
import Lessons
import Studio
import Terminal

/// Shows an app on the terminal until it is left, and sees to it that what was done is kept.
struct Stage {
  /// How everything looks.
  let look: LookOptions
  let environment: [String: String]

  /// Runs until the app or a signal ends it; gives the status to exit with.
  ///
  /// - Parameters:
  ///   - outside: the files, and what goes on in the background.
  ///   - close: writes what is to be kept of the session that is left.
  @MainActor func show(
    _ app: inout App, outside: inout PlayFiles, close: (Session) throws -> Void
  ) throws -> Int32 {
    if let problem = outside.preferences.problem {
      Percept.complain(problem)
      _ = app.update(.told(problem))
    }
    let ending: FrameLoop.Ending
    let written: Result<Void, any Error>
    do {
      var screen = try NcursesScreen(
        look.screen(outside.preferences.preferences, environment: environment))
      let clock = ContinuousClock()
      let start = clock.now
      ending = FrameLoop { clock.now - start }.run(&app, on: &screen, outside: &outside)
      // While signals still come to us: a lost connection sends more than one, and the second must
      // not end the program in the middle of a file.
      if let homework = app.homework {
        outside.learning.keep(homework, at: clock.now - start).forEach { Percept.complain($0) }
      }
      written = Result { try close(app.session) }
      screen.close()
    } catch {
      var hint = ""
      if case .cannotMoveCursor = error { hint = "; percept --plain needs no such terminal" }
      throw Failure(message: error.description + hint)
    }
    // By itself in its line, it can be copied whole whatever the width of the terminal.
    let printed = Result {
      if ending == .quit, let address = app.linkToPrint { try Output.write(lines: [address.text]) }
    }
    try written.get()
    try printed.get()
    return switch ending {
    case .quit: 0
    case .signal(let number): 128 + number
    }
  }
}
