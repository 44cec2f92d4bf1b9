import Foundation
import Testing

@testable import CLI

@Suite("The store of a sweep")
struct SweepStoreTests {
  @Test("One that is there is refused without --resume, with a sentence that says what to do")
  func refused() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      _ = try sweep.run("s.yaml", "--quiet")
      let before = try sweep.text("s.sweep.jsonl")
      let run = try sweep.run("s.yaml")
      #expect(run.status == 2 && run.output == "")
      #expect(
        run.complaints
          == "percept: s.sweep.jsonl: this store has 24 trials already; go on with it with --resume,"
          + " or choose another with --store\n")
      #expect(try sweep.text("s.sweep.jsonl") == before)
    }
  }

  @Test(
    "What is no store is never written to",
    arguments: [
      Array("my notes\n".utf8), Array("my precious notes in one line".utf8), [0x78],
      [0x7F, 0x45, 0x4C, 0x46, 0, 0xFF, 0xFE], [0, 0, 0, 0],
    ])
  func foreign(bytes: [UInt8]) throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      try Data(bytes).write(to: sweep.url("notes"))
      for arguments in [[], ["--resume"]] {
        let run = try ProgramRun(
          ["sweep", "s.yaml", "--store", "notes"] + arguments, in: sweep.folder)
        #expect(run.status == 2 && run.complaints.hasPrefix("percept: notes:"), "\(run)")
      }
      #expect(try Data(contentsOf: sweep.url("notes")) == Data(bytes))
    }
  }

  @Test(
    "An empty file, and a header torn off, are begun anew",
    arguments: ["", "{", "{\"percept-sweep\":1,\"prog"])
  func hardlyBegun(text: String) throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      try sweep.write(text, "s.sweep.jsonl")
      let run = try sweep.run("s.yaml", "--quiet")
      #expect(try run.status == 0 && run.output == sweep.table())
      #expect(sweep.lineCount("s.sweep.jsonl") == 25)
      #expect(try sweep.run("show", "s.yaml").complaints == "")
    }
  }

  @Test("A store with a byte that is no text is not cut, but told with the line")
  func noText() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      _ = try sweep.run("s.yaml", "--quiet")
      var bytes = Array(try Data(contentsOf: sweep.url("s.sweep.jsonl")).dropLast(9))
      let end = try #require(bytes.firstIndex(of: 10))
      bytes[end + 12] = 0xFF
      try Data(bytes).write(to: sweep.url("s.sweep.jsonl"))
      let run = try sweep.run("s.yaml", "--resume")
      #expect(run.status == 2)
      #expect(run.complaints == "percept: s.sweep.jsonl:2: this is no text in UTF-8\n")
      #expect(try Data(contentsOf: sweep.url("s.sweep.jsonl")) == Data(bytes))
    }
  }

  @Test("A torn last line is told, taken away, and its trial run again", arguments: [1, 30, 400])
  func torn(missing: Int) throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let table = try sweep.table()
      let whole = try Data(contentsOf: sweep.url("alone.jsonl"))
      try whole.dropLast(missing).write(to: sweep.url("s.sweep.jsonl"))
      let run = try sweep.run("s.yaml", "--resume")
      #expect(run.status == 0 && run.output == table)
      #expect(
        run.complaints.hasPrefix(
          "percept: s.sweep.jsonl: the last line was torn off when writing ended; it is taken away,"
            + " and its trial run again\n"), "\(run)")
      // Every line is whole: a reader finds nothing to complain about.
      let show = try sweep.run("show", "s.yaml")
      #expect(show.status == 0 && show.complaints == "" && show.output.contains("24 of 24 trials"))
    }
  }

  @Test("A full disk stops it with one error; nothing is lost, and it goes on")
  func fullDisk() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let table = try sweep.table()
      // In blocks of a kilobyte; a trial takes less than one.
      let run = try ShellRun(
        "ulimit -f 6; exec \"$PERCEPT\" sweep s.yaml --workers 1", in: sweep.folder)
      #expect(run.status == 1 && run.output == "")
      let errors = run.complaints.split(separator: "\n").map(String.init)
        .filter { $0.hasPrefix("percept: ") }
      let kept = sweep.lineCount("s.sweep.jsonl") - 1
      #expect(kept > 0 && kept < 24)
      let error =
        "percept: s.sweep.jsonl: the store can't be written (it would be larger than is allowed);"
        + " \(kept) of 24 trials are kept, and --resume goes on with the others"
      #expect(errors == [error])
      #expect(try sweep.text("s.sweep.jsonl").hasSuffix("}\n"))
      let again = try sweep.run("s.yaml", "--resume", "--quiet")
      #expect(again.status == 0 && again.complaints == "" && again.output == table)
    }
  }

  @Test("A folder that can't be written to is told before any training")
  func unwritable() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let run = try sweep.run("s.yaml", "--store", "/proc/percept.jsonl", "--epochs", "1000000")
      #expect(run.status != 0 && run.output == "")
      #expect(run.complaints.hasPrefix("percept: /proc/percept.jsonl: "))
      #expect(run.complaints.count { $0 == "\n" } == 1)
    }
  }

  @Test("A sweep that was changed runs only what is new; another sweep is refused")
  func extended() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      _ = try sweep.run("s.yaml", "--quiet")
      let more = try sweep.run("s.yaml", "--resume", "--quiet", "--seeds", "3")
      #expect(more.status == 0)
      #expect(try more.output == sweep.table("--seeds", "3"))
      // 12 trials more, and the line that tells of the change.
      #expect(sweep.lineCount("s.sweep.jsonl") == 25 + 12 + 1)
      let other = try sweep.run("s.yaml", "--resume", "--epochs", "5")
      #expect(other.status == 2)
      #expect(
        other.complaints
          == "percept: s.sweep.jsonl: none of its 36 trials belongs to this sweep; choose another"
          + " store with --store\n")
    }
  }

  @Test("Standard output that is full is told, and the trials are kept")
  func fullOutput() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      let run = try sweep.run("s.yaml", "--quiet", output: "/dev/full")
      #expect(run.status == 1)
      #expect(
        run.complaints == "percept: standard output can't be written (the disk is full)\n")
      #expect(sweep.lineCount("s.sweep.jsonl") == 25)
      let show = try sweep.run("show", "s.yaml", output: "/dev/full")
      #expect(show.status == 1 && show.complaints == run.complaints)
    }
  }
}
