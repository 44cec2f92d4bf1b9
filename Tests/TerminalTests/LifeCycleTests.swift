import Drawing
import Glibc
import Testing

/// The probe on a terminal of its own, its first picture shown.
private func probe(
  _ arguments: [String] = [], size: Size = Size(width: 80, height: 24),
  environment extra: [String: String] = [:]
) throws -> PtySession {
  let session = try PtySession(
    ProcessStart.product("terminal-probe"), arguments: arguments, size: size,
    environment: PtySession.environment.merging(extra) { $1 })
  try session.wait(for: "probe \(size.width)x\(size.height)")
  #expect(session.pty.modes.isAlternate)
  #expect(session.pty.modes.hasMouse != arguments.contains("--no-mouse"))
  #expect(!session.pty.modes.isCanonical)
  return session
}

/// Ways a program ends, and what its terminal must look like then.
@Suite("From the program's start to its end")
struct LifeCycleTests {
  private func expectNormal(_ session: PtySession) {
    #expect(session.pty.modes == .normal)
    #expect(session.pty.terminal.modes.contains(25), "the cursor is hidden")
  }

  @Test("A normal end gives the terminal back", arguments: [[], ["--no-mouse"]])
  func quits(arguments: [String]) throws {
    let session = try probe(arguments)
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    expectNormal(session)
    #expect(!session.text.contains("probe"))
  }

  @Test(
    "A mouse taken later is given back at every end as well",
    arguments: [("q", PtySession.End.exited(0)), ("x", .exited(3)), ("f", .signaled(trapSignal))])
  func laterMouse(key: String, end: PtySession.End) throws {
    let session = try probe(["--no-mouse"])
    session.send("m")
    try session.wait("the mouse to be taken") { $0.modes.isSuperset(of: [1002, 1003, 1006]) }
    session.send(key)
    #expect(try session.waitForEnd() == end)
    expectNormal(session)
  }

  @Test("An exit that closes nothing gives the terminal back all the same")
  func exits() throws {
    let session = try probe()
    session.send("x")
    #expect(try session.waitForEnd() == .exited(3))
    expectNormal(session)
  }

  @Test("ctrl-C and the other keys of signals are keys")
  func signalKeys() throws {
    let session = try probe()
    session.send("\u{3}")
    try session.wait(for: #"1 key control("c")"#)
    session.send("\u{1C}")
    try session.wait(for: #"2 key control("\\")"#)
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test(
    "A signal that asks the program to end is told to it, and the terminal given back",
    arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func endingSignals(signal: Int32) throws {
    let session = try probe()
    session.signal(signal)
    #expect(try session.waitForEnd() == .exited(128 + signal))
    expectNormal(session)
  }

  @Test("A signal reaches a program whose terminal takes no bytes")
  func signalWhileStalled() throws {
    let session = try probe(size: Size(width: 200, height: 60))
    session.send("b")
    try session.wait(forFrames: 3)
    // From here on nobody reads what the program writes, frame after frame.
    session.signal(SIGTERM)
    #expect(try session.waitForEndUnread() == .exited(128 + SIGTERM))
  }

  @Test(
    "A trap leaves the terminal as it was, with its message on it",
    arguments: [("f", "last words of the probe"), ("i", "Index out of range")])
  func traps(key: String, message: String) throws {
    let session = try probe()
    session.send(key)
    #expect(try session.waitForEnd() == .signaled(Self.trapSignal))
    expectNormal(session)
    #expect(session.text.contains(message))
    #expect(session.text.contains("Fatal error"))
  }

  @Test(
    "A fault from outside leaves the terminal as it was", arguments: [SIGSEGV, SIGABRT, SIGBUS])
  func faults(signal: Int32) throws {
    let session = try probe()
    session.signal(signal)
    #expect(try session.waitForEnd() == .signaled(signal))
    expectNormal(session)
  }

  @Test("What is written to standard error appears after the end, not on the picture")
  func errors() throws {
    let session = try probe()
    session.send("w")
    try session.wait(for: #"1 key character("w")"#)
    #expect(!session.text.contains("a line to standard error"))
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.text.contains("a line to standard error"))
  }

  @Test("A storm of sizes ends with a picture of the last one")
  func sizes() throws {
    let session = try probe()
    for step in 0..<40 {
      session.resize(to: Size(width: 1 + step * 37 % 150, height: 1 + step * 11 % 50))
    }
    session.resize(to: Size(width: 61, height: 9))
    try session.wait(for: "probe 61x9")
    #expect(session.cell(row: 1, column: 60).text == "▀")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    expectNormal(session)
  }

  @Test("A size that was another only for a moment ends with a whole picture")
  func sizeThereAndBack() throws {
    let session = try probe()
    let size = Size(width: 61, height: 9)
    session.resize(to: size)
    try session.wait(for: "probe 61x9")
    for _ in 0..<50 {
      session.resize(to: Size(width: 1, height: 1))
      session.resize(to: size)
      try session.wait(for: "probe 61x9")
    }
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test("The terminal's end is the program's")
  func vanishing() throws {
    let session = try probe()
    session.pty.closeMaster()
    let end = try session.waitForEndUnread()
    #expect(end == .exited(128 + SIGHUP) || end == .signaled(SIGHUP))
  }

  /// What Swift's traps raise on this processor.
  private static var trapSignal: Int32 {
    #if arch(x86_64) || arch(i386)
      SIGILL
    #else
      SIGTRAP
    #endif
  }
}
