import Engine

/// Where a session is among its lines.
struct LinePosition: Sendable {
  /// The number of the branch.
  var branch = 0
  /// The changes of the branch that were made so far.
  var changes = 0
  /// The step at which the present epoch began.
  var epochStart = 0
  /// The entry of the log before which the settings are as after the last of them.
  var entry = 0
  /// The step at which the next change of the line is due; the largest number if none is.
  var nextChange = Int.max
  /// The next epoch after which a moment may be kept.
  var nextKept = 1
  /// What the last branch was called that had to go to make room, since the last action.
  var dropped: String?
  /// The place that is still to be reached, before anything else happens; nil if there is none.
  var goal: Destination?
  /// The epoch of that place.
  var goalEpoch = 0
}
