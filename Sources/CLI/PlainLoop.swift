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

  /// How it ended: the session as it was left, and why no more could be told, if it could not.
  struct Ending {
    let session: Session
    let failure: (any Error)?
  }

  /// Runs until the commands end, or nobody can be told anything.
  /// - Parameter remarks: what there is to say about what was opened.
  func run(_ session: Session, remarks: [String] = []) -> Ending {
    var lab = PlainLab(session)
    do {
      try perform(on: &lab, remarks: remarks)
      return Ending(session: lab.session, failure: nil)
    } catch {
      return Ending(session: lab.session, failure: error)
    }
  }

  private func perform(on lab: inout PlainLab, remarks: [String]) throws {
    try (lab.greeting + remarks).forEach(tell)
    while let line = read() {
      let (lines, request) = lab.perform(line)
      try lines.forEach(tell)
      while lab.isTraining { try lab.advance().forEach(tell) }
      switch request {
      case .none: break
      case .quit: return
      case .save(let path):
        try tell(
          Self.sentence {
            try NewFile.write(StateFiles.bytes(of: lab.session, for: path), to: path)
            return "Written: \(path)."
          })
      case .open(let name):
        var lines: [String] = []
        do {
          let opening = try library.openingAsItIs(name)
          lines = lab.open(Session(opening.preset)) + opening.remarks
        } catch {
          lines = [(error as? Failure)?.message ?? error.localizedDescription]
        }
        try lines.forEach(tell)
      }
    }
  }

  /// What came of something, or why nothing did.
  private static func sentence(_ body: () throws -> String) -> String {
    do { return try body() } catch {
      return (error as? Failure)?.message ?? error.localizedDescription
    }
  }
}
