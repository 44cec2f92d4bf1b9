import Engine
import Lessons
import Testing

@testable import Sweeps

@Suite("The schedule of a sweep")
struct ScheduleTests {
  /// What a schedule decided: who came to which rung in what order, and all results.
  private struct Outcome: Equatable {
    let orders: [[Int]]
    let results: [Schedule.Job: TrialResult]
    let table: [SweepReport.RungLine]

    init(_ schedule: Schedule) {
      orders = schedule.rungs.map(\.order)
      results = schedule.results
      table = SweepReport(schedule).rungTable
    }
  }

  private static func outcome(
    _ plan: SweepPlan, workers: Int, order: UInt64, results: UInt64
  ) -> Outcome {
    var schedule = Schedule(plan)
    Sample.run(&schedule, workers: workers, order: order, results: results)
    #expect(schedule.isFinished)
    #expect(schedule.jobs.done == schedule.jobs.known)
    #expect(schedule.epochs.done == schedule.epochs.known)
    return Outcome(schedule)
  }

  @Test(
    "Halving decides the same whatever the number of workers and the order of arrival",
    arguments: SweepSpec.Halving.Mode.allCases, [1, 2])
  func arrival(mode: SweepSpec.Halving.Mode, seeds: Int) throws {
    let plan = try Sample.halving(31, mode: mode, seeds: seeds)
    for results in UInt64(1)...4 {
      let alone = Self.outcome(plan, workers: 1, order: 1, results: results)
      #expect(alone.orders[0] == Array(0..<31))
      #expect(alone.orders[1].count >= 31 / 3)
      for workers in 2...8 {
        let other = Self.outcome(
          plan, workers: workers, order: UInt64(workers) * 7 + results, results: results)
        #expect(other == alone, "\(workers) workers")
      }
    }
  }

  @Test("A grid runs every configuration with every seed once, in the order of the plan")
  func grid() throws {
    let plan = SweepPlan(try Sample.spec(SpecTests.grid))
    var schedule = Schedule(plan)
    var jobs: [Schedule.Job] = []
    while let job = schedule.next() { jobs.append(job) }
    #expect(jobs.map { $0.configuration * 2 + $0.replicate } == Array(0..<12))
    #expect(!schedule.isFinished && !schedule.isStalled)
    for job in jobs.reversed() { schedule.take(Sample.result(of: job, seed: 1), of: job) }
    #expect(schedule.isFinished)
  }

  @Test(
    "Promotions are those of the definition: after the first n, the best ⌊n / factor⌋",
    arguments: [2, 3, 4], UInt64(1)...8)
  func definition(factor: Int, results: UInt64) throws {
    let plan = try Sample.halving(40, factor: factor)
    var schedule = Schedule(plan)
    Sample.run(&schedule, workers: 5, order: results, results: results)
    for (rung, next) in zip(schedule.rungs, schedule.rungs.dropFirst()) {
      var expected: [Int] = []
      for n in 1...max(1, rung.order.count) where n <= rung.order.count {
        let best = rung.order.prefix(n).enumerated()
          .map { (cost: rung.cost(of: $0.element) ?? .nan, place: $0.offset) }
          .sorted { ($0.cost, $0.place) < ($1.cost, $1.place) }
        let isAll = n == rung.order.count
        for (cost, place) in best.prefix(isAll ? max(1, n / factor) : n / factor)
        where cost < .infinity && !expected.contains(rung.order[place]) {
          expected.append(rung.order[place])
        }
      }
      #expect(next.order == expected)
    }
  }

  @Test("Synchronous halving waits for the whole rung, the other form does not")
  func waiting() throws {
    for mode in SweepSpec.Halving.Mode.allCases {
      var schedule = Schedule(try Sample.halving(9, mode: mode))
      for _ in 0..<3 {
        guard let job = schedule.next() else { continue }
        schedule.take(Sample.result(Double(job.configuration)), of: job)
      }
      let next = schedule.next()
      #expect(next?.rung == (mode == .asha ? 1 : 0), "\(mode)")
    }
  }

  @Test("Where all diverge nobody goes on, and the sweep ends")
  func divergence() throws {
    for mode in SweepSpec.Halving.Mode.allCases {
      var schedule = Schedule(try Sample.halving(9, mode: mode))
      while let job = schedule.next() { schedule.take(Sample.result(.nan), of: job) }
      #expect(schedule.isFinished)
      #expect(schedule.rungs.map(\.order.count) == [9, 0, 0])
    }
  }

  @Test("What is known is not run again, and leads to the same end")
  func resuming() throws {
    let plan = try Sample.halving(27)
    var whole = Schedule(plan)
    Sample.run(&whole)
    let all = whole.results.sorted { one, two in
      (one.key.rung, one.key.configuration) < (two.key.rung, two.key.configuration)
    }
    for kept in [0, 1, 13, all.count - 1, all.count] {
      var random = Random(seed: UInt64(kept), stream: .order)
      let shuffled = all.shuffled(using: &random).map { ($0.key, $0.value) }
      let known = Dictionary(uniqueKeysWithValues: shuffled[..<kept])
      var schedule = Schedule(plan) { known[$0] }
      var count = 0
      while let job = schedule.next() {
        #expect(known[job] == nil)
        schedule.take(Sample.result(of: job, seed: 1), of: job)
        count += 1
      }
      #expect(schedule.results == whole.results)
      #expect(schedule.isFinished && count + kept == all.count)
    }
  }

  @Test(
    "Shares run by themselves, each what it can, come to the same end",
    arguments: SweepSpec.Halving.Mode.allCases, [1, 2, 3, 8])
  func shares(mode: SweepSpec.Halving.Mode, count: Int) throws {
    let plan = try Sample.halving(20, mode: mode)
    var whole = Schedule(plan)
    Sample.run(&whole)
    var known: [Schedule.Job: TrialResult] = [:]
    var rounds = 0
    while known.count < whole.results.count, rounds < 10 {
      rounds += 1
      // All begin with what there was after the round before.
      let before = known
      for number in 1...count {
        let share = try #require(Schedule.Share(number, of: count))
        var schedule = Schedule(plan, share: share) { before[$0] }
        Sample.run(&schedule, workers: 2)
        #expect(schedule.isFinished || schedule.isStalled)
        for (job, result) in schedule.results where before[job] == nil {
          #expect(share.has(job.configuration))
          known[job] = result
        }
      }
    }
    #expect(known == whole.results)
    #expect(rounds <= 3)
  }

  @Test("A share is one of as many as there are")
  func shareBounds() {
    #expect(Schedule.Share(0, of: 2) == nil)
    #expect(Schedule.Share(3, of: 2) == nil)
    #expect(Schedule.Share(1, of: 0) == nil)
    #expect(Schedule.Share(2, of: 2)?.has(1) == true)
    #expect((0..<10).allSatisfy { Schedule.Share.whole.has($0) })
  }
}
