import ArgumentParser
import Foundation
import Lessons
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
      #expect(run.status == 2 && run.output.isEmpty, "\(run)")
      #expect(
        run.complaints.hasPrefix("percept: Unknown option '--no-such-flag'"), "\(run)")
      #expect(run.complaints.hasSuffix(" --help”)\n"), "\(run)")
      #expect(run.complaints.count(where: \.isNewline) == 1, "\(run)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  @Test("An example fits a terminal of 80 columns, so that it can be copied", arguments: all)
  func examples(command: Named) {
    for line in (command.value.discussion ?? "").split(separator: "\n")
    where line.hasPrefix("  percept") {
      #expect(line.count <= 80, "\(command): \(line)")
    }
  }

  /// Every argument that stands for a file or a name, with what the parser knows to complete it by.
  private func completions(_ command: JSON, _ words: String) -> [(argument: String, isKnown: Bool)]
  {
    let arguments = command["arguments"]?.list ?? []
    let own = arguments.compactMap { argument -> (argument: String, isKnown: Bool)? in
      let value = argument["valueName"]?.text ?? ""
      guard argument["kind"]?.text != "flag",
        ["file", "folder", "preset", "exercise", "key=value", "spec", "store"].contains(value)
      else { return nil }
      let name = argument["preferredName"]?["name"]?.text ?? value
      return ("\(words) \(name)", argument["completionKind"] != nil)
    }
    return own
      + (command["subcommands"]?.list ?? []).flatMap {
        completions($0, words + " " + ($0["commandName"]?.text ?? ""))
      }
  }

  @Test("What stands for a file or a name can be completed")
  func completed() throws {
    let page = try JSON(reading: Percept._dumpHelp(), depth: 64)
    let all = completions(try #require(page["command"]), "percept")
    #expect(all.count > 40)
    #expect(all.filter { !$0.isKnown }.map(\.argument) == [])
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
    ["train", "xor", "--epochs", "1"], ["train", "xor", "--epochs", "1", "--json"], ["data"],
    ["data", "spiral"], ["export", "xor", "--format", "numpy"],
    ["render", "circle", "--output", "-", "--format", "txt"], ["sweep", "x.sweep.yaml", "--plan"],
    ["grade", ".", "--json"], ["grade", ".", "--csv"], ["circle", "--plain"], ["--version"],
  ]

  /// The files that these read.
  private static func fill(_ folder: URL) throws {
    for (name, text) in [
      ("x.yaml", ExerciseTemplate.text(schema: nil)), ("s.jsonl", "no submission\n"),
      (
        "x.sweep.yaml", "sweep: 1\nbase: xor\nmethod: grid\nparameters: {seed: [1, 2]}\nepochs: 1\n"
      ),
    ] {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
  }

  @Test("What can't be written is told, with status 1", arguments: printing)
  func fullDisk(arguments: [String]) throws {
    try inFolder { folder in
      try Self.fill(folder)
      let run = try ProgramRun(arguments, in: folder, output: "/dev/full")
      #expect(run.status == 1, "\(run)")
      #expect(
        run.complaints == "percept: standard output can't be written (the disk is full)\n")
    }
  }

  @Test("A reader that went away ends it quietly, as SIGPIPE does", arguments: printing)
  func closedPipe(arguments: [String]) throws {
    try inFolder { folder in
      try Self.fill(folder)
      let run = try UnreadRun(arguments, in: folder)
      #expect(run.reason == .uncaughtSignal && run.status == SIGPIPE && run.complaints == "")
    }
  }
}
