import Engine
import Studio

/// Checkpoints of sessions.
enum CheckpointTarget: FuzzTarget {
  static let name = "checkpoint"
  /// So small that a step is no work.
  private static let parameterLimit = 2000

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool {
    var session: Session
    do {
      session = try Checkpoint.session(from: bytes)
    } catch {
      try Laws.checkMessage(error.description)
      return false
    }
    let written = Checkpoint.bytes(of: session)
    do {
      let again = try Checkpoint.session(from: written)
      try Laws.expect(
        Checkpoint.bytes(of: again) == written, "a checkpoint changes when it is written")
    } catch let law as BrokenLaw {
      throw law
    } catch {
      throw BrokenLaw("a checkpoint that was written can't be read: \(error)")
    }
    if session.trainer.network.parameterCount <= parameterLimit { session.advance(steps: 3) }
    return true
  }
}
