/// How far a run is along its line.
///
/// A line is a start, then training steps, with changes of settings, weights or points between them.
/// Whoever follows it from any moment takes the same steps and makes the same changes, and so has the
/// same numbers at the same tick, to the last bit.
struct Tick: Comparable, Sendable {
  /// The trainer's steps.
  var step: Int
  /// Whether a further step was tried and diverged.
  var isFailed: Bool
  /// The changes made since the line's start.
  var changes: Int

  static func < (one: Tick, two: Tick) -> Bool {
    if one.step != two.step { return one.step < two.step }
    if one.isFailed != two.isFailed { return two.isFailed }
    return one.changes < two.changes
  }
}

/// Where a session stands on its line.
struct Standing: Equatable, Sendable {
  /// The step.
  let goal: Destination
  /// The epochs that are complete.
  let epoch: Int
  /// Whether the next epoch has just begun.
  let isAtEpochStart: Bool

  /// Whether a goal is this very place.
  func isAt(_ other: Destination) -> Bool {
    other == goal
      || (isAtEpochStart && other.mark == .epoch(epoch) && other.branch == goal.branch
        && other.changes == goal.changes && other.entry == goal.entry)
  }
}

/// Where on a line to go.
struct Destination: Equatable, Sendable {
  /// What is to be reached.
  enum Mark: Equatable, Sendable {
    /// The moment at which an epoch has just begun.
    case epoch(Int)
    /// So many steps, and whether the one after them is to diverge.
    case step(Int, isFailed: Bool)
  }

  /// The number of the branch.
  let branch: Int
  /// What is to be reached.
  let mark: Mark
  /// The changes that are made by then.
  let changes: Int
  /// The entry of the log before which the settings are as they are there: it tells the line from
  /// another one that has taken its place.
  let entry: Int
}
