import Foundation
import Lessons
import Sweeps
import Synchronization
import Terminal
import Testing

@testable import CLI

/// What threads and signals change of how a sweep ends.
@Suite("The workers of a sweep")
struct SweepPoolTests {
  private static func schedule() throws -> Sweeps.Schedule {
    let spec = try SweepSpec(yaml: SweepFolder.grid) { _ throws(UnreadableBase) in Preset() }
    return Sweeps.Schedule(SweepPlan(spec))
  }

  /// How many of something there are.
  private final class Count: Sendable {
    private let number = Mutex(0)

    /// One more; how many there are with it.
    @discardableResult func more() -> Int {
      number.withLock {
        $0 += 1
        return $0
      }
    }

    var value: Int { number.withLock { $0 } }
  }

  @Test("With fewer threads than were wanted everything is done", arguments: [1, 2, 5])
  func fewThreads(limit: Int) throws {
    let (threads, kept) = (Count(), Count())
    let pool = SweepPool(
      try Self.schedule(), workers: 8,
      start: { body throws(SystemProblem) in
        guard threads.more() <= limit else {
          // Nobody begins before it is known how many there are.
          for _ in 0..<10_000 where kept.value == 0 { sched_yield() }
          #expect(kept.value == 0)
          throw SystemProblem(code: EAGAIN)
        }
        try WorkerThread.start(stackSize: 8 << 20, body)
      },
      keep: { _ throws(Failure) in kept.more() })
    let (schedule, ending) = pool.run(stop: { nil }, tell: { _ in })
    #expect(ending == .done && schedule.isFinished && kept.value == 24)
    #expect(threads.value == limit + 1)
  }

  @Test("Without a thread it ends with the reason")
  func noThread() throws {
    let pool = SweepPool(
      try Self.schedule(), workers: 8,
      start: { _ throws(SystemProblem) in throw SystemProblem(code: EAGAIN) },
      keep: { _ throws(Failure) in })
    let (schedule, ending) = pool.run(stop: { nil }, tell: { _ in })
    #expect(
      ending
        == .failed(
          Failure(
            message: "no thread can be started (the system has no room for it)", status: 1)))
    #expect(schedule.jobs.done == 0)
  }

  @Test("Asked to stop while the last trial ends, it is done; one trial before, it is stopped")
  func stop() throws {
    for last in [24, 23] {
      let (kept, asked) = (Count(), Count())
      let pool = SweepPool(
        try Self.schedule(), workers: 1,
        keep: { _ throws(Failure) in
          // Until the second question, for what the first was answered is known by then.
          if kept.more() == last { while asked.value < 2 { sched_yield() } }
        })
      let (schedule, ending) = pool.run(
        stop: {
          guard kept.value == last else { return nil }
          asked.more()
          return SIGTERM
        }, tell: { _ in if asked.value == 1 { asked.more() } })
      #expect(ending == (last == 24 ? .done : .stopped(SIGTERM)))
      #expect(schedule.jobs.done == last)
    }
  }

  @Test(
    "A program that gets few threads ends, also when it is asked to",
    arguments: [300_000, 1_500_000], [false, true])
  func limited(kilobytes: Int, isStopped: Bool) throws {
    let many = SweepFolder.grid
      .replacing("method: grid", with: "method: random\ntrials: 400")
      .replacing("scale: log, count: 4", with: "scale: log")
    try SweepFolder.with(many) { sweep in
      let wait =
        "until [ -s s.sweep.jsonl ] || ! kill -0 $!; do :; done; kill -TERM $!; wait $!"
      let run = try ShellRun(
        "ulimit -v \(kilobytes); \"$PERCEPT\" sweep s.yaml --quiet --workers 1024"
          + (isStopped ? " & " + wait : ""), in: sweep.folder)
      if isStopped {
        #expect(run.status == 128 + SIGTERM, "\(run)")
      } else {
        #expect(run.status == 0 && run.complaints == "", "\(run)")
        #expect(sweep.lineCount("s.sweep.jsonl") == 801)
      }
    }
  }
}
