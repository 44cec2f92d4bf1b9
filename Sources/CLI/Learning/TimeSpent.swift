/// How long a learner worked on an exercise, by the loop's time.
///
/// A pause counts as no more than a few minutes: who left the room did not work.
struct TimeSpent {
  /// The seconds so far.
  private(set) var seconds = 0.0
  private var last: Duration?

  private static let longestPause = 300.0

  /// Something happened at that time.
  mutating func note(_ time: Duration) {
    if let last {
      let parts = (time - last).components
      let gap = Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
      seconds += min(max(0, gap), Self.longestPause)
    }
    last = time
  }

  /// From now on nothing is spent, until something happens again.
  mutating func stop() { last = nil }
}
