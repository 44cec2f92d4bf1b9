import Engine
import Foundation
import Testing

@testable import CLI

@Suite("A sweep that is ended early")
struct InterruptedSweepTests {
  /// Five hundred trials of some milliseconds each: so slow that none of the ends below comes too late.
  private static let many = """
    sweep: 1
    name: many
    base: circle
    settings: {data.samples: 20, network.hidden: [2]}
    method: random
    trials: 500
    parameters:
      training.learning-rate: {min: 0.001, max: 1, scale: log}
      training.batch-size: {min: 1, max: 10}
    epochs: 600
    objective: {measure: test-loss}

    """

  /// Starts a run, waits until so many lines are in the store or it has ended, and sends it a signal.
  private static func end(
    _ sweep: SweepFolder, after lines: Int, with signal: Int32
  ) throws -> (status: Int32, complaints: String) {
    let process = Process()
    let complaints = sweep.url("complaints")
    try Data().write(to: complaints)
    // Whatever the tests were started to ignore.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "--default-signal", ProgramRun.program, "sweep", "s.yaml", "--resume",
      "--workers", "3",
    ]
    process.currentDirectoryURL = sweep.folder
    process.environment = ["XDG_STATE_HOME": sweep.folder.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: complaints)
    try process.run()
    while process.isRunning, sweep.lineCount("s.sweep.jsonl") < lines { sched_yield() }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return (
      process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0),
      try sweep.text("complaints")
    )
  }

  @Test("Killed ten times at random moments, it ends complete, with the table of one left alone")
  func killed() throws {
    try SweepFolder.with(Self.many) { sweep in
      var random = Random(seed: 7, stream: .noise)
      var kept = Data()
      for _ in 0..<10 {
        let lines = kept.count { $0 == 10 } + 1 + random.below(20)
        #expect(try Self.end(sweep, after: lines, with: SIGKILL).status == 128 + SIGKILL)
        let store = try Data(contentsOf: sweep.url("s.sweep.jsonl"))
        #expect(store.starts(with: kept), "a line that was whole is gone")
        kept = store.prefix((store.lastIndex(of: 10) ?? -1) + 1)
      }
      #expect(kept.count { $0 == 10 } < 501, "the last run was not interrupted")
      let run = try sweep.run("s.yaml", "--resume", "--quiet")
      #expect(run.status == 0)
      #expect(try Data(contentsOf: sweep.url("s.sweep.jsonl")).starts(with: kept))
      // Nothing that was kept is run again.
      #expect(sweep.lineCount("s.sweep.jsonl") == 501)
      #expect(try run.output == sweep.table())
      let show = try sweep.run("show", "s.yaml", "--export", "csv")
      let alone = try sweep.run("show", "alone.jsonl", "--export", "csv")
      #expect(show.output == alone.output && show.output.count { $0.isNewline } == 501)
    }
  }

  @Test(
    "Asked to stop, it keeps what is done and says how to go on",
    arguments: [SIGINT, SIGTERM, SIGHUP])
  func asked(signal: Int32) throws {
    try SweepFolder.with(Self.many) { sweep in
      let (status, complaints) = try Self.end(sweep, after: 20, with: signal)
      #expect(status == 128 + signal)
      let kept = sweep.lineCount("s.sweep.jsonl") - 1
      #expect(kept >= 19 && kept < 500)
      #expect(
        complaints.hasSuffix(
          "Stopped after \(kept) of 500 trials. Go on with: percept sweep s.yaml --resume --workers 3\n"
        ), "\(complaints)")
      let run = try sweep.run("s.yaml", "--resume", "--quiet")
      #expect(run.status == 0)
      #expect(try run.output == sweep.table())
    }
  }
}
