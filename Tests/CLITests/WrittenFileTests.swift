import Foundation
import Testing

/// What is left of files that were written, if the power fails right after that.
@Suite("Files that are written")
struct WrittenFileTests {
  private static let tracer = "/usr/bin/strace"

  @Test(
    "The name of a file is brought to the disk after its bytes",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: tracer),
      "strace, which shows when files reach the disk, is not there; Debian's package strace has it"),
    arguments: [
      ("train xor --epochs 1 --quiet --checkpoint kept.percept", "kept.percept"),
      ("train xor --epochs 1 --quiet --save kept.safetensors", "kept.safetensors"),
      ("new exercise kept", "kept.yaml"),
    ])
  func names(command: String, file: String) throws {
    try inFolder { folder in
      let run = try ShellRun(
        "\(Self.tracer) -f -y -o trace -e trace=link,linkat,rename,renameat,renameat2,fsync"
          + " \"$PERCEPT\" \(command)", in: folder)
      #expect(run.status == 0, "\(run)")
      let trace = try String(
        contentsOf: folder.appendingPathComponent("trace"), encoding: .utf8)
      let calls = trace.split(separator: "\n").map(String.init)
      let name = folder.lastPathComponent
      let named = try #require(
        calls.lastIndex { $0.contains("\(file)\"") && !$0.contains("fsync") }, "\(trace)")
      #expect(calls[..<named].contains { $0.contains("fsync(") && $0.contains("\(name)/") })
      #expect(calls[named...].contains { $0.contains("fsync(") && $0.contains("\(name)>)") })
    }
  }
}
