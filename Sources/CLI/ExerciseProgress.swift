/// How far a learner is with one exercise.
struct ExerciseProgress: Equatable {
  /// Whether it was begun, or passed once.
  enum State: String {
    case open, passed
  }

  /// Whether it was begun, or passed once; what was passed stays so.
  var state = State.open
  /// The exercise's hash when it was passed last: another one tells that it was changed since.
  var hash: String?
  /// How many attempts were begun.
  var attempts = 0
  /// The most hints that were taken in an attempt.
  var hints = 0
  /// The medals that were won, best first or in the exercise's order.
  var medals: [String] = []
  /// The seconds that were spent on it in all.
  var seconds = 0
  /// When something of it was noted last, such as `2026-03-02T09:00:01Z`.
  var date = ""

  /// What two windows know of the same exercise, as one: nothing that was reached is lost.
  func merged(with other: ExerciseProgress) -> ExerciseProgress {
    // Dates of this form are in order as texts are.
    let (newer, older) = date >= other.date ? (self, other) : (other, self)
    var merged = newer
    if older.state == .passed, newer.state != .passed {
      merged.state = .passed
      merged.hash = older.hash
    }
    merged.hash = merged.hash ?? older.hash
    merged.attempts = max(newer.attempts, older.attempts)
    merged.hints = max(newer.hints, older.hints)
    merged.medals += older.medals.filter { !newer.medals.contains($0) }
    merged.seconds = max(newer.seconds, older.seconds)
    return merged
  }
}
