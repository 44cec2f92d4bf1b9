/// What the title bar says of a screen that is not about the session.
struct LabTitle: Equatable, Sendable {
  /// What is shown, after the program's name.
  let name: String
  /// Whether something moves: a mark and words, such as `▶ racing`.
  let mark, state: String
  /// Counts at the right end.
  let counts: String
}
