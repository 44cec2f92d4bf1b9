/// Why an address of TensorFlow Playground can't be opened, and where in it.
public struct LinkProblem: Error, Equatable, CustomStringConvertible, Sendable {
  /// The character of the address, from 1.
  public let position: Int
  /// What was found and what was expected.
  public let message: String

  public var description: String { "the address, character \(position): \(message)" }
}
