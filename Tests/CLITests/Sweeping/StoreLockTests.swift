import Foundation
import Sweeps
import Terminal
import Testing

@testable import CLI

@Suite("The lock of a sweep's store")
struct StoreLockTests {
  @Test("A second writer is refused, and told who the first is; readers are not in the way")
  func twoWriters() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      _ = try sweep.run("s.yaml", "--quiet")
      let table = try sweep.run("show", "s.yaml")
      let before = try sweep.text("s.sweep.jsonl")
      let file = try AppendedFile(path: sweep.url("s.sweep.jsonl").path)
      #expect(file.lock() == .held)
      // Some file systems do not tell who it is.
      let owner =
        LockOwner.process(of: sweep.url("s.sweep.jsonl").path).map { "process \($0)" }
        ?? "another process"
      let refusal = "percept: s.sweep.jsonl: \(owner) writes to this store; let it end, or "
      let run = try sweep.run("s.yaml", "--resume")
      #expect(run.status == 1 && run.output == "")
      #expect(run.complaints == refusal + "choose another with --store\n")
      let show = try sweep.run("show", "s.yaml")
      #expect(show.status == 0 && show.output == table.output && show.output != "")
      let known = try sweep.run(
        "s.yaml", "--store", "other.jsonl", "--known", "s.sweep.jsonl", "--quiet")
      #expect(known.status == 0)
      #expect(sweep.lineCount("other.jsonl") == 1)
      // A new file in its place would take away what the first writer adds.
      try sweep.write(String(before.prefix { $0 != "\n" }) + "\n", "part.jsonl")
      let merge = try sweep.run("merge", "part.jsonl", "--output", "s.sweep.jsonl", "--force")
      #expect(merge.status == 1)
      #expect(merge.complaints == refusal + "write to another file with --output\n")
      #expect(try sweep.text("s.sweep.jsonl") == before)
      #expect(file.isInPlace)
    }
  }

  @Test("Merged onto a store that nobody writes to, the lock is gone with the old file")
  func replaced() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      _ = try sweep.run("s.yaml", "--quiet")
      let merge = try sweep.run("merge", "s.sweep.jsonl", "--output", "s.sweep.jsonl", "--force")
      #expect(merge.status == 0)
      #expect(merge.complaints == "24 trials in s.sweep.jsonl; the sweep is complete.\n")
      #expect(try sweep.run("s.yaml", "--resume", "--quiet").status == 0)
      let file = try AppendedFile(path: sweep.url("s.sweep.jsonl").path)
      #expect(file.lock() == .held)
    }
  }

  @Test("Without --output a merged store goes to standard output")
  func output() throws {
    try SweepFolder.with(SweepFolder.grid) { sweep in
      _ = try sweep.run("s.yaml", "--quiet")
      let merge = try sweep.run("merge", "s.sweep.jsonl")
      #expect(merge.status == 0)
      #expect(merge.complaints == "24 trials; the sweep is complete.\n")
      #expect(try Store(merge.output).trials.count == 24)
    }
  }

  @Test(
    "A store that is removed or replaced while it is written to is told", arguments: [true, false])
  func lost(isReplaced: Bool) throws {
    try inFolder { folder in
      let path = folder.appendingPathComponent("s.jsonl").path
      let store = try SweepStore(path: path, resumes: false)
      let header = StoreHeader(program: "1", spec: "", changes: [], folder: "")
      try store.append(.header(header))
      #expect(store.isInPlace)
      try FileManager.default.removeItem(atPath: path)
      if isReplaced { try Data().write(to: URL(fileURLWithPath: path)) }
      #expect(!store.isInPlace)
      let failure = #expect(throws: Failure.self) { try store.append(.header(header)) }
      #expect(
        failure?.message
          == "\(path): the store was removed or replaced while this sweep wrote to it")
      #expect(failure?.status == 1)
    }
  }

  @Test("The process of a lock is found in the list of locks")
  func owner() {
    let list = """
      1: POSIX  ADVISORY  WRITE 11 fe:00:77 0 EOF
      2: -> FLOCK  ADVISORY  WRITE 12 fe:00:77 0 EOF
      3: FLOCK  ADVISORY  WRITE 13 fe:00:771 0 EOF
      4: FLOCK  ADVISORY  WRITE 0 fe:00:77 0 EOF
      5: FLOCK  ADVISORY  WRITE 10 fe:01:77 0 EOF
      6: FLOCK  ADVISORY  WRITE 9 08:00:77 0 EOF
      7: FLOCK  ADVISORY  WRITE 14 fe:00:77 0 EOF
      8: FLOCK  ADVISORY  WRITE 15 103:12c:5 0 EOF
      """
    #expect(LockOwner.process(in: list, device: 0xFE00, file: 77) == 14)
    #expect(LockOwner.process(in: list, device: 0xFE01, file: 77) == 10)
    #expect(LockOwner.process(in: list, device: 0x0800, file: 77) == 9)
    #expect(LockOwner.process(in: list, device: 0xFE00, file: 7) == nil)
    #expect(LockOwner.process(in: list, device: 0xFE02, file: 77) == nil)
    // As glibc's `makedev(0x103, 0x12c)` spreads them.
    #expect(LockOwner.process(in: list, device: 0x11_032C, file: 5) == 15)
    #expect(LockOwner.process(in: "", device: 0xFE00, file: 77) == nil)
  }
}
