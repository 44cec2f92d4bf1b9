import Foundation
import Testing

@testable import CLI

/// What holds for every command there is, whoever wrote it.
@Suite("Every command")
struct CommandLawTests {
  /// A command as it is typed, and what it is.
  struct Named: CustomStringConvertible, Sendable {
    let words: [String]
    let value: CommandDescription
    var description: String { words.joined(separator: " ") }

    /// Its words with the arguments that it, or the command it stands for, can't do without.
    var invocation: [String] {
      let meant =
        value.subcommands.first { $0.commandName == value.defaultSubcommand } ?? value
      // A workload has to be one that there is.
      let positional = meant.arguments.filter { $0.kind == .positional }.prefix(1)
        .map { $0.allValues?.first ?? (words == ["bench"] ? "w1" : "x") }
      let needed = meant.arguments.filter { $0.kind == .option && !$0.isOptional }
        .flatMap { [$0.names?.last?.text ?? "", $0.allValues?.first ?? "x"] }
      // Its parser knows of none that it needs.
      let picture = words == ["render"] ? ["--output", "x.svg"] : []
      return words + positional + needed + picture
    }
  }

  /// All commands, without the parser's own help.
  static let all: [Named] = {
    guard let program = try? CommandDescription.ofThisProgram() else { return [] }
    return ManualPage.all(below: program, named: "").map { command in
      Named(
        words: command.title.split(separator: " ").map(String.init), value: command.value)
    }.filter { $0.words != ["help"] }
  }()

  @Test("The parser tells of all of them")
  func tells() {
    let names = Set(Self.all.map(\.description))
    #expect(names.isSuperset(of: ["play", "check", "new", "new exercise", "doctor", "manual"]))
  }

  @Test("--help is printed with an example, and status 0", arguments: all)
  func help(command: Named) throws {
    try inFolder { folder in
      let run = try ProgramRun(command.words + ["--help"], in: folder)
      #expect(run.status == 0 && run.complaints.isEmpty)
      #expect(run.output.contains("Example"), "\(command) has no example")
      let isTyped = run.output.split(separator: "\n").contains {
        $0.hasPrefix("  percept") || $0.hasPrefix("  source <(percept")
      }
      #expect(isTyped, "the example of \(command) is no line that begins with percept")
    }
  }

  @Test("An option that is not known is named in a line, with status 2", arguments: all)
  func unknown(command: Named) throws {
    try inFolder { folder in
      let run = try ProgramRun(command.invocation + ["--no-such-flag"], in: folder)
      let lines = run.complaints.split(separator: "\n")
      #expect(run.status == 2 && run.output.isEmpty, "\(run)")
      #expect(lines.first?.contains("--no-such-flag") == true, "\(run)")
      #expect(lines.count == 3 && lines[1].hasPrefix("Usage: percept "), "\(run)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  @Test("Help for a full disk is told, with status 1", arguments: all)
  func full(command: Named) throws {
    try inFolder { folder in
      let run = try ProgramRun(command.words + ["--help"], in: folder, output: "/dev/full")
      #expect(run.status == 1)
      #expect(
        run.complaints == "percept: standard output can't be written (the disk is full)\n")
    }
  }

  /// What prints something without needing anything.
  private static let printing: [[String]] = [
    ["presets"], ["presets", "--json"], ["link", "spiral"], ["new", "schema"], ["manual"],
    ["completions", "bash"], ["completions", "zsh"], ["completions", "fish"], ["doctor"],
    ["doctor", "--json"], ["bench", "w1", "--seconds", "0.001"], ["bench", "--first-epoch"],
    ["check", "x.yaml", "--quick"], ["check", "x.yaml", "--quick", "--json"],
    ["grade", ".", "--json"], ["grade", ".", "--csv"], ["circle", "--plain"], ["--version"],
  ]

  @Test("What can't be written is told, with status 1", arguments: printing)
  func fullDisk(arguments: [String]) throws {
    try inFolder { folder in
      try ExerciseTemplate.text(schema: nil).write(
        to: folder.appendingPathComponent("x.yaml"), atomically: true, encoding: .utf8)
      let run = try ProgramRun(arguments, in: folder, output: "/dev/full")
      #expect(run.status == 1, "\(run)")
      #expect(
        run.complaints == "percept: standard output can't be written (the disk is full)\n")
    }
  }

  @Test("A reader that went away ends it quietly, as SIGPIPE does", arguments: printing)
  func closedPipe(arguments: [String]) throws {
    try inFolder { folder in
      try ExerciseTemplate.text(schema: nil).write(
        to: folder.appendingPathComponent("x.yaml"), atomically: true, encoding: .utf8)
      let process = Process()
      let (output, complaints) = (Pipe(), Pipe())
      process.executableURL = URL(fileURLWithPath: ProgramRun.program)
      process.arguments = arguments
      process.currentDirectoryURL = folder
      process.environment = ["XDG_STATE_HOME": folder.path, "XDG_CONFIG_HOME": folder.path]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = output
      process.standardError = complaints
      try output.fileHandleForReading.close()
      try process.run()
      let said = try complaints.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      #expect(process.terminationReason == .uncaughtSignal)
      #expect(process.terminationStatus == 13)
      #expect(String(decoding: said, as: UTF8.self) == "")
    }
  }
}
