/// Why the system did not do what it was asked for.
public struct SystemProblem: Error, Equatable, Sendable {
  /// The number that C's `errno` had.
  public let code: Int32

  /// The reason of a number.
  public init(code: Int32) { self.code = code }
}
