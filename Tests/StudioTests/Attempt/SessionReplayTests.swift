import Engine
import Lessons
import Testing

@testable import Studio

/// Logs of attempts, carried out again.
@Suite struct SessionReplayTests {
  @Test func aLogReplaysToTheSameBits() throws {
    let exercise = try AttemptTests.exercise(
      allow: "train, network.activation, training.learning-rate", questions: AttemptTests.prediction
    )
    var session = Session(exercise)
    session.apply(.answer(question: "p", value: "a"))
    session.advance(steps: 77)
    session.apply(.set(key: "network.activation", value: "tanh"))
    session.advance(steps: 130)
    session.apply(.takeHint)
    session.apply(.goToEpoch(2, branch: nil))
    session.advance(steps: 9)
    session.apply(.undo)
    session.apply(.reset)
    session.advance(steps: 100_000)
    session.apply(.answer(question: "q", value: "5"))
    let again = try Session(
      replaying: session.log.entries, steps: session.totalSteps, exercise: exercise)
    #expect(again.trainer.network.parameters == session.trainer.network.parameters)
    #expect(again.attempt?.isPassed == true && session.attempt?.isPassed == true)
    #expect(again.attempt?.answers == session.attempt?.answers)
    #expect(again.attempt?.runs == session.attempt?.runs)
  }

  /// There and back again is told too, and a run with it counts neither live nor in a replay.
  @Test func jumpsAreToldOneByOne() throws {
    let exercise = try AttemptTests.exercise()
    var session = Session(exercise)
    session.apply(.set(key: "network.activation", value: "tanh"))
    session.advance(steps: 25 * 20)
    let outcome = session.apply(.goToEpoch(19, branch: nil))
    #expect(outcome.message.hasSuffix("This run counts no more; r begins anew."))
    session.apply(.goToEpoch(20, branch: nil))
    session.advance(steps: 100_000)
    #expect(session.log.entries.count == 3)
    let again = try Session(
      replaying: session.log.entries, steps: session.totalSteps, exercise: exercise)
    #expect(session.attempt?.isPassed == false && again.attempt?.isPassed == false)
    #expect(session.trainer.network.parameters == again.trainer.network.parameters)
  }

  @Test func aReplayRefusesWhatCanNotHaveBeen() throws {
    let exercise = try AttemptTests.exercise()
    func problem(_ entries: [ActionLog.Entry], steps: Int) -> ReplayProblem? {
      #expect(throws: ReplayProblem.self) {
        _ = try Session(replaying: entries, steps: steps, exercise: exercise)
      }
    }
    #expect(problem([], steps: 10_000)?.entry == nil)
    #expect(problem([ActionLog.Entry(step: 0, action: .addLayer)], steps: 0)?.entry == 0)
    #expect(
      problem(
        [ActionLog.Entry(step: 5, action: .reset), ActionLog.Entry(step: 3, action: .reset)],
        steps: 9)?.entry == 1)
  }
}
