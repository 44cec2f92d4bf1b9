import Drawing
import Glibc
import Testing

/// What the program is told about its terminal, and what it does without one.
@Suite("Percept in other terminals, and without one")
struct ProgramFrontTests {
  /// What a shell prints that runs the program.
  private func shell(_ script: String, environment: [String: String] = [:]) throws -> String {
    let session = try PtySession(
      "/bin/sh",
      arguments: [
        "-c",
        "folder=$(mktemp -d); export XDG_STATE_HOME=$folder XDG_CONFIG_HOME=$folder; cd $folder;"
          + " \(script); echo \"status $?\"; rm -r $folder",
      ],
      size: Size(width: 300, height: 60),
      environment: PtySession.environment.merging(
        environment.merging(["percept": ProcessStart.product("percept")]) { $1 }
      ) { $1 })
    #expect(try session.waitForEnd() == .exited(0))
    let lines = session.text.split(separator: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  @Test(
    "Every kind of terminal gets a picture it can show",
    arguments: [
      "linux", "vt100", "screen", "tmux-256color", "xterm", "xterm-256color", "xterm-kitty",
    ])
  func terminals(term: String) throws {
    let session = try PtySession(
      ProcessStart.product("percept"), size: Size(width: 80, height: 24),
      environment: PtySession.environment.merging(["TERM": term]) { $1 })
    try session.wait(for: "q quit")
    let hasBraille = session.text.unicodeScalars.contains { (0x2801..<0x2900).contains($0.value) }
    #expect(hasBraille == (term != "linux"))
    let colors = (2..<20).flatMap { row in (44..<78).map { session.cell(row: row, column: $0) } }
    #expect(colors.contains { $0.background != .standard } == (term != "vt100"))
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.pty.modes == .normal)
  }

  @Test("NO_COLOR and the monochrome theme leave the terminal its colours")
  func withoutColors() throws {
    for (arguments, extra) in [([], ["NO_COLOR": "1"]), (["--theme", "monochrome"], [:])] {
      let session = try PtySession(
        ProcessStart.product("percept"), arguments: arguments,
        environment: PtySession.environment.merging(extra) { $1 })
      try session.wait(for: "q quit")
      let cells = (0..<24).flatMap { row in (0..<80).map { session.cell(row: row, column: $0) } }
      #expect(cells.allSatisfy { $0.background == .standard && $0.foreground == .standard })
      session.send("q")
      #expect(try session.waitForEnd() == .exited(0))
    }
  }

  @Test("A terminal that cannot move its cursor is told what works there")
  func dumb() throws {
    #expect(
      try shell("$percept", environment: ["TERM": "dumb"]) == """
        percept: TERM is “dumb”, a terminal that cannot move its cursor: run it in a terminal \
        window, or set TERM to what the terminal really is, for example TERM=xterm-256color; \
        percept --plain needs no such terminal
        status 2
        """)
  }

  @Test("The line mode works from a pipe, and its session can be gone on with")
  func lines() throws {
    let text = try shell(
      "printf 'play 2\\nsave a.percept\\nsave a.percept\\n' | $percept circle --plain"
        + " | cut -c1-60 && echo epoch | $percept --resume --plain | tail -1 | cut -c1-16",
      environment: ["TERM": "dumb"])
    let lines = text.split(separator: "\n").map(String.init)
    try #require(lines.count == 9, "\(text)")
    #expect(lines[3].hasPrefix("Epoch 1, step 25: training loss "))
    #expect(lines[4].hasPrefix("Epoch 2, step 50: training loss "))
    #expect(lines[5] == "Written: a.percept.")
    #expect(lines[6].hasPrefix("a.percept: there is something of that name already"))
    #expect(lines[7] == "Epoch 3, step 75")
    #expect(lines[8] == "status 0")
  }

  @Test("A home that can't be written to keeps nobody from leaving")
  func noHome() throws {
    #expect(
      try shell("XDG_STATE_HOME=/dev/null; echo step | $percept --plain | wc -l") == """
        percept: the session is not kept for --resume: /dev/null/percept: the folder can't be made \
        (the folder is gone)
        4
        status 0
        """)
  }

  @Test("A recording holds the header and every picture, line by line")
  func records() throws {
    let session = try PtySession(
      "/bin/sh",
      arguments: [
        "-c",
        "f=$(mktemp -u); $percept --record $f; head -c 14 $f; echo; wc -l < $f; rm $f",
      ],
      environment: PtySession.environment.merging(
        ["percept": ProcessStart.product("percept")]) { $1 })
    try session.wait(for: "q quit")
    session.send("s")
    try session.wait(for: "Step 1:")
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.text.contains("{\"version\": 2,"))
  }

  @Test("Settings in a file show, and mistakes in it are told when the program is left")
  func settings() throws {
    let session = try PtySession(
      "/bin/sh",
      arguments: [
        "-c",
        "export XDG_CONFIG_HOME=$(mktemp -d); mkdir $XDG_CONFIG_HOME/percept;"
          + " printf 'mouse: off\\ncolour: red\\n' > $XDG_CONFIG_HOME/percept/settings.yaml;"
          + " $percept; rm -r $XDG_CONFIG_HOME",
      ],
      size: Size(width: 200, height: 40),
      environment: PtySession.environment.merging(
        ["percept": ProcessStart.product("percept")]) { $1 })
    try session.wait(for: "q quit")
    #expect(!session.pty.modes.hasMouse)
    session.send("q")
    #expect(try session.waitForEnd() == .exited(0))
    #expect(session.text.contains("settings.yaml:2: there is no setting “colour”"))
  }
}
