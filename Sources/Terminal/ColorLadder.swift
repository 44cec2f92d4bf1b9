import Drawing

/// How many colours to use: the most that the terminal is known to show.
enum ColorLadder {
  /// The depth asked for; else none if NO_COLOR is set, as https://no-color.org has it; else what
  /// the terminal says of itself.
  /// - Parameter colors: what the terminal's description has.
  static func depth(
    requested: ColorDepth?, environment: [String: String], family: TerminalFamily?, colors: Int
  ) -> ColorDepth {
    if let requested { return requested }
    if environment["NO_COLOR", default: ""] != "" { return .mono }
    if colors >= 8, isDirect(environment: environment, family: family) { return .direct }
    return switch colors {
    case 256...: .indexed256
    case 16...: .sixteen
    case 8...: .eight
    default: .mono
    }
  }

  private static func isDirect(environment: [String: String], family: TerminalFamily?) -> Bool {
    guard let family else { return false }
    let term = environment["TERM", default: ""]
    // tmux takes exact colours and reduces them for the terminal it runs in.
    if environment["TMUX", default: ""] != "" || term.hasSuffix("-direct") { return true }
    // GNU screen hands on COLORTERM of the terminal it runs in, but not the colours.
    if family == .multiplexer, term.hasPrefix("screen") { return false }
    return ["truecolor", "24bit"].contains(environment["COLORTERM", default: ""])
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
