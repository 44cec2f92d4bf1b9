import Foundation
import Testing

/// The built program where it was started to ignore SIGPIPE, as services are.
@Suite("A reader that went away where SIGPIPE is ignored")
struct IgnoredPipeTests {
  /// Runs it with nobody to read its output; gives its status, and what it said.
  private func run(
    _ arguments: [String], in folder: URL
  ) throws -> (status: Int32, complaints: String) {
    let run = try UnreadRun(arguments, in: folder, signals: "--ignore-signal=PIPE")
    #expect(run.reason == .exit)
    return (run.status, run.complaints)
  }

  @Test(
    "It ends quietly with the status of the signal",
    arguments: [
      "presets", "presets --json", "--help", "link spiral", "doctor", "data spiral", "xor --plain",
      "render circle -o - --format svg", "export xor --format numpy", "train xor --epochs 1",
      "train xor --epochs 1 --json", "bench w1 --seconds 0.001",
    ])
  func quiet(command: String) throws {
    try inFolder { folder in
      let end = try run(command.split(separator: " ").map(String.init), in: folder)
      #expect(end == (141, ""))
    }
  }

  @Test("Metrics that nobody reads are told in words")
  func metrics() throws {
    try inFolder { folder in
      let end = try run(["train", "xor", "--metrics", "-", "--epochs", "1"], in: folder)
      #expect(
        end
          == (1, "percept: standard output: no more metrics are written (its reader went away)\n"))
    }
  }
}
