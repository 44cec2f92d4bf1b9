import Foundation
import Lessons
import Testing

@testable import CLI

@Suite("percept doctor")
struct DoctorProgramTests {
  private func run(
    _ arguments: [String] = [], _ environment: [String: String], in folder: URL
  ) throws -> ProgramRun {
    let run = try ProgramRun(["doctor"] + arguments, in: folder, environment: environment)
    #expect(run.complaints.isEmpty)
    return run
  }

  @Test(
    "In every surrounding it reports, and the status is what the report says",
    arguments: [
      [:], ["TERM": "dumb"], ["TERM": "no-such-terminal"], ["TERM": "xterm-256color"],
      ["TERM": "linux", "LC_ALL": "C"], ["TERM": "xterm", "LC_ALL": "de_DE.ISO-8859-1"],
      ["TERM": "screen", "STY": "1"], ["TERM": "xterm-kitty", "SSH_CONNECTION": "1 2 3 4"],
      ["TERM": "tmux-256color", "TMUX": "/nowhere,1,0"], ["TERM": "xterm", "NO_COLOR": "1"],
      ["PERCEPT_PRESETS": "/nowhere", "TERM": "xterm"], ["XDG_STATE_HOME": "/dev/null"],
    ])
  func surroundings(environment: [String: String]) throws {
    try inFolder { folder in
      let text = try run([], environment, in: folder)
      let json = try JSON(
        reading: try run(["--json"], environment, in: folder).output, depth: 8)
      let canPlay = try #require(json["canPlay"]?.truth as Bool?)
      #expect(text.status == (canPlay ? 0 : 1))
      #expect(
        text.output.contains(canPlay ? "Percept can play here." : "Percept can't play here: see "))
      let findings = try #require(json["findings"]?.list)
      #expect(canPlay == findings.allSatisfy { $0["state"]?.text != "problem" })
      for finding in findings {
        #expect(text.output.contains(" \(finding["name"]?.text ?? "?") "), "\(finding)")
      }
      // It only looks.
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  @Test("Without a TERM, or with one that moves no cursor, it can't play")
  func names() throws {
    try inFolder { folder in
      for environment in [[:], ["TERM": "dumb"], ["TERM": "no-such-terminal"]] {
        let run = try run([], environment, in: folder)
        #expect(run.status == 1 && run.output.contains("export TERM=xterm-256color"))
      }
    }
  }

  @Test("A mistake in the settings is told with its line")
  func settings() throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("percept/settings.yaml")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("graph: ascii\nthemes: okabe\n".utf8).write(to: file)
      let run = try run([], ["TERM": "xterm", "LC_ALL": "C.UTF-8"], in: folder)
      #expect(run.output.contains("settings.yaml:2: there is no setting “themes”"))
      #expect(run.output.contains("pictures     ASCII alone"))
    }
  }
}
