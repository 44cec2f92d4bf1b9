import CNCurses

/// What is written to enter and to leave the screen, by the terminal's own description.
struct TerminfoStrings: Sendable {
  /// Asks for reports of the mouse: of clicks, drags and hovering, with columns beyond 223.
  static let mouseOn = Array("\u{1B}[?1002h\u{1B}[?1003h\u{1B}[?1006h".utf8)
  /// Asks for none any more.
  static let mouseOff = Array("\u{1B}[?1006l\u{1B}[?1003l\u{1B}[?1002l".utf8)

  private let page: [UInt8]
  private let leaving: [UInt8]

  /// Ends a sequence or a picture that was cut off in the middle.
  private static let cutOff = "\u{18}\u{1B}[?2026l"

  /// Reads the description of the current terminal.
  @MainActor init() {
    func strings(_ names: [String]) -> String {
      names.compactMap(Self.string).joined()
    }
    page = Array(strings(["smcup", "smkx", "civis"]).utf8)
    // Without a page of its own, what follows is written below the picture.
    let below = Self.string("smcup") == nil ? "\u{1B}[999;1H\r\n" : ""
    leaving = Array(
      (strings(["op", "sgr0", "rmkx", "cnorm"]) + below + strings(["rmcup"]) + "\r").utf8)
  }

  /// Takes the screen: its own page, the keys' mode, no cursor, and the mouse if it is wanted.
  func greeting(mouse: Bool) -> [UInt8] { page + (mouse ? Self.mouseOn : []) }

  /// Gives it back. Harmless if nothing of it was in force.
  /// - Parameter mouse: whether the mouse was ever taken.
  func farewell(mouse: Bool) -> [UInt8] {
    Self.cutOff.utf8 + (mouse ? Self.mouseOff : []) + leaving
  }

  /// A string of the current description, without its notes on delays; nil if it has none.
  @MainActor private static func string(_ name: String) -> String? {
    guard let value = unsafe curses_string(name) else { return nil }
    return withoutDelays(unsafe String(cString: value))
  }

  /// Drops what stands as `$<5>` in a string of a description: delays for terminals of old.
  static func withoutDelays(_ string: String) -> String {
    string.replacing(#/\$<[0-9.]+[*\/]*>/#, with: "")
  }
}
