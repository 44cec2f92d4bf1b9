import CNCurses
import Glibc

/// The descriptions of terminals that this machine has.
@MainActor enum Terminfo {
  /// What it says of a terminal; nil if it does not know it.
  static func describe(_ name: String, descriptor: Int32) -> TerminalDescription? {
    var problem: Int32 = 0
    guard unsafe setupterm(name, descriptor, &problem) == OK else { return nil }
    defer { curses_forget_description() }
    return TerminalDescription(
      colors: unsafe max(0, Int(tigetnum("colors"))),
      movesCursor: unsafe curses_string("cup") != nil)
  }

  /// Opens a terminal for ncurses; nil if it cannot.
  static func open(_ choice: TerminalChoice, _ streams: borrowing CursesStreams) -> OpaquePointer? {
    // ncurses takes these for the size of the screen, once and for all.
    unsafe unsetenv("LINES")
    unsafe unsetenv("COLUMNS")
    guard let terminfo = choice.terminfo else {
      return unsafe newterm(choice.name, streams.output, streams.input)
    }
    // For this call only: programs started from here must not inherit it.
    let former = unsafe getenv("TERMINFO").map { unsafe String(cString: $0) }
    unsafe setenv("TERMINFO", terminfo, 1)
    defer {
      if let former { unsafe setenv("TERMINFO", former, 1) } else { unsafe unsetenv("TERMINFO") }
    }
    return unsafe newterm(choice.name, streams.output, streams.input)
  }
}
