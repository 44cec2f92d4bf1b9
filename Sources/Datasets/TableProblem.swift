/// What is wrong with the text of a table, and where.
public struct TableProblem: Error, Equatable, CustomStringConvertible, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column of the text, from 1, in characters.
  public let column: Int
  /// What was found and what was expected.
  public let message: String

  /// A problem at a place.
  public init(line: Int = 1, column: Int = 1, _ message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  /// `line:column: message`, to follow a file's name.
  public var description: String { "\(line):\(column): \(message)" }
}
