import Glibc

/// A stream that every program has.
public enum StandardStream: Sendable {
  case input, output, error

  /// Whether a terminal is at its other end, rather than a file or another program.
  public var isTerminal: Bool {
    let number =
      switch self {
      case .input: STDIN_FILENO
      case .output: STDOUT_FILENO
      case .error: STDERR_FILENO
      }
    return isatty(number) == 1
  }
}
