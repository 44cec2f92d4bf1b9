import Drawing
import Testing

@testable import Terminal

/// A machine that knows these descriptions and no others.
private func machine(_ known: [String: Int]) -> @Sendable (String) -> TerminalDescription? {
  { name in
    known[name].map { TerminalDescription(colors: $0, movesCursor: name != "dumb") }
  }
}

private let debian = machine([
  "xterm-256color": 256, "xterm": 8, "vt100": 0, "linux": 8, "dumb": 0, "screen": 8,
  "screen-256color": 256, "tmux-256color": 256, "rxvt-unicode-256color": 256, "rxvt-16color": 16,
  "xterm-direct": 0x100_0000,
])

@Suite("The choice of a terminal description")
struct TerminalChoiceTests {
  @Test(
    "The colours are those of the description, unless the environment promises more",
    arguments: [
      (["TERM": "xterm-256color"], "xterm-256color", ColorDepth.indexed256),
      (["TERM": "xterm"], "xterm", .eight),
      (["TERM": "rxvt-16color"], "rxvt-16color", .sixteen),
      (["TERM": "vt100"], "vt100", .mono),
      (["TERM": "linux"], "linux", .eight),
      (["TERM": "xterm", "COLORTERM": "truecolor"], "percept-direct", .direct),
      (["TERM": "xterm-256color", "COLORTERM": "24bit"], "percept-direct", .direct),
      (["TERM": "xterm-256color", "COLORTERM": "yes"], "xterm-256color", .indexed256),
      (["TERM": "xterm-direct"], "percept-direct", .direct),
      (
        ["TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"], "percept-direct-tmux", .direct
      ),
      (["TERM": "screen", "TMUX": "/tmp/tmux-0/default,1,0"], "percept-direct-tmux", .direct),
      (["TERM": "tmux-256color"], "tmux-256color", .indexed256),
      // GNU screen hands COLORTERM on without the colours, the console has neither.
      (["TERM": "screen-256color", "COLORTERM": "truecolor"], "screen-256color", .indexed256),
      (["TERM": "linux", "COLORTERM": "truecolor"], "linux", .eight),
      (["TERM": "vt100", "COLORTERM": "truecolor"], "vt100", .mono),
      (["TERM": "xterm-256color", "NO_COLOR": "1"], "xterm-256color", .mono),
      (["TERM": "xterm-256color", "NO_COLOR": ""], "xterm-256color", .indexed256),
      (
        ["TERM": "xterm", "COLORTERM": "truecolor", "NO_COLOR": "1"], "xterm", .mono
      ),
    ])
  func automatic(environment: [String: String], name: String, depth: ColorDepth) throws {
    let choice = try TerminalChoice.make(
      requested: nil, environment: environment, describe: debian)
    #expect(choice.name == name)
    #expect(choice.depth == depth)
    #expect((choice.terminfo != nil) == (depth == .direct))
  }

  @Test(
    "What is asked for is done, with a richer description where it takes one",
    arguments: [
      ("xterm", ColorDepth.direct, "percept-direct"),
      ("tmux-256color", .direct, "percept-direct-tmux"),
      ("xterm", .indexed256, "xterm-256color"),
      ("screen", .indexed256, "tmux-256color"),
      ("xterm", .sixteen, "xterm-256color"),
      ("xterm", .eight, "xterm"),
      ("vt100", .eight, "xterm-256color"),
      ("xterm-256color", .eight, "xterm-256color"),
      ("xterm-256color", .mono, "xterm-256color"),
    ])
  func requested(term: String, depth: ColorDepth, name: String) throws {
    let choice = try TerminalChoice.make(
      requested: depth, environment: ["TERM": term, "NO_COLOR": "1"], describe: debian)
    #expect(choice.name == name)
    #expect(choice.depth == depth)
  }

  @Test(
    "A terminal this machine has not heard of runs under a relative's name",
    arguments: [
      ("xterm-kitty", "xterm-256color"), ("xterm-ghostty", "xterm-256color"),
      ("alacritty", "xterm-256color"), ("alacritty-direct", "percept-direct"),
      ("foot", "xterm-256color"), ("foot-extra", "xterm-256color"), ("kitty", "xterm-256color"),
      ("wezterm", "xterm-256color"), ("ghostty", "xterm-256color"), ("rio", "xterm-256color"),
      ("contour", "xterm-256color"), ("iTerm2.app", "xterm-256color"),
      ("vte-256color", "xterm-256color"),
      ("konsole-256color", "xterm-256color"), ("st-256color", "xterm-256color"),
      ("rxvt-256color", "rxvt-unicode-256color"), ("tmux", "tmux-256color"),
      ("screen.xterm-256color", "tmux-256color"),
    ])
  func fallback(term: String, name: String) throws {
    let choice = try TerminalChoice.make(
      requested: nil, environment: ["TERM": term], describe: debian)
    #expect(choice.name == name)
  }

  @Test("Where only poor descriptions are installed, the best of them serves")
  func poorMachine() throws {
    let choice = try TerminalChoice.make(
      requested: nil, environment: ["TERM": "xterm-kitty"], describe: machine(["vt100": 0]))
    #expect(choice == TerminalChoice(name: "vt100", terminfo: nil, depth: .mono))
  }

  @Test("A terminal that is of no use is refused, with its name")
  func refused() {
    func make(_ environment: [String: String]) throws(TerminalError) {
      _ = try TerminalChoice.make(requested: nil, environment: environment, describe: debian)
    }
    #expect(throws: TerminalError.unnamedTerminal) { try make([:]) }
    #expect(throws: TerminalError.unnamedTerminal) { try make(["TERM": ""]) }
    #expect(throws: TerminalError.unknownTerminal("no-such-terminal")) {
      try make(["TERM": "no-such-terminal"])
    }
    #expect(throws: TerminalError.cannotMoveCursor("dumb")) { try make(["TERM": "dumb"]) }
  }

  @Test("Each refusal is one line that says what is wrong and what to do")
  func messages() {
    let cases: [(TerminalError, String)] = [
      (
        .notATerminal(.input),
        "standard input is not a terminal: run it in a terminal window, without a pipe or a"
          + " redirection"
      ),
      (
        .notATerminal(.output),
        "standard output is not a terminal: run it in a terminal window, without a pipe or a"
          + " redirection"
      ),
      (
        .unnamedTerminal,
        "the variable TERM is not set: set it to the name of the terminal, for example"
          + " TERM=xterm-256color"
      ),
      (
        .unknownTerminal("no-such-terminal"),
        "TERM is “no-such-terminal”, which is not a known terminal: set it to one that is, for"
          + " example TERM=xterm-256color"
      ),
      (
        .cannotMoveCursor("dumb"),
        "TERM is “dumb”, a terminal that cannot move its cursor: run it in a terminal window, or"
          + " set TERM to what the terminal really is, for example TERM=xterm-256color"
      ),
      (
        .unusable("too many files are open"),
        "the terminal cannot be used (too many files are open): run it in another terminal window"
      ),
    ]
    for (error, message) in cases { #expect(error.description == message) }
  }
}
