import Foundation
import Testing

@testable import CLI

/// Where results of the built program go, and what keeps them from getting there.
@Suite("Results on standard output and in files")
struct ResultTargetTests {
  /// Commands that write to standard output unless told otherwise.
  private static let commands = [
    ["data", "spiral"], ["export", "xor", "--format", "json"],
    ["export", "xor", "--format", "safetensors"],
  ]

  @Test("A full disk behind standard output is told, with status 1", arguments: commands)
  func full(_ arguments: [String]) throws {
    let run = try ProgramRun(
      arguments, in: FileManager.default.temporaryDirectory, output: "/dev/full")
    #expect(run.status == 1)
    #expect(
      run.complaints == "percept: standard output can't be written (the disk is full)\n")
  }

  @Test("A reader that goes away ends it like any tool, without a word", arguments: commands)
  func closedPipe(_ arguments: [String]) throws {
    let line = ([ProgramRun.program] + arguments).map { "'\($0)'" }.joined(separator: " ")
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "\(line) | true; echo ${PIPESTATUS[0]}"]
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // Whoever is quicker: all was taken by the pipe, or SIGPIPE ended the writer.
    #expect(["0\n", "141\n"].contains(text), "\(text)")
  }

  @Test("A file that is there is replaced with --force alone", arguments: commands)
  func existing(_ arguments: [String]) throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("out")
      let plain = try ProgramRun(arguments + ["--output", "out"], in: folder)
      #expect(plain.status == 0 && plain.output.isEmpty)
      let bytes = try Data(contentsOf: file)
      #expect(!bytes.isEmpty)
      try Data("mine".utf8).write(to: file)
      let refused = try ProgramRun(arguments + ["--output", "out"], in: folder)
      #expect(refused.status == 1)
      #expect(
        refused.complaints
          == "percept: out: there is something of that name already; --force replaces it\n")
      #expect(try Data(contentsOf: file) == Data("mine".utf8))
      let forced = try ProgramRun(arguments + ["-o", "out", "--force"], in: folder)
      #expect(forced.status == 0)
      #expect(try Data(contentsOf: file) == bytes)
      // Nothing else is left behind.
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out"])
    }
  }

  @Test("- is standard output, and no file of that name", arguments: commands)
  func dash(_ arguments: [String]) throws {
    try inFolder { folder in
      let run = try ProgramRun(arguments + ["-o", "-"], in: folder)
      let plain = try ProgramRun(arguments, in: folder)
      #expect(run.status == 0 && run.output == plain.output)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
      let forced = try ProgramRun(arguments + ["-o", "-", "--force"], in: folder)
      #expect(forced.status == 2 && forced.complaints.contains("it needs --output"))
    }
  }

  @Test("A folder that is not there, or where nothing can be written", arguments: commands)
  func unwritable(_ arguments: [String]) throws {
    try inFolder { folder in
      let nowhere = try ProgramRun(arguments + ["-o", "no/such"], in: folder)
      #expect(nowhere.status == 1)
      #expect(nowhere.complaints == "percept: no/such: there is no folder no\n")
      let folderItself = try ProgramRun(arguments + ["-o", ".", "--force"], in: folder)
      #expect(folderItself.status == 1)
      #expect(folderItself.complaints.contains("this is a folder; a file was expected"))
      // Nobody may make files there, whoever runs the test.
      let system = try ProgramRun(arguments + ["-o", "/proc/percept-test"], in: folder)
      #expect(system.status == 1 && system.complaints.contains("/proc/percept-test: "))
      #expect(system.complaints.split(separator: "\n").count == 1)
    }
  }

  @Test("A disk that fills up while a file is written: told, and nothing half-written is left")
  func limited() throws {
    try inFolder { folder in
      // At most 1 KiB a file; the signal for more is ignored, so that the write fails instead.
      let script = "trap '' XFSZ; ulimit -f 1; exec \"$@\""
      for arguments in Self.commands.prefix(2) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments =
          ["-c", script, "bash", ProgramRun.program] + arguments
          + ["--output", "out"]
        process.currentDirectoryURL = folder
        process.standardError = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(
          text
            == "percept: out: the file can't be written (it would be larger than is allowed)\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
      }
    }
  }
}
