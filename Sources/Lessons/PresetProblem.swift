import Engine

/// What is wrong with the text of a preset, and where.
public struct PresetProblem: Error, Equatable, CustomStringConvertible, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1.
  public let column: Int
  /// What was found and what was expected.
  public let message: String

  /// - Parameter message: what it quotes may come from any file: signs that would break the line, or that a
  ///   terminal takes for orders, are replaced.
  init(line: Int, column: Int, message: String) {
    (self.line, self.column) = (line, column)
    self.message = message.shown(limit: 4000)
  }

  /// `line:column: message`, to follow a file's name.
  public var description: String { "\(line):\(column): \(message)" }
}
