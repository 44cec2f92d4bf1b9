import Foundation
import Testing

/// The built program where its streams are closed or full, and its files find no room.
@Suite("Closed and full outputs")
struct StreamTests {
  /// Lines that write results.
  static let results = [
    "\"$PERCEPT\" link circle", "\"$PERCEPT\" presets",
    "\"$PERCEPT\" render circle -o - --format txt",
    "\"$PERCEPT\" --help", "\"$PERCEPT\" --version", "\"$PERCEPT\" circle --plain",
    "\"$PERCEPT\" new schema",
  ]

  @Test("A full disk behind standard output is told, with status 1", arguments: results)
  func full(_ line: String) throws {
    try inFolder { folder in
      let run = try ShellRun(line + " >/dev/full", in: folder)
      #expect(run.status == 1)
      #expect(
        run.complaints == "percept: standard output can't be written (the disk is full)\n")
    }
  }

  @Test("A closed standard output is told, with status 1", arguments: results)
  func closed(_ line: String) throws {
    try inFolder { folder in
      let run = try ShellRun(line + " >&-", in: folder)
      #expect(run.status == 1)
      #expect(run.complaints == "percept: standard output can't be written (it is closed)\n")
    }
  }

  @Test("A result larger than files may be is an error, not the end by a signal")
  func limited() throws {
    try inFolder { folder in
      let run = try ShellRun(
        "(ulimit -f 1; exec \"$PERCEPT\" new schema >schema)", in: folder)
      #expect(run.status == 1)
      #expect(
        run.complaints
          == "percept: standard output can't be written (it would be larger than is allowed)\n")
    }
  }

  @Test("Weights larger than files may be leave the old file and no other")
  func limitedWeights() throws {
    try inFolder { folder in
      let save = "\"$PERCEPT\" circle --set network.hidden=8,8,8,8 --plain --save w </dev/null"
      let first = try ShellRun(save, in: folder)
      #expect(first.status == 0, "\(first.complaints)")
      let before = try Data(contentsOf: folder.appendingPathComponent("w"))
      // In blocks of a kilobyte.
      let run = try ShellRun("(ulimit -f 1; \(save))", in: folder)
      #expect(run.status == 1)
      #expect(
        run.complaints.hasSuffix(
          "w: the file can't be written (it would be larger than is allowed); what was there is"
            + " unchanged\n"), "\(run.complaints)")
      #expect(try Data(contentsOf: folder.appendingPathComponent("w")) == before)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names.filter { $0 != "home" } == ["w"])
    }
  }

  @Test("A folder that can't be written to is told before any work is done")
  func unwritable() throws {
    try inFolder { folder in
      let run = try ShellRun("echo >f; exec \"$PERCEPT\" circle --plain --save f/w", in: folder)
      #expect(run.status == 1)
      #expect(run.output.isEmpty)
      #expect(run.complaints.contains("f/w: there is no folder "), "\(run.complaints)")
      let proc = try ShellRun(
        "printf 'quit\\n' | \"$PERCEPT\" circle --plain --save /proc/w", in: folder)
      #expect(proc.status == 1)
      #expect(proc.complaints.hasPrefix("percept: /proc/w: "), "\(proc.complaints)")
    }
  }

  @Test("A closed standard input is an empty one")
  func noInput() throws {
    try inFolder { folder in
      let run = try ShellRun("exec \"$PERCEPT\" circle --plain <&-", in: folder)
      #expect(run.status == 0, "\(run.complaints)")
      #expect(run.output.hasSuffix("Type help for the commands.\n"))
    }
  }

  @Test("With standard error closed, the status tells, and no file gets the words")
  func noErrors() throws {
    try inFolder { folder in
      let run = try ShellRun("\"$PERCEPT\" nothing.yaml --plain 2>&-", in: folder)
      #expect(run.status == 2 && run.output.isEmpty)
      // A checkpoint that is opened next would get the number of standard error.
      let save = try ShellRun(
        "exec \"$PERCEPT\" circle --plain --save w --checkpoint c <&- >&- 2>&-", in: folder)
      #expect(save.status == 1)
      let bytes = try Data(contentsOf: folder.appendingPathComponent("w"))
      #expect(bytes.count > 8 && bytes[1...7].allSatisfy { $0 < 0x20 }, "not a header's length")
    }
  }

  @Test("What was trained is kept where the lines can't be told any more")
  func keepsWork() throws {
    try inFolder { folder in
      let run = try ShellRun(
        "printf 'play 1\\nquit\\n' | \"$PERCEPT\" circle --plain --save w >/dev/full", in: folder)
      #expect(run.status == 1)
      #expect(FileManager.default.fileExists(atPath: folder.path + "/w"))
    }
  }
}
