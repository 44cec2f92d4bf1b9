import CNCurses

/// What is written to enter and to leave the screen, by the terminal's own description.
struct TerminfoStrings: Sendable {
  /// Takes the screen: its own page, the keys' mode, no cursor.
  let greeting: [UInt8]
  /// Gives it back. Harmless if nothing of it was in force.
  let farewell: [UInt8]

  private static let mouseOn = "\u{1B}[?1002h\u{1B}[?1003h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1003l\u{1B}[?1002l"
  /// Ends a sequence or a picture that was cut off in the middle.
  private static let cutOff = "\u{18}\u{1B}[?2026l"

  /// Reads the description of the current terminal.
  /// - Parameter mouse: whether reports of the mouse are wanted.
  @MainActor init(mouse: Bool) {
    func strings(_ names: [String]) -> String {
      names.compactMap(Self.string).joined()
    }
    let page = Self.string("smcup")
    greeting = Array((strings(["smcup", "smkx", "civis"]) + (mouse ? Self.mouseOn : "")).utf8)
    // Without a page of its own, what follows is written below the picture.
    let below = page == nil ? "\u{1B}[999;1H\r\n" : ""
    farewell = Array(
      (Self.cutOff + (mouse ? Self.mouseOff : "") + strings(["op", "sgr0", "rmkx", "cnorm"]) + below
        + strings(["rmcup"]) + "\r").utf8)
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
