import Drawing

/// How many colours to use: the most that the terminal is known to show.
enum ColorLadder {
  /// The depth asked for; else none if NO_COLOR is set, as https://no-color.org has it; else what
  /// the terminal says of itself; and which of these it was.
  /// - Parameter colors: what the terminal's description has.
  static func choice(
    requested: ColorDepth?, environment: [String: String], family: TerminalFamily?, colors: Int
  ) -> (depth: ColorDepth, reason: ColorReason) {
    if let requested { return (requested, .requested) }
    if environment["NO_COLOR", default: ""] != "" { return (.mono, .noColor) }
    if colors >= 8, let reason = direct(environment: environment, family: family) {
      return (.direct, reason)
    }
    let depth: ColorDepth =
      switch colors {
      case 256...: .indexed256
      case 16...: .sixteen
      case 8...: .eight
      default: .mono
      }
    return (depth, .described(colors))
  }

  /// What says that the terminal shows exact colours; nil if nothing does.
  private static func direct(
    environment: [String: String], family: TerminalFamily?
  ) -> ColorReason? {
    guard let family else { return nil }
    let term = environment["TERM", default: ""]
    // tmux takes exact colours and reduces them for the terminal it runs in.
    if environment["TMUX", default: ""] != "" { return .tmux }
    if term.hasSuffix("-direct") { return .directName }
    // GNU screen hands on COLORTERM of the terminal it runs in, but not the colours.
    if family == .multiplexer, term.hasPrefix("screen") { return nil }
    let said = environment["COLORTERM", default: ""]
    return ["truecolor", "24bit"].contains(said) ? .colorterm(said) : nil
  }
}

extension ColorDepth {
  /// How many colours a terminal description needs for it.
  var colors: Int {
    switch self {
    case .mono: 0
    case .eight: 8
    case .sixteen: 16
    case .indexed256: 256
    case .direct: 0x100_0000
    }
  }
}
