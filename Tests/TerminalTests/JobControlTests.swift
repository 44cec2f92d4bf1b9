import Drawing
import Glibc
import Testing

/// The probe as a job of a shell.
@Suite("Stopping and going on")
struct JobControlTests {
  /// A shell that has started the probe.
  private func shell() throws -> PtySession {
    var environment = PtySession.environment
    environment["PS1"] = "shell> "
    let session = try PtySession(
      "/bin/bash", arguments: ["--norc", "--noprofile", "--noediting", "-i"],
      environment: environment)
    try session.wait(for: "shell> ")
    session.send(ProcessStart.product("terminal-probe") + "\r")
    try session.wait(for: "probe 80x24")
    return session
  }

  /// Waits for the shell to ask again. What is typed before that, the program that ends may discard
  /// when it puts the terminal's modes back.
  private func waitForPrompt(of session: PtySession) throws {
    try session.wait("the shell's prompt") { terminal in
      let last = terminal.text.split(separator: "\n").last { $0.contains { $0 != " " } }
      return !terminal.modes.contains(1049) && last?.hasPrefix("shell> ") == true
        && last?.dropFirst(7).allSatisfy { $0 == " " } == true
    }
  }

  private func leave(_ session: PtySession) throws {
    session.send("q")
    try waitForPrompt(of: session)
    session.send("exit\r")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test("ctrl-Z gives the terminal to the shell, and fg brings the picture and the mouse back")
  func suspends() throws {
    let session = try shell()
    session.send("a")
    try session.wait(for: #"1 key character("a")"#)
    session.send("\u{1A}")
    try session.wait(for: "Stopped")
    #expect(session.pty.modes == .normal)
    #expect(session.pty.terminal.modes.contains(25))

    try waitForPrompt(of: session)
    session.send("fg\r")
    try session.wait(for: "2 resized 80x24")
    #expect(session.pty.modes.isAlternate)
    #expect(session.pty.modes.hasMouse)
    #expect(!session.pty.modes.isCanonical)
    #expect(!session.pty.terminal.modes.contains(25))
    #expect(!session.text.contains("3 "))

    // The second time is as good as the first, and a crash after it too.
    session.send("\u{1A}")
    try session.wait("the shell's page") { !$0.modes.contains(1049) }
    try session.wait(for: "Stopped")
    try waitForPrompt(of: session)
    session.send("fg\r")
    try session.wait(for: "3 resized 80x24")
    session.send("f")
    try session.wait(for: "last words of the probe")
    #expect(!session.pty.modes.isAlternate)
    #expect(!session.pty.modes.hasMouse)
    try waitForPrompt(of: session)
    session.send("exit\r")
    _ = try session.waitForEnd()
  }

  @Test("The screen has the size that the terminal got while the program was stopped")
  func resizedMeanwhile() throws {
    let session = try shell()
    session.send("\u{1A}")
    try session.wait(for: "Stopped")
    session.resize(to: Size(width: 50, height: 12))
    try waitForPrompt(of: session)
    session.send("fg\r")
    try session.wait(for: "resized 50x12")
    try session.wait(for: "probe 50x12")
    try leave(session)
  }

  @Test("In the background nothing is drawn and nothing read, until fg")
  func background() throws {
    let session = try shell()
    session.send("\u{1A}")
    try session.wait(for: "Stopped")
    try waitForPrompt(of: session)
    session.send("bg\r")
    session.send("echo in-the-$((20 + 22))-foreground\r")
    try session.wait(for: "in-the-42-foreground")
    // Had it touched the terminal it would have been stopped again.
    session.send("jobs\r")
    try session.wait(for: "Running")
    #expect(session.pty.modes == .normal)
    try waitForPrompt(of: session)
    session.send("fg\r")
    try session.wait(for: "resized 80x24")
    try leave(session)
  }

  @Test("A stop nobody announced is made good when the program goes on in the foreground")
  func stoppedFromOutside() throws {
    let session = try shell()
    let probe = tcgetpgrp(session.pty.master)
    kill(probe, SIGSTOP)
    try session.wait(for: "Stopped")
    session.send("fg\r")
    try session.wait(for: "resized 80x24")
    try session.wait(for: "probe 80x24")
    #expect(!session.text.contains("Stopped"))
    try leave(session)
  }
}
