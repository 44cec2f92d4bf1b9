/// Terminals that understand the same sequences.
enum TerminalFamily: Hashable, Sendable {
  /// xterm and all that imitate it.
  case xterm
  /// rxvt, whose keys differ.
  case rxvt
  /// tmux and GNU screen, which stand between the program and the terminal.
  case multiplexer

  /// The family a value of TERM belongs to by its beginning; nil if none is known to.
  init?(name: String) {
    let families: [(TerminalFamily, [String])] = [
      (.multiplexer, ["tmux", "screen"]),
      (.rxvt, ["rxvt"]),
      (
        .xterm,
        [
          "xterm", "alacritty", "foot", "kitty", "wezterm", "ghostty", "rio", "contour", "iterm",
          "vte", "konsole", "st-", "gnome", "mintty", "putty",
        ]
      ),
    ]
    let known = families.first { _, beginnings in
      beginnings.contains { name.lowercased().hasPrefix($0) }
    }
    guard let known else { return nil }
    self = known.0
  }

  /// Descriptions that most systems have and that suit the family, the richest first.
  var descriptions: [String] {
    switch self {
    case .xterm: ["xterm-256color", "xterm", "vt100"]
    case .rxvt: ["rxvt-unicode-256color", "rxvt", "xterm-256color", "xterm", "vt100"]
    case .multiplexer: ["tmux-256color", "screen-256color", "screen", "xterm", "vt100"]
    }
  }
}
