import Lessons
import Testing

@testable import Studio

@Suite("The goal that many seeds are to reach")
struct LuckGoalTests {
  private static let loss = LuckGoal(.testLoss, 0.1)

  @Test("The first epoch at or below the threshold counts, the start included")
  func first() {
    #expect(Self.loss.epoch(in: [0.5, 0.3, 0.1, 0.05]) == 2)
    #expect(Self.loss.epoch(in: [0.1, 0.3]) == 0)
    #expect(Self.loss.epoch(in: [0.5, 0.3, 0.1001]) == nil)
    #expect(Self.loss.epoch(in: []) == nil)
  }

  @Test("Accuracy has to be at or above it")
  func accuracy() {
    let goal = LuckGoal(.testAccuracy, 0.9)
    #expect(goal.epoch(in: [0.5, 0.89, 0.9, 0.95]) == 2)
    #expect(goal.epoch(in: [0.5, 0.899]) == nil)
  }

  @Test("It must hold for so many epochs in a row; the first of them counts")
  func held() {
    let goal = LuckGoal(.testLoss, 0.1, hold: 3)
    #expect(goal.epoch(in: [0.5, 0.1, 0.1, 0.2, 0.1, 0.05, 0.1, 0.5]) == 4)
    #expect(goal.epoch(in: [0.5, 0.1, 0.1]) == nil)
    #expect(goal.epoch(in: [0.5, 0.1, 0.1, 0.1]) == 1)
    // What was reached once stays reached, and the first time counts.
    #expect(goal.epoch(in: [0.1, 0.1, 0.1, 0.9, 0.1, 0.1, 0.1]) == 0)
    #expect(LuckGoal(.testLoss, 0.1, hold: -4).hold == 1)
  }

  @Test("What is not a number never meets it, and breaks a row")
  func notANumber() {
    #expect(Self.loss.epoch(in: [.nan, .nan]) == nil)
    #expect(LuckGoal(.testAccuracy, 0).epoch(in: [.nan]) == nil)
    #expect(LuckGoal(.testLoss, 0.1, hold: 2).epoch(in: [0.1, .nan, 0.1, 0.1]) == 2)
    #expect(Self.loss.epoch(in: [.infinity, -.infinity]) == 1)
  }

  @Test("A run that reaches it sooner is better, then one that ends better, diverged ones last")
  func better() {
    func run(_ offset: Int, _ reached: Int?, _ loss: Double) -> LuckRun {
      var run = LuckRun(offset: offset)
      (run.reached, run.testLoss) = (reached, loss)
      return run
    }
    let sorted = [
      run(5, nil, .nan), run(1, 20, 0.1), run(2, 10, 0.2), run(3, 10, 0.1), run(4, nil, 0.3),
      run(6, nil, .nan), run(0, nil, 0.2),
    ].sorted { $0.isBetter(than: $1, by: .testLoss) }
    #expect(sorted.map(\.offset) == [3, 2, 1, 0, 4, 5, 6])
  }
}

@Suite("What a sample says of all")
struct LuckStatisticsTests {
  /// By hand: z² = 3.841459; of 17 in 20 the middle is (0.85 + 0.0960365) / 1.192073 = 0.793606 and
  /// half the width 1.959964 · √(0.006375 + 0.002400912) / 1.192073 = 0.154025.
  @Test("Wilson's interval of 17 in 20, of none, of all and of half")
  func wilson() throws {
    let some = try #require(wilsonInterval(successes: 17, of: 20))
    #expect(abs(some.lowerBound - 0.639581) < 1e-6 && abs(some.upperBound - 0.947631) < 1e-6)
    // z² / (n + z²) = 3.841459 / 23.841459
    let none = try #require(wilsonInterval(successes: 0, of: 20))
    #expect(none.lowerBound == 0 && abs(none.upperBound - 0.161125) < 1e-6)
    let all = try #require(wilsonInterval(successes: 20, of: 20))
    #expect(all.upperBound == 1 && abs(all.lowerBound - 0.838875) < 1e-6)
    let half = try #require(wilsonInterval(successes: 5, of: 10))
    #expect(abs(half.lowerBound - 0.236593) < 1e-6 && abs(half.upperBound - 0.763407) < 1e-6)
    #expect(wilsonInterval(successes: 0, of: 0) == nil)
    #expect(wilsonInterval(successes: 3, of: 2) == nil)
  }

  @Test("Quartiles lie between two numbers where they have to")
  func quartiles() throws {
    let odd = try #require(Quartiles([1, 2, 3, 4, 5]))
    #expect((odd.low, odd.middle, odd.high) == (2, 3, 4))
    let even = try #require(Quartiles([10, 20, 30, 40]))
    #expect((even.low, even.middle, even.high) == (17.5, 25, 32.5))
    let one = try #require(Quartiles([7]))
    #expect((one.low, one.middle, one.high) == (7, 7, 7))
    let open = try #require(Quartiles([1, 2, .infinity, .infinity]))
    #expect((open.low, open.middle, open.high) == (1.75, .infinity, .infinity))
    #expect(Quartiles([]) == nil)
  }

  private func summary(_ reached: [Int?], own: Int?) -> LuckSummary {
    let runs = ([own] + reached).enumerated().map { offset, epoch in
      var run = LuckRun(offset: offset)
      (run.reached, run.testLoss) = (epoch, Double(offset))
      return run
    }
    return LuckSummary(runs, LuckSettings(epochs: 100, goal: LuckGoal(.testLoss, 0.1)))
  }

  @Test("Those that never reached the goal count for the share and for the half, not for quartiles")
  func censored() throws {
    let most = summary([40, 10, nil, 30, 20, nil], own: 20)
    #expect(most.reachedCount == 4 && most.others.count == 6)
    #expect(most.quartiles == Quartiles([10, 20, 30, 40]))
    #expect(most.halfBy == 30)
    let standing = try #require(most.standing)
    #expect((standing.better, standing.equal, standing.worse) == (1, 1, 4))
    let few = summary([10, nil, nil, 20, nil], own: nil)
    #expect(few.halfBy == nil)
    #expect(few.quartiles?.middle == 15)
    let last = try #require(few.standing)
    #expect((last.better, last.equal, last.worse) == (2, 3, 0))
    let none = summary([nil, nil, nil, nil, nil], own: 3)
    #expect(none.quartiles == nil && none.halfBy == nil && none.interval?.lowerBound == 0)
    #expect(none.standing?.worse == 5)
  }

  @Test("The preset's own run is ranked, and is no part of the sample")
  func own() {
    let summary = summary([30, 40], own: 35)
    #expect(summary.ranking.map(\.offset) == [1, 0, 2])
    #expect(summary.epochs == [30, 40])
    #expect(summary.lastValues(.testLoss) == [1, 2])
    #expect(LuckSummary([], summary.settings).standing == nil)
    #expect(LuckSummary([], summary.settings).interval == nil)
  }

  @Test("The band holds the middle half of the curves; one that diverged is worse than any")
  func fan() {
    var runs = (1...5).map { LuckRun(offset: $0) }
    for index in runs.indices { runs[index].curve = [1, Double(index)] }
    runs[4].curve = [1]
    runs[4].divergedIn = 1
    runs[0].curve = [1]
    let fan = LuckSummary(runs, LuckSettings(epochs: 1, goal: LuckGoal(.testLoss, 0.1))).fan
    #expect(fan.epochs == [0, 1])
    // 1, 1, 2, 3 and one that has diverged: a run that was stopped early stays where it was.
    #expect(fan.low == [1, 1] && fan.middle == [1, 2] && fan.high == [1, 3])
  }
}
