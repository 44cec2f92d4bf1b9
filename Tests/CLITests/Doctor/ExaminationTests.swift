import Drawing
import Terminal
import Testing

@testable import CLI

@Suite("What percept doctor makes of facts")
struct ExaminationTests {
  /// Facts with which everything is as it should be.
  static func facts(
    _ environment: [String: String] = [:], _ change: (inout Facts) -> Void = { _ in }
  ) -> Facts {
    var presets = Place(name: "presets", path: "/usr/share/percept/presets", use: .reads)
    (presets.exists, presets.isReadable, presets.count) = (true, true, 15)
    var settings = Place(name: "settings", path: "/home/a/.config/x.yaml", use: .keeps)
    settings.isWritable = true
    var facts = Facts(
      environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"].merging(environment) { $1 },
      terminal: TerminalFindings(
        description: "xterm-256color", depth: .direct, reason: .colorterm("truecolor"),
        ground: .dark),
      places: [presets, settings],
      processor: Processor(information: "model name\t: A CPU\nflags\t\t: fpu sse2\n"), cores: 4,
      build: Build(
        version: "1.2.3", kind: "portable", features: "SSE2", compiler: "6.3", isDebug: false))
    change(&facts)
    return facts
  }

  private func finding(
    _ name: String, in facts: Facts, area: Finding.Area? = nil
  ) throws -> Finding {
    try #require(
      Examination(facts).findings.first {
        $0.name == name && $0.area == area ?? $0.area
      })
  }

  @Test("Where all is well, every line says so and there is nothing to set")
  func well() {
    let examination = Examination(Self.facts())
    #expect(examination.canPlay)
    #expect(examination.findings.allSatisfy { $0.state == .good && $0.remedy == nil })
    #expect(examination.lines.first == "Terminal")
    #expect(examination.lines.contains("  ✓ size        120×40 columns and rows; 80×24 are needed"))
    #expect(examination.lines.last == "Percept can play here.")
  }

  @Test("What is not good says in one line what to do, or has nothing to be done about")
  func remedies() {
    for facts in Self.broken {
      let examination = Examination(facts)
      let bad = examination.findings.filter { $0.state != .good }
      #expect(!bad.isEmpty)
      for finding in bad where finding.name != "streams" {
        #expect(finding.remedy != nil, "\(finding)")
      }
      for finding in examination.findings {
        #expect(!finding.text.contains("\n") && finding.remedy?.contains("\n") != true)
        #expect(!finding.text.hasSuffix("."))
      }
    }
  }

  /// Something is not as it should be in each.
  private static let broken: [Facts] = [
    facts(["TERM": ""]) { $0.terminal.problem = .unnamedTerminal },
    facts(["TERM": "dumb"]) { $0.terminal.problem = .cannotMoveCursor("dumb") },
    facts(["TERM": "zx81"]) { $0.terminal.problem = .unknownTerminal("zx81") },
    facts(["TERM": "xterm-kitty"]),
    facts { $0.terminal.hasTerminal = false },
    facts { $0.terminal.isOutputTerminal = false },
    facts { $0.terminal.size = nil },
    facts { $0.terminal.size = Size(width: 79, height: 40) },
    facts { $0.terminal.size = Size(width: 80, height: 23) },
    facts(["TMUX": "x", "TERM": "screen"]),
    facts(["TMUX": "x", "TERM": "tmux-256color"]) {
      $0.terminal.description = "tmux-256color"
      $0.tmux = TmuxClient(answer: "xterm-256color|256,title|10")
    },
    facts(["STY": "1.x", "TERM": "screen"]),
    facts { ($0.terminal.depth, $0.terminal.reason) = (.sixteen, .described(16)) },
    facts(["LC_ALL": "C"]) { $0.terminal.codeset = "ANSI_X3.4-1968" },
    facts(["LC_ALL": "de_DE"]) { ($0.terminal.codeset, $0.terminal.hasUnicode) = ("L1", false) },
    facts { $0.settingsProblem = "/home/a/.config/x.yaml:1: there is no setting “x”" },
    facts { $0.places[0].exists = false }, facts { $0.places[0].count = 0 },
    facts { $0.places[1].isWritable = false }, facts { $0.places[1].isFull = true },
    facts { $0.places[1] = Place(name: "settings", path: nil, use: .keeps) },
  ]

  @Test("Only what keeps the playground from working is a problem, which the last line names")
  func problems() {
    func last(_ facts: Facts) -> String { Examination(facts).lines.last ?? "" }
    let good = "Percept can play here."
    #expect(last(Self.broken[0]) == "Percept can't play here: see name.")
    #expect(last(Self.broken[1]) == "Percept can't play here: see name.")
    #expect(last(Self.broken[2]) == "Percept can't play here: see name.")
    #expect(last(Self.broken[3]) == good)
    #expect(last(Self.broken[4]) == "Percept can't play here: see streams.")
    #expect(last(Self.broken[5]) == good && last(Self.broken[6]) == good)
    #expect(last(Self.broken[7]) == "Percept can't play here: see size.")
    #expect(last(Self.broken[8]) == "Percept can't play here: see size.")
    #expect(last(Self.broken[16]) == "Percept can't play here: see presets.")
    #expect(last(Self.broken[17]) == "Percept can't play here: see presets.")
    for index in [9, 10, 11, 12, 13, 14, 15, 18, 19, 20] {
      #expect(last(Self.broken[index]) == good)
    }
    #expect(
      last(
        Self.facts {
          ($0.terminal.hasTerminal, $0.terminal.problem) = (false, .unnamedTerminal)
        }) == "Percept can't play here: see streams, name.")
  }

  @Test("A line for ~/.tmux.conf, for the terminal that tmux really runs in")
  func tmux() throws {
    #expect(
      try finding("tmux", in: Self.broken[9]).remedy
        == "set -g default-terminal \"tmux-256color\"   in ~/.tmux.conf")
    #expect(
      try finding("tmux", in: Self.broken[10], area: .colours).remedy
        == "set -as terminal-features \",xterm-256color:RGB\"   in ~/.tmux.conf, if it shows them")
    let slow = Self.facts(["TMUX": "x", "TERM": "tmux-256color"]) {
      $0.tmux = TmuxClient(answer: "foot|RGB|500")
    }
    #expect(try finding("tmux", in: slow).text.contains("for 500 ms"))
    #expect(try finding("tmux", in: slow, area: .colours).state == .good)
  }

  @Test(
    "Why so many colours, and how to get more",
    arguments: [
      (ColorDepth.mono, ColorReason.noColor, "none: NO_COLOR is set", Finding.State.good),
      (.direct, .tmux, "exact colours: tmux takes them", .good),
      (.direct, .colorterm("24bit"), "exact colours: COLORTERM is 24bit", .good),
      (.direct, .directName, "exact colours: TERM says so", .good),
      (.eight, .requested, "8 colours: as was asked for", .good),
      (
        .indexed256, .described(256),
        "256 colours: the description of xterm-256color has 256", .good
      ),
      (
        .sixteen, .described(16), "16 colours: the description of xterm-256color has 16", .warning
      ),
    ])
  func colors(depth: ColorDepth, reason: ColorReason, text: String, state: Finding.State) throws {
    let found = try finding(
      "depth", in: Self.facts { ($0.terminal.depth, $0.terminal.reason) = (depth, reason) })
    #expect(found.text == text && found.state == state && found.value == depth.rawValue)
    if case .described = reason { #expect(found.remedy?.hasPrefix("export ") == true) }
  }

  @Test("In another encoding the whole report is ASCII, and words stand for signs")
  func ascii() {
    let lines = Examination(
      Self.facts(["LC_ALL": "C"]) {
        $0.terminal.codeset = "ANSI_X3.4-1968"
        $0.terminal.size = Size(width: 10, height: 5)
      }
    ).lines
    #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } })
    #expect(lines.contains { $0.hasPrefix("  NO size ") })
    #expect(lines.contains { $0.hasPrefix("   ! locale ") })
    #expect(lines.contains { $0.hasPrefix("  ok name ") })
    #expect(lines.contains { $0.hasSuffix("> export LC_ALL=C.UTF-8") })
  }

  @Test("A native build is worth naming where the processor can do more")
  func native() throws {
    func remedy(_ kind: String, _ flags: String) throws -> String? {
      try finding(
        "processor",
        in: Self.facts {
          $0.processor = Processor(information: "flags : \(flags)")
          $0.build = Build(
            version: "1", kind: kind, features: "", compiler: "6.3", isDebug: false)
        }
      ).remedy
    }
    #expect(try remedy("portable", "sse2 avx2")?.contains("for AVX2") == true)
    #expect(try remedy("portable", "avx2 avx512f")?.contains("for AVX-512") == true)
    #expect(try remedy("native", "sse2 avx2") == nil)
    #expect(try remedy("portable", "asimd") == nil)
  }
}
