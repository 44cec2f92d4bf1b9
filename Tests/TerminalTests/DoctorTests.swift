import Drawing
import Testing

@testable import Terminal

/// What is found out about a terminal without taking it.
@Suite("Percept's doctor in terminals")
struct DoctorTests {
  /// The report in a terminal, which is left as it was.
  private func report(
    _ size: Size = Size(width: 130, height: 60), _ extra: [String: String] = [:],
    ends status: Int32 = 0
  ) throws -> String {
    let session = try PtySession(
      ProcessStart.product("percept"), arguments: ["doctor"], size: size,
      environment: PtySession.environment.merging(extra) { $1 })
    #expect(try session.waitForEnd() == .exited(status))
    #expect(session.pty.modes == .normal)
    #expect(session.pty.terminal.modes.isEmpty)
    return session.text
  }

  @Test("A good terminal is told as one, with its size")
  func good() throws {
    let text = try report()
    #expect(text.contains("standard input and output are the terminal"))
    #expect(text.contains("130×60 columns and rows"))
    #expect(text.contains("Percept can play here."))
  }

  @Test("A window that is too small keeps it from playing")
  func small() throws {
    #expect(try report(Size(width: 79, height: 60), ends: 1).contains("79×60 columns and rows"))
    // Of a lower one only the end is to be seen.
    #expect(try report(Size(width: 100, height: 23), ends: 1).contains("can't play here: see size"))
  }

  @Test(
    "The colours are those that the screen would have",
    arguments: [
      (["TERM": "xterm-256color"], "256 colours: the description of xterm-256color has 256"),
      (["TERM": "xterm"], "8 colours: the description of xterm has 8"),
      (["TERM": "vt100"], "none: the description of vt100 has 0"),
      (
        ["TERM": "xterm-256color", "COLORTERM": "truecolor"],
        "exact colours: COLORTERM is truecolor"
      ),
      (["TERM": "xterm-256color", "NO_COLOR": "1"], "none: NO_COLOR is set"),
      (["TERM": "tmux-256color", "TMUX": "/nowhere,1,0"], "exact colours: tmux takes them"),
      (["TERM": "xterm-no-such"], "256 colours: the description of xterm-256color has 256"),
    ])
  func colors(environment: [String: String], said: String) throws {
    #expect(try report(Size(width: 130, height: 60), environment).contains(said))
  }

  @Test(
    "A terminal without a name, or that moves no cursor, keeps it from playing",
    arguments: ["", "dumb", "no-such-terminal"])
  func names(term: String) throws {
    let text = try report(Size(width: 130, height: 60), ["TERM": term], ends: 1)
    #expect(text.contains("Percept can't play here: see name."))
    #expect(text.contains("→ export TERM=xterm-256color"))
  }

  @Test(
    "The locale is told by the variable that decides it",
    arguments: [
      (["LC_ALL": "C"], "LC_ALL is C, which says nothing of the terminal; UTF-8 is assumed"),
      (["LC_ALL": "", "LANG": "de_XX.UTF-8"], "LANG is de_XX.UTF-8, which is not installed here"),
    ])
  func locales(environment: [String: String], said: String) throws {
    let text = try report(Size(width: 130, height: 60), environment)
    #expect(text.contains(said) && text.contains("> export LC_ALL=C.UTF-8"))
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
  }
}
