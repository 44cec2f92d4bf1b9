import Engine
import Lessons
import Testing

@testable import Sweeps

@Suite("The report on a sweep")
struct ReportTests {
  /// A grid of noise (3) by L2 (4), with results that are computed.
  private static func report(
    seeds: Int = 1, objective: String = "", _ value: (Int, Int, Int) -> Double?
  ) throws -> (report: SweepReport, schedule: Schedule) {
    let plan = SweepPlan(
      try Sample.spec(
        """
        sweep: 1
        base: usual
        method: grid
        parameters:
          data.noise: [0, 10, 20]
          training.l2: [0, 0.1, 0.2, 0.3]
        seeds: \(seeds)
        epochs: 10
        """ + objective))
    var schedule = Schedule(plan)
    while let job = schedule.next() {
      if let found = value(job.configuration / 4, job.configuration % 4, job.replicate) {
        schedule.take(Sample.result(found), of: job)
      }
    }
    return (SweepReport(schedule), schedule)
  }

  @Test("Ranked by the mean of the seeds, ties by the plan, what diverged last")
  func ranking() throws {
    let report = try Self.report(seeds: 3) { noise, l2, seed in
      if noise == 1, seed == 2 { return .nan }
      return Double(l2) + Double(seed)
    }.report
    #expect(report.rows.map(\.configuration) == [0, 8, 1, 9, 2, 10, 3, 11, 4, 5, 6, 7])
    #expect(report.rows.map(\.rank) == Array(1...12))
    let first = report.rows[0]
    #expect(first.values == ["0", "0"] && first.cost == 1 && first.divergedCount == 0)
    #expect(first.spread.mean == 1 && first.spread.deviation == 1 && first.spread.median == 1)
    #expect(first.spread.minimum == 0 && first.spread.maximum == 2)
    let last = report.rows[11]
    #expect(last.cost == .infinity && last.divergedCount == 1)
    #expect(last.spread.count == 2 && last.spread.mean == 3.5)
    #expect(report.openCount == 0)
  }

  @Test("The median bears one divergence of three")
  func median() throws {
    let report = try Self.report(seeds: 3, objective: "\nobjective: {seeds: median}") {
      noise, l2, seed in seed == noise ? .nan : Double(l2) + Double(seed)
    }.report
    #expect(report.rows.allSatisfy { $0.cost < .infinity && $0.divergedCount == 1 })
    // Two seeds are left, and the lost one counts as the largest: the larger of the two.
    #expect(report.rows[0].values == ["20", "0"] && report.rows[0].cost == 1)
  }

  @Test("Where much is good the largest comes first")
  func maximised() throws {
    let report = try Self.report(objective: "\nobjective: {measure: test-accuracy}") {
      noise, l2, _ in Double(10 * noise + l2)
    }.report
    #expect(report.rows.map(\.configuration) == [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    #expect(report.rows[0].spread.mean == 23)
    #expect(report.heatTable("data.noise", "training.l2")?.cells[2][3] == .value(23))
    #expect(report.objective.value(ofCost: report.rows[11].cost) == 0)
  }

  @Test("Shares of importance are those of the analysis of variance of the ranks")
  func importance() throws {
    // Ranks 1…12, row by row: Σ(r − 6.5)² = 143; noise 4·(16 + 0 + 16) = 128; L2 3·(2.25 + 0.25)·2 = 15.
    let additive = try Self.report { noise, l2, _ in Double(100 * noise + l2) }.report.importances
    #expect(additive.map(\.key) == ["data.noise", "training.l2"])
    #expect(abs(additive[0].share - 128.0 / 143) < 1e-12)
    #expect(abs(additive[1].share - 15.0 / 143) < 1e-12)
    #expect(additive.map(\.best) == ["0", "0"] && additive.map(\.levelCount) == [3, 4])
    #expect(additive.map(\.chance) == [2.0 / 11, 3.0 / 11])
  }

  @Test("A size of 10³⁰ or a divergence counts by its rank, and equal ones share theirs")
  func robustness() throws {
    let wild = try Self.report { noise, l2, _ in
      l2 == 3 ? (noise == 0 ? 1e30 : .nan) : Double(noise)
    }.report.importances
    // Ranks: 2, 5, 8 for each of the first three of L2, and 10, 11.5, 11.5 for the last.
    #expect(wild[0].key == "training.l2" && abs(wild[0].share - 81 / 136.5) < 1e-12)
    #expect(wild.reduce(0) { $0 + $1.share } <= 1)
  }

  @Test("What only acts together belongs to neither, and where all is equal nothing is important")
  func interaction() throws {
    let plan = try Self.report { noise, l2, _ in
      noise == 1 ? nil : (noise == 0) == (l2 % 2 == 0) ? 1 : 2
    }
    #expect(plan.report.importances.allSatisfy { $0.share < 1e-12 })
    #expect(plan.report.openCount == 4)
    #expect(try Self.report { _, _, _ in 1 }.report.importances.isEmpty)
    #expect(try Self.report { _, _, _ in nil }.report.importances.isEmpty)
  }

  @Test("A heat map tells values, what diverged and what is missing apart")
  func heat() throws {
    let report = try Self.report { noise, l2, _ in
      noise == 0 && l2 == 0 ? .nan : noise == 2 && l2 == 1 ? nil : Double(noise + l2)
    }.report
    let table = try #require(report.heatTable("training.l2", "data.noise"))
    #expect(table.rowNames == ["0", "0.1", "0.2", "0.3"])
    #expect(table.columnNames == ["0", "10", "20"])
    #expect(table.cells[0] == [.diverged, .value(1), .value(2)])
    #expect(table.cells[1] == [.value(1), .value(2), .missing])
    #expect(report.heatTable("training.l2", "training.l2") == nil)
    #expect(report.heatTable("training.l2", "network.hidden") == nil)
  }

  @Test("Drawn numbers are put into bands, in order")
  func bands() throws {
    var schedule = Schedule(try Sample.halving(60))
    Sample.run(&schedule)
    let report = SweepReport(schedule)
    let table = try #require(report.heatTable("training.l2", "training.learning-rate"))
    #expect(table.rowNames.count == 8 && table.columnNames.count == 8)
    let lows = table.columnNames.compactMap {
      $0.split(separator: "…").first.flatMap { Double($0) }
    }
    #expect(lows.count == 8 && lows == lows.sorted())
    let shares = report.importances
    #expect(shares.allSatisfy { $0.levelCount == 5 && $0.share < 0.4 })
  }

  @Test("A parameter that is not varied everywhere has a place of its own")
  func conditional() throws {
    let plan = SweepPlan(
      try Sample.spec(
        """
        sweep: 1
        base: usual
        method: grid
        parameters:
          training.optimizer: [sgd, momentum]
          training.momentum: {values: [0.5, 0.9], when: training.optimizer = momentum}
        epochs: 5
        """))
    var schedule = Schedule(plan)
    while let job = schedule.next() {
      schedule.take(Sample.result(Double(job.configuration)), of: job)
    }
    let table = try #require(
      SweepReport(schedule).heatTable("training.optimizer", "training.momentum"))
    #expect(table.columnNames == ["0.5", "0.9", "–"])
    #expect(table.cells == [[.missing, .missing, .value(0)], [.value(1), .value(2), .missing]])
  }

  @Test("Later rungs are ranked first, and the table of rungs tells how far they agree")
  func rungs() throws {
    var schedule = Schedule(try Sample.halving(9, mode: .synchronous))
    while let job = schedule.next() {
      // The order of the first rung is turned round at the second.
      let sign = job.rung == 1 ? -1.0 : 1
      schedule.take(Sample.result(sign * Double(job.configuration)), of: job)
    }
    let report = SweepReport(schedule)
    #expect(report.rows.map(\.configuration) == [2, 1, 0, 3, 4, 5, 6, 7, 8])
    let table = report.rungTable
    #expect(table.map(\.epochs) == [10, 30, 90])
    #expect(table.map(\.entered) == [9, 3, 1] && table.map(\.promoted) == [3, 1, 0])
    #expect(table.map(\.agreement) == [-1, nil, nil])
    #expect(SweepReport.agreement([(1, 1), (2, 3), (3, 2), (4, 4)]) == 4.0 / 6)
  }

  @Test("As CSV it has a line for each trial, and fields that need it are quoted")
  func csv() throws {
    let found = try Self.report(seeds: 2) { noise, l2, seed in
      noise == 1 ? nil : l2 == 3 ? .nan : Double(l2) / 8 + Double(seed)
    }
    let lines = SweepReport.csv(found.schedule).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines[0]
        == "configuration,seed,network-seed,rung,data.noise,training.l2,state,objective,epochs,measured-at,"
        + "training-loss,validation-loss,test-loss,training-accuracy,validation-accuracy,"
        + "test-accuracy,gap,reason")
    #expect(lines.count == 1 + 16 + 1 && lines[17].isEmpty)
    #expect(
      lines[4]
        == "2,2,43,10,0,0.1,complete,1.125,10,10,1.125,1.125,1.125,1.125,1.125,1.125,1.125,")
    #expect(lines[7] == "4,1,42,10,0,0.3,diverged,,10,10,,,,,,,,")
    let plan = SweepPlan(try Sample.spec(SpecTests.grid))
    var schedule = Schedule(plan)
    let job = Schedule.Job(configuration: 0, replicate: 0, rung: 0)
    #expect(schedule.next() == job)
    schedule.take(.failed("\"a\", b"), of: job)
    #expect(SweepReport.csv(schedule).hasSuffix(",0,0,,,,,,,,\"\"\"a\"\", b\"\n"))
    schedule.next().map { schedule.take(Sample.result(1), of: $0) }
    while let next = schedule.next() { schedule.take(Sample.result(2), of: next) }
    #expect(SweepReport.csv(schedule).contains("\n4,1,42,10,\"4,2\",0.01,complete"))
  }

  @Test("The agreement of two orders is that of all their pairs", arguments: UInt64(0)..<20)
  func agreement(seed: UInt64) {
    var random = Random(seed: seed, stream: .noise)
    let pairs = (0..<(2 + random.below(30))).map { _ in
      (Double(random.below(8)), random.below(9) == 0 ? .infinity : Double(random.below(8)))
    }
    var sum = 0
    for (place, one) in pairs.enumerated() {
      for two in pairs[..<place] where one.0 != two.0 && one.1 != two.1 {
        sum += (one.0 < two.0) == (one.1 < two.1) ? 1 : -1
      }
    }
    let all = pairs.count * (pairs.count - 1) / 2
    #expect(SweepReport.agreement(pairs) == Double(sum) / Double(all))
  }
}
