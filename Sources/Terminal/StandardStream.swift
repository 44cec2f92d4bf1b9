import CTermGuard
import Glibc

/// A stream that every program has.
public enum StandardStream: Sendable {
  case input, output, error

  /// Whether a terminal is at its other end, rather than a file or another program.
  public var isTerminal: Bool { isatty(number) == 1 }

  /// How wide the terminal at its other end is; nil if there is none, or it does not say.
  public var columns: Int? {
    let columns = guard_columns(number)
    return columns > 0 ? Int(columns) : nil
  }

  private var number: Int32 {
    switch self {
    case .input: STDIN_FILENO
    case .output: STDOUT_FILENO
    case .error: STDERR_FILENO
    }
  }
}
