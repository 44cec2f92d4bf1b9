import Drawing
import Labs

/// What the loop asks of the world beyond the screen: files, and whoever wants to see the pictures.
@MainActor protocol Outside {
  /// Does what the program asked for, other than to end and what the screen does itself; gives what
  /// came of it.
  /// - Parameter time: the loop's time.
  mutating func perform(_ command: Command, at time: Duration) -> [Message]

  /// What has come in since it was asked last, of what goes on in the background.
  mutating func news() -> [Message]

  /// Whether something goes on in the background, so that there will be news.
  var isWorking: Bool { get }

  /// Learns of a picture that was shown; gives what the program should know, most often nothing.
  mutating func shown(_ canvas: Canvas, at time: Duration) -> [Message]
}
