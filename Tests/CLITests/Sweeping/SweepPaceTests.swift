import ArgumentParser
import Lessons
import Studio
import Sweeps
import Synchronization
import Testing

@testable import CLI

/// How often a command tells how far it is, and where.
@Suite("The pace of progress")
struct SweepPaceTests {
  private static func schedule() throws -> Sweeps.Schedule {
    let spec = try SweepSpec(yaml: SweepFolder.grid) { _ throws(UnreadableBase) in Preset() }
    return Sweeps.Schedule(SweepPlan(spec))
  }

  @Test("It is told when its moment comes, however many trials end, and the end is not waited for")
  func moments() throws {
    let kept = Mutex(0)
    let pool = SweepPool(
      try Self.schedule(), workers: 2, keep: { _ throws(Failure) in kept.withLock { $0 += 1 } })
    var looks = 0
    // Longer than any test may take.
    let (schedule, ending) = pool.run(
      every: 100_000,
      stop: {
        looks += 1
        return nil
      }, tell: { _ in looks += 1 })
    #expect(ending == .done && schedule.isFinished)
    #expect(kept.withLock { $0 } == 24 && looks == 0)
  }

  @Test(
    "A line is written over on a terminal that is not dumb, by training and by sweeps",
    arguments: [
      (true, ["TERM": "xterm"], true), (true, [:], true), (true, ["TERM": "dumb"], false),
      (false, ["TERM": "xterm"], false),
    ])
  func terminals(isTerminal: Bool, environment: [String: String], isRewritten: Bool) throws {
    let run = HeadlessRun(Session(Preset()), epochs: 1)
    let line = ProgressLine(
      run, isWanted: true, isTerminal: isTerminal, environment: environment)
    #expect(line.isShown == isRewritten)
    let unwanted = ProgressLine(
      run, isWanted: false, isTerminal: isTerminal, environment: environment)
    #expect(!unwanted.isShown)
    let progress = SweepProgress(
      try Self.schedule(), talk: try TalkOptions.parse([]), environment: environment,
      isTerminal: isTerminal)
    #expect(progress.isRewritten == isRewritten)
  }
}
