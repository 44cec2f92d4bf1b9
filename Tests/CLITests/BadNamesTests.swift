import Foundation
import Testing

@testable import CLI

@Suite("Names that name nothing")
struct BadNamesTests {
  @Test(
    "Each is told in one line that says what was expected, with status 2",
    arguments: [
      (["check", ""], "a file's name was expected, not “”"),
      (["learn", ""], "an exercise's name was expected, not “”; “percept learn” lists them"),
      (["learn", "empty.yaml"], "empty.yaml:1:1: the file is empty"),
      (["learn", "torn.yaml"], "torn.yaml:3:1: this is not YAML: "),
      (
        ["learn", "preset.yaml"],
        "preset.yaml: this is a preset without a task; “percept preset.yaml” opens it"
      ),
      (["new", "exercise", ""], "“” is no name of an exercise: expected small letters"),
      (["grade", "empty.yaml"], "empty.yaml: there is no such folder"),
      (["link", "binary.yaml"], "binary.yaml: the file is not UTF-8 text"),
      (["check", "folder.yaml"], "folder.yaml: this is a folder; a YAML file was expected"),
      (
        ["trian", "xor", "--epochs", "3"],
        "there is neither a command nor a preset “trian”; “percept --help” lists the commands; did you"
          + " mean “train”?"
      ),
      (
        ["data", "spiral", "--noise", "20"],
        "Unknown option '--noise'; settings are changed with --set, as in --set data.noise=…"
          + " (see “percept data --help”)"
      ),
      (
        ["data", "spiral", "--outptu", "f"],
        "Unknown option '--outptu'; did you mean '--output'? (see “percept data --help”)"
      ),
      (
        ["completions", "csh"],
        "The value 'csh' is invalid for '<shell>': expected one of 'bash', 'zsh' or 'fish'"
          + " (see “percept completions --help”)"
      ),
      (
        ["help", "trian"],
        "there is no command “trian”; “percept --help” lists them; did you mean “train”?"
      ),
      (["trian"], "there is no preset “trian”; expected a YAML file, "),
      (["check", "/dev/zero"], "/dev/zero: the file is larger than 1 MiB"),
    ])
  func names(arguments: [String], message: String) throws {
    try inFolder { folder in
      for (name, text) in [
        ("empty.yaml", ""), ("torn.yaml", "format: 1\ntitle: [\n"), ("preset.yaml", "format: 1\n"),
      ] {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
      try Data([0xFF, 0xFE, 0]).write(to: folder.appendingPathComponent("binary.yaml"))
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("folder.yaml"), withIntermediateDirectories: false)
      let run = try ProgramRun(arguments, in: folder)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.complaints.hasPrefix("percept: " + message), "\(run.complaints)")
      #expect(run.complaints.components(separatedBy: "percept: ").count == 2)
    }
  }
}
