/// What is wrong with the text of a preset, and where.
public struct PresetProblem: Error, Equatable, CustomStringConvertible, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1.
  public let column: Int
  /// What was found and what was expected.
  public let message: String

  /// `line:column: message`, to follow a file's name.
  public var description: String { "\(line):\(column): \(message)" }
}
