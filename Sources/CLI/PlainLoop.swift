import Foundation
import Labs
import Lessons
import Studio

/// The line mode: a line in, some lines out, no colours and no movement of the cursor.
struct PlainLoop {
  /// Where presets with a name are.
  let library: PresetLibrary
  /// The next line of commands, without its end; nil when there are no more.
  let read: () -> String?
  /// Tells one line.
  let tell: (String) throws -> Void

  /// Runs until the commands end; gives the session as it was left.
  /// - Parameter remarks: what there is to say about what was opened.
  func run(_ session: Session, remarks: [String] = []) throws -> Session {
    var lab = PlainLab(session)
    try (lab.greeting + remarks).forEach(tell)
    while let line = read() {
      let (lines, request) = lab.perform(line)
      try lines.forEach(tell)
      while lab.isTraining { try lab.advance().forEach(tell) }
      switch request {
      case .none: break
      case .quit: return lab.session
      case .save(let path):
        try tell(
          Self.sentence {
            try NewFile.write(StateFiles.bytes(of: lab.session, for: path), to: path)
            return "Written: \(path)."
          })
      case .open(let name):
        let lines: [String]
        do {
          let opening = try library.opening(name)
          lines = lab.open(Session(opening.preset)) + opening.remarks
        } catch {
          lines = [(error as? Failure)?.message ?? error.localizedDescription]
        }
        try lines.forEach(tell)
      }
    }
    return lab.session
  }

  /// What came of something, or why nothing did.
  private static func sentence(_ body: () throws -> String) -> String {
    do { return try body() } catch {
      return (error as? Failure)?.message ?? error.localizedDescription
    }
  }
}
