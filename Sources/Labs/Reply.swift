/// What came of a wish: a sentence for the person, a command for the outside, or neither.
public struct Reply: Equatable, Sendable {
  /// The sentence to show.
  public var notice: String?
  /// What is asked of the outside.
  public var command: Command?

  /// Nothing to say, unless told otherwise.
  public init(_ notice: String? = nil, command: Command? = nil) {
    self.notice = notice
    self.command = command
  }
}
