/// What is wrong with a text that should be JSON, and where.
public struct JSONProblem: Error, Equatable, CustomStringConvertible, Sendable {
  /// The byte of the text, from 0.
  public let offset: Int
  /// What was found or expected.
  public let message: String

  /// `column 5: “:” was expected`, for texts of one line; columns count bytes from 1.
  public var description: String { "column \(offset + 1): \(message)" }
}
