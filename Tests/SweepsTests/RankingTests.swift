import Lessons
import Testing

@testable import Sweeps

@Suite("What a sweep is ranked by")
struct RankingTests {
  /// A grid of one parameter with results of two measures: the objective and the test accuracy.
  private static func schedule(
    _ lines: String = "method: grid", values: Int = 4, seeds: Int = 1,
    _ found: (Schedule.Job) -> (loss: Double, accuracy: Double)
  ) throws -> Schedule {
    let list = (0..<values).map { "0.\($0 + 1)" }.joined(separator: ", ")
    let plan = SweepPlan(
      try Sample.spec(
        """
        sweep: 1
        base: usual
        parameters:
          training.l2: [\(list)]
          data.noise: [5]
        seeds: \(seeds)
        epochs: 90
        \(lines)
        """))
    var schedule = Schedule(plan)
    while let job = schedule.next() {
      let (loss, accuracy) = found(job)
      schedule.take(
        loss.isNaN
          ? .failed("no")
          : TrialResult(
            state: loss.isInfinite ? .diverged : .complete, objective: loss, epochs: 10,
            measuredAt: 10,
            measures: SweepObjective.measures.map { $0 == .testAccuracy ? accuracy : loss },
            curve: []), of: job)
    }
    return schedule
  }

  @Test("By another measure ranking, importance and map all go by it, in its own direction")
  func measure() throws {
    let schedule = try Self.schedule(
      "method: grid\nobjective: {measure: test-loss, seeds: median}", seeds: 3
    ) { job in
      (Double(job.configuration), Double(10 * job.configuration + job.replicate * job.replicate))
    }
    let usual = SweepReport(schedule)
    #expect(usual.rows.map(\.configuration) == [0, 1, 2, 3])
    let report = SweepReport(schedule, by: .testAccuracy)
    #expect(report.rows.map(\.configuration) == [3, 2, 1, 0])
    #expect(report.rows.map(\.rank) == [1, 2, 3, 4])
    #expect(report.title == "test accuracy after the last epoch, median of 3 seeds, largest first")
    #expect(report.rows[0].found == [30, 31, 34] && report.rows[0].spread.median == 31)
    #expect(report.objective.value(ofCost: report.rows[0].cost) == 31)
    #expect(report.importances.first?.best == "0.4" && usual.importances.first?.best == "0.1")
    let map = try #require(report.heatTable("training.l2", "data.noise"))
    #expect(map.cells == [[.value(1)], [.value(11)], [.value(21)], [.value(31)]])
  }

  @Test("What diverged at the last rung comes after what is well at an earlier one, by any measure")
  func divergedLate() throws {
    let halving = """
      method: halving
      objective: {measure: test-loss}
      halving: {min: 10, factor: 3, mode: synchronous}
      """
    let schedule = try Self.schedule(halving, values: 9) { job in
      job.rung == 1
        ? (.infinity, .nan) : (Double(job.configuration), Double(10 - job.configuration))
    }
    for measure: Measure? in [nil, .testAccuracy, .trainingLoss] {
      let report = SweepReport(schedule, by: measure)
      #expect(report.rows.map(\.configuration) == [3, 4, 5, 6, 7, 8, 0, 1, 2])
      #expect(report.rows[0].cost < .infinity)
    }
  }

  @Test("The order kept is that of the measure which is ranked by")
  func rungs() throws {
    let halving = """
      method: halving
      objective: {measure: test-loss}
      halving: {min: 10, factor: 3, mode: synchronous}
      """
    let schedule = try Self.schedule(halving, values: 9) { job in
      let sign = job.rung == 1 ? -1.0 : 1
      return (Double(job.configuration), sign * Double(job.configuration))
    }
    #expect(SweepReport(schedule).rungTable[0].agreement == 1)
    #expect(SweepReport(schedule, by: .testAccuracy).rungTable[0].agreement == -1)
  }

  @Test("What could not be run comes last, has a mark of its own and says nothing of importance")
  func refused() throws {
    let schedule = try Self.schedule { job in
      let losses: [Double] = [.nan, 2, .infinity, 1]
      return (losses[job.configuration], 0)
    }
    let report = SweepReport(schedule)
    #expect(report.rows.map(\.configuration) == [3, 1, 2, 0])
    #expect(report.rows.map(\.isRefused) == [false, false, false, true])
    let map = try #require(report.heatTable("training.l2", "data.noise"))
    #expect(map.cells == [[.refused], [.value(2)], [.diverged], [.value(1)]])
    #expect(report.importances.first?.levelCount == 3)
    let nothing = try Self.schedule { job in (job.configuration < 3 ? .nan : 1, 0) }
    #expect(SweepReport(nothing).importances.isEmpty)
  }

  /// Numbers with the same mean, or median, whose sums differ in the last bits.
  private static let equals: [(reduction: String, one: [Double], two: [Double], value: Double)] = [
    ("mean", [98.8, 100, 100], [99.2, 100, 99.6], 99.6),
    ("mean", [0.1, 0.2, 0.3], [0.3, 0.2, 0.1], 0.2),
    ("median", [0.1, 0.2], [0.15, 0.15], 0.15),
    ("mean", [1e-30, 2e-30, 3e-30], [2e-30, 2e-30, 2e-30], 2e-30),
    ("mean", [-1e30, -2e30, -3e30], [-2e30, -2e30, -2e30], -2e30),
  ]

  @Test("What differs by rounding alone keeps the order of the plan", arguments: equals.indices)
  func rounding(place: Int) throws {
    let (reduction, one, two, value) = Self.equals[place]
    let lines = """
      method: halving
      objective: {measure: test-accuracy, seeds: \(reduction)}
      halving: {min: 10, factor: 3, mode: synchronous}
      """
    for (first, second) in [(one, two), (two, one)] {
      let found = [first, second, first.map { $0 - abs($0) }]
      let schedule = try Self.schedule(lines, values: 3, seeds: one.count) { job in
        let accuracy = found[job.configuration][job.replicate]
        return (accuracy, accuracy)
      }
      #expect(schedule.rungs.map(\.order) == [[0, 1, 2], [0], [0]])
      let costs = (0..<2).map { schedule.rungs[0].cost(of: $0) }
      #expect(costs[0] == costs[1])
      #expect(abs((costs[0] ?? .nan) + value) <= abs(value) * 1e-15)
      let grid = try Self.schedule(
        "method: grid\nobjective: {measure: test-accuracy, seeds: \(reduction)}", values: 3,
        seeds: one.count
      ) { job in
        let accuracy = found[job.configuration][job.replicate]
        return (accuracy, accuracy)
      }
      for report in [SweepReport(grid), SweepReport(grid, by: .testAccuracy)] {
        #expect(report.rows.map(\.configuration) == [0, 1, 2])
        #expect(report.rows[0].cost == report.rows[1].cost)
        if reduction == "mean" { #expect(report.rows[0].spread.mean == -report.rows[0].cost) }
      }
    }
  }

  @Test("One number, and the middle one, are taken as they are; extremes stay what they are")
  func exact() {
    for reduction in SweepObjective.Reduction.allCases {
      #expect(reduction.value(of: []) == .infinity)
      #expect(reduction.value(of: [0.12345678901234567]) == 0.12345678901234567)
      #expect(reduction.value(of: [0, 0]) == 0)
      #expect(reduction.value(of: [.infinity, .infinity]) == .infinity)
      for size in [Double.leastNonzeroMagnitude, 5e-300, 1e-11, 123_456_789_012, 1e12, 1e22, 1e300]
      {
        let value = reduction.value(of: [-size, -size])
        #expect(abs(value + size) <= max(1e-300, size * 1e-12))
      }
    }
    #expect(SweepObjective.Reduction.mean.value(of: [1, .infinity]) == .infinity)
    let middle = 0.12345678901234567
    #expect(SweepObjective.Reduction.median.value(of: [9, middle, 0]) == middle)
    #expect(Spread([middle, middle, middle]).deviation == 0)
  }

  @Test("What halving will need is foreseen, and in the end it is known")
  func foreseen() throws {
    var schedule = Schedule(try Sample.halving(27, mode: .synchronous, seeds: 2))
    #expect(schedule.jobs.known == 54 && schedule.foreseen == (54 + 18 + 6, 540 + 360 + 360))
    Sample.run(&schedule)
    #expect(schedule.isFinished && schedule.foreseen.jobs == schedule.jobs.done)
    #expect(schedule.foreseen.epochs == schedule.epochs.done)
    let share = try #require(Schedule.Share(1, of: 2))
    #expect(Schedule(try Sample.halving(27), share: share).foreseen.jobs == 14)
  }
}
