import Drawing
import Testing

@Suite("A terminal that cannot be used")
struct RefusalTests {
  @Test(
    "One line on standard error says so, the status is not 0, and nothing is changed",
    arguments: [
      ("dumb", "TERM is “dumb”, a terminal that cannot move its cursor"),
      ("no-such-terminal", "TERM is “no-such-terminal”, which is not a known terminal"),
      ("", "the variable TERM is not set"),
    ])
  func terms(term: String, message: String) throws {
    var environment = PtySession.environment
    environment["TERM"] = term.isEmpty ? nil : term
    let session = try PtySession(
      ProcessStart.product("terminal-probe"), size: Size(width: 200, height: 5),
      environment: environment)
    #expect(try session.waitForEnd() == .exited(2))
    #expect(session.line(0).hasPrefix("terminal-probe: " + message))
    #expect(
      session.pty.terminal.text.split(separator: "\n").count { $0.contains { $0 != " " } } == 1)
    #expect(session.pty.modes == .normal)
    #expect(session.pty.terminal.modes.isEmpty)
  }

  @Test(
    "A pipe or a file is no terminal", arguments: [("< /dev/null", "input"), ("| cat", "output")])
  func redirected(how: String, stream: String) throws {
    let session = try PtySession(
      "/bin/sh",
      arguments: ["-c", "'\(ProcessStart.product("terminal-probe"))' \(how); true"],
      size: Size(width: 200, height: 5))
    #expect(try session.waitForEnd() == .exited(0))
    #expect(
      session.line(0).hasPrefix("terminal-probe: standard \(stream) is not a terminal: run it in"))
    #expect(session.pty.terminal.modes.isEmpty)
  }

  @Test(
    "A terminal this machine does not know, of a family it knows, works",
    arguments: ["xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm", "tmux-direct"])
  func families(term: String) throws {
    var environment = PtySession.environment
    environment["TERM"] = term
    let session = try PtySession(
      ProcessStart.product("terminal-probe"), environment: environment)
    try session.wait(for: "probe 80x24")
    session.send("\u{1B}[5~")
    try session.wait(for: "1 key pageUp")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }
}
