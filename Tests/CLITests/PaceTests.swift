import Labs
import Testing

@testable import CLI

@Suite struct PaceTests {
  @Test func stepsComeAtTheRateAskedForHoweverTimeIsCut() {
    for millisecondsApart in [1, 7, 33] {
      var pace = Pace(at: .zero)
      var steps = 0
      for tick in 1...(3300 / millisecondsApart) {
        let time = Duration.milliseconds(tick * millisecondsApart)
        let due = pace.stepsDue(for: .stepsPerSecond(750), at: time)
        if due > 0 { pace.took(due, from: time, to: time + .microseconds(due)) }
        steps += due
      }
      #expect(abs(steps - 2475) <= 60, "every \(millisecondsApart) ms")
    }
  }

  @Test func aSliceStaysShortOnceTheCostOfAStepIsKnown() {
    var pace = Pace(at: .zero)
    var time = Duration.zero
    var steps = 0
    for _ in 0..<40 {
      steps = pace.stepsDue(for: .unlimited, at: time)
      // A step of this network takes a tenth of a millisecond.
      let end = time + .microseconds(100 * steps)
      pace.took(steps, from: time, to: end)
      time = end
    }
    #expect((20...60).contains(steps))
  }

  @Test func aStepLongerThanASliceIsTakenOneByOne() {
    var pace = Pace(at: .zero)
    for second in 0..<20 {
      let steps = pace.stepsDue(for: .unlimited, at: .seconds(second))
      pace.took(steps, from: .seconds(second), to: .seconds(second) + .milliseconds(50 * steps))
    }
    #expect(pace.stepsDue(for: .unlimited, at: .seconds(20)) == 1)
  }

  @Test func theFirstSliceAndTheOneAfterAKeyAreOneStep() {
    var pace = Pace(at: .zero)
    #expect(pace.stepsDue(for: .unlimited, at: .zero) == 1)
    for _ in 0..<40 { pace.took(1000, from: .zero, to: .milliseconds(1)) }
    #expect(pace.stepsDue(for: .unlimited, at: .zero) > 1000)
    pace.forgetCost()
    #expect(pace.stepsDue(for: .unlimited, at: .zero) == 1)
  }

  @Test func dearerStepsAreBelievedAtOnce() {
    var pace = Pace(at: .zero)
    for _ in 0..<40 { pace.took(1000, from: .zero, to: .milliseconds(1)) }
    pace.took(1, from: .zero, to: .milliseconds(1))
    #expect(pace.stepsDue(for: .unlimited, at: .zero) == 4)
  }

  @Test func aPauseOfTheMachineIsNotCaughtUp() {
    var pace = Pace(at: .zero)
    #expect(pace.stepsDue(for: .stepsPerSecond(750), at: .seconds(60)) <= 75)
    #expect(pace.stepsDue(for: .none, at: .seconds(61)) == 0)
  }

  @Test func theMeasuredRateIsThatOfTheLastHalfSecond() {
    var pace = Pace(at: .zero)
    pace.took(300, from: .zero, to: .milliseconds(10))
    #expect(pace.measuredRate(at: .milliseconds(400)) == nil)
    #expect(pace.measuredRate(at: .milliseconds(500)) == 600)
    #expect(pace.measuredRate(at: .milliseconds(1000)) == 0)
    _ = pace.stepsDue(for: .none, at: .seconds(60))
    pace.took(30, from: .seconds(60), to: .seconds(60))
    #expect(pace.measuredRate(at: .milliseconds(60_500)) == 60)
  }
}
