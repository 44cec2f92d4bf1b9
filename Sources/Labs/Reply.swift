import Lessons

/// What came of a wish: a sentence for the person, something asked of the app or of the outside, or
/// nothing of these.
struct Reply: Sendable {
  /// The sentence to show.
  var notice: String?
  /// What is asked of the outside.
  var command: Command?
  /// What is asked of the background; goes before a command.
  var work: WorkWish?
  /// A preset to open in place of the session.
  var opens: Preset?
  /// What is wanted of a comparison.
  var pairing: Pairing?
  /// Whether to go back to the playground.
  var leaves = false

  /// Whether there is nothing to say and nothing to do.
  var isEmpty: Bool {
    notice == nil && command == nil && work == nil && opens == nil && pairing == nil
      && !leaves
  }

  /// Nothing to say, unless told otherwise.
  init(_ notice: String? = nil, command: Command? = nil) {
    self.notice = notice
    self.command = command
  }
}
