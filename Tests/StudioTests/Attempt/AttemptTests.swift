import Engine
import Lessons
import Testing

@testable import Studio

/// Attempts at a small exercise: two sigmoid units that have to become tanh.
@Suite struct AttemptTests {
  static func exercise(
    allow: String = "train, network.activation", limits: String = "", changes: String = "restart",
    goals: String = "[{text: low, needs: [test-loss <= 0.1], at: 60}]", questions: String = "[]",
    start: String = "{}", network: String = "{hidden: [6], activation: linear}",
    data: String = "{set: circle}"
  ) throws -> Exercise {
    try Exercise(
      yaml: """
        format: 1
        title: Small
        data: \(data)
        network: \(network)
        exercise:
          version: 1
          chapter: A
          concept: bending
          course: [a lecture]
          difficulty: 1
          minutes: 5
          task: Bend it.
          start: \(start)
          allow: [\(allow)]
          limits: [\(limits)]
          changes: \(changes)
          questions: \(questions)
          goals: \(goals)
          hints: [one, two]
          explanation: It bends.
        """, name: "a9-small")
  }

  static let prediction =
    "[{id: p, ask: Which?, choices: [x, y], answer: b, explanation: y.},"
    + " {id: q, when: after, ask: How much?, answer: 4, explanation: four.}]"

  @Test func aRunReachesItsGoalAndEndsThere() throws {
    var session = Session(try Self.exercise())
    #expect(session.apply(.set(key: "network.activation", value: "tanh")).effect == .startedAnew)
    session.advance(steps: 100_000)
    #expect(session.trainer.epochCount == 60)
    #expect(session.isRunOver && !session.mayTrain)
    #expect(session.attempt?.isPassed == true)
    #expect(session.attempt?.runs == 1 && session.attempt?.changes == 1)
  }

  @Test func theStartDoesNot() throws {
    var session = Session(try Self.exercise())
    session.advance(steps: 100_000)
    #expect(session.attempt?.isPassed == false)
    #expect(session.goalStates[0].best ?? 0 > 0.4)
  }

  @Test func predictionsComeFirstAndStay() throws {
    var session = Session(try Self.exercise(questions: Self.prediction))
    session.advance(steps: 10)
    #expect(session.totalSteps == 0 && session.attempt?.mustAnswerFirst == true)
    #expect(session.apply(.answer(question: "q", value: "4")).effect == .refused)
    #expect(
      session.apply(.answer(question: "p", value: "z")).message == "Expected a letter from a to b.")
    #expect(session.apply(.answer(question: "p", value: "A")).effect == .live)
    #expect(session.apply(.answer(question: "p", value: "b")).effect == .refused)
    session.apply(.set(key: "network.activation", value: "tanh"))
    session.advance(steps: 100_000)
    #expect(session.attempt?.isPassed == false)
    #expect(session.attempt?.openQuestion?.id == "q")
    session.undo()
    #expect(session.attempt?.answers.count == 1)
    #expect(session.apply(.answer(question: "q", value: "4")).effect == .live)
    #expect(session.attempt?.isPassed == true)
    #expect(session.attempt?.correctAnswers == 1)
  }

  /// Weights that were trained under other settings are no run of these.
  @Test func aJumpInTimeDoesNotCount() throws {
    var session = Session(try Self.exercise())
    session.apply(.set(key: "network.activation", value: "tanh"))
    session.advance(steps: 25 * 10)
    session.apply(.goToEpoch(5, branch: nil))
    session.advance(steps: 100_000)
    #expect(session.trainer.epochCount == 60)
    #expect(session.attempt?.isPassed == false)
    session.apply(.reset)
    session.advance(steps: 100_000)
    #expect(session.attempt?.isPassed == true)
  }

  @Test func liveChangesActWithinARun() throws {
    var session = Session(try Self.exercise(changes: "live"))
    session.advance(steps: 25 * 5)
    #expect(session.apply(.set(key: "network.activation", value: "tanh")).effect == .keptWeights)
    session.advance(steps: 100_000)
    #expect(session.attempt?.isPassed == true && session.attempt?.runs == 1)
  }

  @Test func holdingTakesSoManyEpochsInARow() throws {
    let goals = "[{text: low, needs: [test-loss <= 0.1], within: 200, hold: 10}]"
    var session = Session(try Self.exercise(goals: goals))
    session.apply(.set(key: "network.activation", value: "tanh"))
    var first: Int?
    while session.attempt?.isPassed == false, session.mayTrain {
      session.advance(steps: session.trainer.stepsLeftInEpoch)
      if session.testEvaluation.loss <= 0.1 { first = first ?? session.trainer.epochCount }
    }
    #expect(session.attempt?.isPassed == true)
    #expect(session.trainer.epochCount >= (first ?? .max) + 9)
  }

  @Test func relativeGoalsCompareWithTheUnchangedStart() throws {
    let goals = "[{text: half, needs: [test-loss <= 0.5 of start], at: 60}]"
    var session = Session(try Self.exercise(goals: goals))
    let start = session.attempt?.reference?.value(of: .testLoss, after: 60) ?? .nan
    var untouched = Session(try Self.exercise(goals: goals))
    untouched.advance(steps: 100_000)
    #expect(untouched.testEvaluation.loss == start)
    #expect(untouched.attempt?.isPassed == false)
    session.apply(.set(key: "network.activation", value: "tanh"))
    session.advance(steps: 100_000)
    #expect(session.attempt?.isPassed == true)
  }

  @Test func otherSeedsHaveToReachItToo() throws {
    func session(pass: Int, hidden: Int) throws -> Session {
      let goals =
        "[{text: low, needs: [test-loss <= 0.1], at: 60, seeds: {of: 6, pass: \(pass)}}]"
      var session = Session(
        try Self.exercise(goals: goals, network: "{hidden: [\(hidden)], activation: linear}"))
      session.apply(.set(key: "network.activation", value: "tanh"))
      session.advance(steps: 100_000)
      return session
    }
    var good = try session(pass: 6, hidden: 8)
    #expect(good.attempt?.isPassed == false && good.attempt?.awaitsSeeds == true)
    // Each is a run of its own with the next seeds.
    let reached = (1..<6).count { offset in
      var run = Session(good.preset.withSeeds(movedBy: offset))
      run.advance(steps: 60 * 25)
      return run.testEvaluation.loss <= 0.1
    }
    good.settleTrials()
    #expect((good.attempt?.isPassed == true) == (reached == 5))
    #expect(reached == 5)
  }

  @Test func earlyStoppingEndsARunForGoalsAtLaterEpochs() throws {
    let goals = "[{text: stopped, needs: [stopped-early = 1, test-loss <= 2 of start], at: 500}]"
    var session = Session(
      try Self.exercise(
        allow: "train, training.patience", goals: goals,
        data: "{set: circle, noise: 50, training: 10, validation: 40}"))
    session.apply(.set(key: "training.patience", value: "1"))
    session.advance(steps: 1_000_000)
    #expect(session.trainer.epochCount < 500)
    #expect(session.attempt?.isPassed == true)
  }

  @Test func fixedFirstWeightsAndFrozenOnesStay() throws {
    var session = Session(
      try Self.exercise(
        allow: "train, training.learning-rate", start: "{parameters: [0.5, -0.25, 1], frozen: [3]}",
        network: "{hidden: []}"))
    #expect(session.trainer.network.parameters == [0.5, -0.25, 1])
    session.apply(.set(key: "training.learning-rate", value: "0.1"))
    #expect(session.trainer.network.parameters == [0.5, -0.25, 1])
    session.advance(steps: 50)
    #expect(session.trainer.network.parameters[2] == 1)
    #expect(session.trainer.network.parameters[0] != 0.5)
  }

  /// Points that are drawn begin a run as well; the start of a run is its own measure.
  @Test func drawnPointsBeginARun() throws {
    var session = Session(try Self.exercise(allow: "train, draw-points, network.activation"))
    session.advance(steps: 30)
    #expect(session.apply(.erasePoints(at: [0])).effect == .startedAnew)
    #expect(session.trainer.stepCount == 0 && session.attempt?.isClean == true)
    session.apply(.set(key: "network.activation", value: "tanh"))
    session.advance(steps: 100_000)
    #expect(session.attempt?.isPassed == true)
  }

  @Test func hintsComeOneByOne() throws {
    var session = Session(try Self.exercise())
    #expect(session.apply(.takeHint).message == "Hint 1 of 2.")
    #expect(session.attempt?.hints == ["one"])
    session.apply(.takeHint)
    #expect(session.apply(.takeHint).effect == .refused)
    #expect(Session(Preset()).attempt == nil)
  }
}
