/// What decided how many colours are used.
public enum ColorReason: Equatable, Sendable {
  /// A person asked for so many.
  case requested
  /// NO_COLOR is set.
  case noColor
  /// It runs in tmux, which takes exact colours.
  case tmux
  /// TERM names a terminal with exact colours.
  case directName
  /// The value of COLORTERM says that the terminal shows exact colours.
  case colorterm(String)
  /// The terminal's description has so many.
  case described(Int)
}
