import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("Replay of a log")
struct ReplayTests {
  @Test("Any sequence of changes and steps gives the same bits again", arguments: 0..<40)
  func random(_ seed: Int) {
    var random = Random(seed: UInt64(seed), stream: .order)
    var session = Session(smallPreset { $0.data.noise = 10 })
    var applied = 0
    for _ in 0..<30 {
      session.advance(steps: random.below(25))
      let action = actions[random.below(actions.count)]
      if session.apply(action).effect != .refused { applied += 1 }
    }
    session.advance(steps: random.below(25))
    #expect(applied > 10)
    let again = Session(replaying: session.log, steps: session.totalSteps)
    #expect(Snapshot(again) == Snapshot(session))
  }

  @Test("A session that has replayed its past has the same future")
  func future() {
    var session = trainedSession()
    session.apply(.addUnit(layer: 1))
    session.advance(steps: 7)
    session.apply(.set(key: "training.optimizer", value: "momentum"))
    session.advance(steps: 7)
    var again = Session(replaying: session.log, steps: session.totalSteps)
    session.advance(steps: 50)
    again.advance(steps: 50)
    #expect(Snapshot(again) == Snapshot(session))
  }

  @Test("A log can be replayed further or, from its last entry on, less far")
  func otherLengths() {
    var session = trainedSession()
    session.apply(.addLayer)
    let log = session.log
    for steps in [20, 25, 40] {
      let again = Session(replaying: log, steps: steps)
      #expect(again.totalSteps == steps)
      session.advance(steps: steps - session.totalSteps)
      #expect(Snapshot(again) == Snapshot(session))
    }
  }

  @Test("An entry tells the steps taken until then, starts anew included")
  func entries() {
    var session = trainedSession()
    session.apply(.reset)
    session.advance(steps: 5)
    session.apply(.newData)
    session.apply(.addLayer)
    session.apply(.removeUnit(layer: 9))
    #expect(session.log.start == smallPreset())
    #expect(
      session.log.entries == [
        ActionLog.Entry(step: 20, action: .reset), ActionLog.Entry(step: 25, action: .newData),
        ActionLog.Entry(step: 25, action: .addLayer),
      ])
  }
}

@Suite("Training that diverges")
struct DivergenceTests {
  /// A tilted plane learned at a hundred times the rate it bears.
  private func diverged() -> Session {
    var session = Session(
      smallPreset {
        $0.data.recipe = "plane"
        $0.network.activation = PerLayer(.linear)
        $0.training.learningRate = 30
      })
    session.advance(steps: 1000)
    return session
  }

  @Test("It stops at the step that failed and says where")
  func stops() throws {
    let session = diverged()
    let divergence = try #require(session.trainer.divergence)
    #expect(session.totalSteps < 1000)
    #expect(divergence.step == session.totalSteps)
    #expect(divergence.epoch == session.trainer.epochCount + 1)
  }

  @Test("No further step is taken")
  func nothingFurther() {
    var session = diverged()
    let before = Snapshot(session)
    session.advance(steps: 100)
    #expect(Snapshot(session) == before)
  }

  @Test("Any change of a setting after it starts anew and says why")
  func startsAnew() {
    for action in [
      Action.set(key: "training.batch-size", value: "20"), .addUnit(layer: 0),
      .toggleFeature(.sineX1), .set(key: "training.loss", value: "mean-squared-error"),
    ] {
      var session = diverged()
      let outcome = session.apply(action)
      #expect(
        outcome
          == Outcome(
            effect: .startedAnew, message: "Started anew, because training had diverged."))
      #expect(session.trainer.divergence == nil && session.trainer.stepCount == 0)
    }
  }

  @Test(
    "With a smaller rate it learns after any start anew",
    arguments: [
      Action.reset, .newWeights, .newData, .set(key: "data.noise", value: "10"),
      .set(key: "network.initialization", value: "xavier"),
    ])
  func recovers(_ action: Action) {
    var session = diverged()
    session.apply(.set(key: "training.learning-rate", value: "0.01"))
    session.apply(action)
    #expect(session.trainer.divergence == nil)
    #expect(session.history.entries.map(\.epoch) == [0])
    session.advance(steps: 60)
    #expect(session.trainer.divergence == nil)
    #expect(session.trainer.epochCount == 20)
    #expect(session.trainingEvaluation.loss < (session.history.entries.first?.training ?? 0))
  }

  @Test("It diverges again in a replay, whatever is done after it", arguments: actions)
  func replay(_ action: Action) {
    var session = diverged()
    #expect(
      Snapshot(Session(replaying: session.log, steps: session.totalSteps)) == Snapshot(session))
    session.apply(action)
    session.advance(steps: 10)
    #expect(
      Snapshot(Session(replaying: session.log, steps: session.totalSteps)) == Snapshot(session))
  }
}
