/// Why the terminal cannot be used, and what to do.
public enum TerminalError: Error, Equatable, CustomStringConvertible {
  /// One of the two ways between program and person.
  public enum Stream: String, Sendable {
    case input, output
  }

  /// Standard input or output is a file, a pipe or nothing.
  case notATerminal(Stream)
  /// TERM is not set.
  case unnamedTerminal
  /// TERM names a terminal nobody here knows.
  case unknownTerminal(String)
  /// TERM names a terminal whose cursor cannot be moved.
  case cannotMoveCursor(String)
  /// The system refused something that a working terminal allows.
  case unusable(String)

  /// One line: what is wrong, and what to do.
  public var description: String {
    switch self {
    case .notATerminal(let stream):
      "standard \(stream.rawValue) is not a terminal: run it in a terminal window, without a pipe or "
        + "a redirection"
    case .unnamedTerminal:
      "the variable TERM is not set: set it to the name of the terminal, for example "
        + "TERM=xterm-256color"
    case .unknownTerminal(let name):
      "TERM is “\(name)”, which is not a known terminal: set it to one that is, for example "
        + "TERM=xterm-256color"
    case .cannotMoveCursor(let name):
      "TERM is “\(name)”, a terminal that cannot move its cursor: run it in a terminal window, or set "
        + "TERM to what the terminal really is, for example TERM=xterm-256color"
    case .unusable(let reason):
      "the terminal cannot be used (\(reason)): run it in another terminal window"
    }
  }
}
