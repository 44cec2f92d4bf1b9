import Engine
import Lessons
import Studio

/// The trainers before the last steps taken through the microscope, to be looked at again.
struct MicroPast: Sendable {
  /// A trainer, and how to know that nothing but its step came after it.
  private struct Entry: Sendable {
    let trainer: Trainer
    let totalSteps: Int
    let actions: Int
  }

  /// How many are kept at most, fewer where trainers are large.
  static let limit = 64
  /// Bytes of all of them together, at most.
  static let byteLimit = 8 << 20

  private var entries: [Entry] = []

  /// How many there are.
  var count: Int { entries.count }

  /// The trainer so many steps ago; nil for now, or where none is kept.
  func trainer(back: Int) -> Trainer? {
    guard back > 0, back <= entries.count else { return nil }
    return entries[entries.count - back].trainer
  }

  /// Keeps a session's trainer, whose next step is about to be taken.
  mutating func keep(_ session: Session) {
    settle(session)
    entries.append(
      Entry(
        trainer: session.trainer, totalSteps: session.totalSteps,
        actions: session.log.entries.count))
    let most = min(Self.limit, Self.byteLimit / max(1, session.trainer.byteCount))
    if entries.count > most { entries.removeFirst(entries.count - most) }
  }

  /// Forgets all of it unless the session stands right behind the last of them.
  mutating func settle(_ session: Session) {
    guard let last = entries.last else { return }
    let isNext =
      (last.totalSteps...(last.totalSteps + 1)).contains(session.totalSteps)
      && session.log.entries.count == last.actions
    if !isNext { entries = [] }
  }
}
