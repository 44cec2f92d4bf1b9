import Drawing
import Labs

/// What the loop asks of the world beyond the screen: files, and whoever wants to see the pictures.
@MainActor protocol Outside {
  /// Does what the program asked for, other than to end and what the screen does itself; gives what
  /// came of it.
  /// - Parameter time: the loop's time.
  mutating func perform(_ command: Command, at time: Duration) -> [Message]

  /// Learns of a picture that was shown; gives what the program should know, most often nothing.
  mutating func shown(_ canvas: Canvas, at time: Duration) -> [Message]
}
