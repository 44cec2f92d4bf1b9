import Engine
import Foundation
import Studio

/// The session that was left last, as a checkpoint in the person's own folder.
struct LastSession {
  /// Where it is; nil if there is no place for it.
  let path: String?

  /// Where it is for a person with this environment.
  init(environment: [String: String]) { path = UserFolder.lastSession(environment) }

  /// The session as it was left.
  func session() throws -> Session {
    guard let path else {
      throw Failure(message: "--resume: neither XDG_STATE_HOME nor HOME says where to look")
    }
    guard StateFile.exists(path) else {
      throw Failure(message: "--resume: there is no last session yet (\(path) is missing)")
    }
    return try StateFiles.checkpoint(path)
  }

  /// Keeps a session in which something was done; says in one line why that is not possible.
  func keep(_ session: Session) -> String? {
    guard let path, session.totalSteps > 0 || !session.log.entries.isEmpty else {
      return nil
    }
    do {
      try UserFolder.create(for: path)
      try StateFile.replace(StateFiles.bytes(of: session, for: path), at: path)
      return nil
    } catch {
      return "the session is not kept for --resume: "
        + ((error as? Failure)?.message ?? error.localizedDescription)
    }
  }
}
