import Drawing
import Glibc
import Testing

/// The program itself, driven as a person would, its screen read back.
@Suite("Percept in a terminal")
struct ProgramTests {
  /// The program, its first picture shown.
  private func percept(
    _ arguments: [String] = [], size: Size = Size(width: 120, height: 40)
  ) throws -> PtySession {
    let session = try PtySession(
      ProcessStart.product("percept"), arguments: arguments, size: size)
    try session.wait(for: "q quit")
    return session
  }

  /// What a shell prints that runs the program, and its status.
  private func shell(_ script: String, environment: [String: String] = [:]) throws -> String {
    let session = try PtySession(
      "/bin/sh", arguments: ["-c", "cd /; \(script); echo \"status $?\""],
      size: Size(width: 300, height: 30),
      environment: PtySession.environment.merging(
        environment.merging(["percept": ProcessStart.product("percept")]) { $1 }
      ) { $1 })
    #expect(try session.waitForEnd() == .exited(0))
    let lines = session.text.split(separator: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The backgrounds of the right half of the screen, where the map is.
  private func map(_ session: PtySession, size: Size) -> [Color] {
    (2..<(size.height - 8)).flatMap { row in
      (size.width * 5 / 8..<size.width - 2).map { column in
        session.cell(row: row, column: column).background
      }
    }
  }

  /// The number after “train loss” on the screen.
  private func trainingLoss(_ text: String) -> Double? {
    let words = text.split { $0 == " " || $0 == "│" || $0 == "\n" }
    for index in words.indices.dropLast(2) {
      if words[index] == "train" && words[index + 1] == "loss" { return Double(words[index + 2]) }
    }
    return nil
  }

  @Test(
    "It learns the circle before the learner's eyes, and leaves a clean terminal",
    arguments: [
      (Size(width: 120, height: 40), "direct"), (Size(width: 80, height: 24), "16"),
      (Size(width: 80, height: 24), "256"),
    ])
  func learnsTheCircle(size: Size, color: String) throws {
    let session = try percept(["--color", color], size: size)
    #expect(session.text.contains("paused"))
    #expect(session.text.contains("epoch 0"))
    #expect(trainingLoss(session.text).map { $0 > 0.4 } ?? false)
    let before = map(session, size: size)

    session.send("+++ ")
    try session.wait("a training loss below 0.02") { terminal in
      !terminal.modes.contains(2026) && (self.trainingLoss(terminal.text) ?? 1) < 0.02
    }
    #expect(map(session, size: size) != before)
    session.send(" ")
    try session.wait(for: "paused")

    #expect(session.text.contains("2·4·2·1"))
    session.send("]")
    try session.wait(for: "2·4·2·2·1")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.pty.modes == .normal)
    #expect(!session.text.contains("percept"))
  }

  @Test("A key is answered while training takes all the time there is")
  func answersAtUnlimitedSpeed() throws {
    let session = try percept(["multi-gauss"])
    session.send(" +++++++++")
    try session.wait(for: "unlimited")
    session.send("?")
    try session.wait(for: "esc closes")
    session.send("\u{1B}")
    try session.wait(forAbsenceOf: "esc closes")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test("It takes the mouse, unless told to leave it", arguments: [true, false])
  func mouse(isTaken: Bool) throws {
    let session = try percept(isTaken ? [] : ["--no-mouse"])
    #expect(session.pty.modes.hasMouse == isTaken)
    // Whatever it does with them, reports of the mouse are no keys.
    session.send("\u{1B}[<35;113;9M\u{1B}[<35;113;10M")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.pty.modes == .normal)
  }

  @Test("A terminal too small gets a message, and the picture when it has grown")
  func survivesAnySize() throws {
    let session = try percept(size: Size(width: 80, height: 24))
    session.resize(to: Size(width: 60, height: 20))
    try session.wait(for: "It has 60×20 cells; 80×24 are needed.")
    session.resize(to: Size(width: 1, height: 1))
    session.resize(to: Size(width: 120, height: 40))
    try session.wait(for: "About")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.pty.modes == .normal)
  }

  @Test("A network that diverges says where, and what to try")
  func namesTheDivergence() throws {
    let session = try percept(["plane", "--set", "training.learning-rate=100"])
    session.send(" ")
    try session.wait(for: "diverged")
    try session.wait(for: "Training stopped in epoch 1")
    try session.wait(for: "Try a smaller rate than 100")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
  }

  @Test("ctrl-Z stops it with a usable terminal, and it comes back", .timeLimit(.minutes(2)))
  func stopsAndContinues() throws {
    let session = try PtySession(
      "/bin/sh", arguments: ["-c", "set -m; $percept; echo stopped; fg >/dev/null; echo ended"],
      size: Size(width: 80, height: 24),
      environment: PtySession.environment.merging(
        ["percept": ProcessStart.product("percept")]) { $1 })
    try session.wait(for: "q quit")
    session.send("\u{1A}")
    try session.wait(for: "q quit")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.text.contains("stopped"))
    #expect(session.text.contains("ended"))
    #expect(session.pty.modes == .normal)
  }

  @Test("Signals end it with the status they have in a shell", arguments: [SIGTERM, SIGHUP])
  func endsOnSignals(signal: Int32) throws {
    let session = try percept()
    session.send(" ")
    try session.wait(for: "training")
    session.signal(signal)
    #expect(try session.waitForEnd() == .exited(128 + signal))
    #expect(session.pty.modes == .normal)
  }

  @Test("What can't be opened gives one line and a status")
  func refusesInOneLine() throws {
    #expect(
      try shell("$percept </dev/null") == """
        percept: standard input is not a terminal: run it in a terminal window, without a pipe or \
        a redirection
        status 2
        """)
    #expect(
      try shell("$percept", environment: ["TERM": "no-such-terminal"]) == """
        percept: TERM is “no-such-terminal”, which is not a known terminal: set it to one that is, \
        for example TERM=xterm-256color
        status 2
        """)
    #expect(
      try shell("$percept /nowhere/lesson.yaml") == """
        percept: /nowhere/lesson.yaml: there is no such file
        status 2
        """)
    #expect(
      try shell("$percept sprial") == """
        percept: there is no preset “sprial”; expected a YAML file, a CSV file or one of circle, xor, gauss, \
        spiral, moons, blobs, checkerboard, plane, multi-gauss, overfitting, residual, \
        continuous, iris, digits, wave, or an exercise that “percept learn” lists; did you mean “spiral”?
        status 2
        """)
  }

  @Test("Presets are found from any folder, and from a copy of the program elsewhere")
  func findsItsPresets() throws {
    let first = "circle        A disc inside a ring; four and two tanh units close the boundary."
    #expect(try shell("$percept presets | head -1") == "\(first)\nstatus 0")
    let copied = """
      folder=$(mktemp -d) && mkdir -p $folder/bin && cp $percept $folder/bin/ \
      && $folder/bin/percept presets | head -1; rm -r $folder
      """
    #expect(try shell(copied) == "\(first)\nstatus 0")
  }
}
