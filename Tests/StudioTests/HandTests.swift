import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("Parameters and units changed by hand")
struct HandTests {
  @Test("A value set shows in the losses at once and keeps what the optimiser remembers")
  func setParameter() {
    var session = trainedSession { $0.training.optimizer = "adam" }
    let (loss, moments) = (session.trainingEvaluation.loss, session.moments(ofParameter: 3))
    let history = session.history
    let outcome = session.apply(.setParameter(index: 3, value: 2.5))
    #expect(outcome.effect == .keptWeights)
    #expect(outcome.message == "Set layer 1 unit 2 ← x₂ to 2.5.")
    #expect(session.trainer.network.parameters[3] == 2.5)
    #expect(session.trainingEvaluation.loss != loss)
    #expect(session.moments(ofParameter: 3) == moments && moments.count == 2)
    #expect(session.history == history && session.trainer.stepCount == 20)
    #expect(session.apply(.setParameter(index: 3, value: 2.5)) == .nothing)
  }

  @Test(
    "What can't be is refused with a reason and changes nothing",
    arguments: [
      (Action.setParameter(index: 25, value: 1), "There is no such parameter."),
      (.setParameter(index: -1, value: 1), "There is no such parameter."),
      (.setParameter(index: 0, value: .nan), "A parameter is a finite number."),
      (.setParameter(index: 0, value: -.infinity), "A parameter is a finite number."),
      (.freeze(index: 25), "There is no such parameter."),
      (.unfreeze(index: -1), "There is no such parameter."),
      (.freezeLayer(level: 3), "There is no such parameter."),
      (.killUnit(level: 0, unit: 4), "There is no such unit."),
      (.reviveUnit(level: 5, unit: 0), "There is no such unit."),
      (
        .killUnit(level: 2, unit: 0),
        "An output can't be killed: it is the answer; set or freeze its weights instead."
      ),
      (.undo, "Nothing to undo."), (.redo, "Nothing to redo."),
    ])
  func refused(_ action: Action, _ message: String) {
    var session = trainedSession()
    let before = Snapshot(session)
    #expect(session.apply(action) == Outcome(effect: .refused, message: message))
    #expect(Snapshot(session) == before)
  }

  @Test("Frozen numbers and layers stay to the bit until they are let go")
  func frozen() {
    var session = trainedSession()
    session.apply(.freeze(index: 2))
    session.apply(.freezeLayer(level: 2))
    #expect(session.frozen == [2, 22, 23, 24])
    #expect((0..<25).filter(session.isFrozen) == session.frozen)
    #expect(session.apply(.freezeLayer(level: 2)) == .nothing)
    let before = session.trainer.network.parameters
    session.advance(steps: 30)
    for (index, value) in session.trainer.network.parameters.enumerated() {
      #expect((value == before[index]) == session.isFrozen(index))
    }
    #expect(session.gradient()[2] == 0 && session.gradient()[3] != 0)
    session.apply(.unfreeze(index: 23))
    session.apply(.unfreezeLayer(level: 0))
    #expect(session.frozen == [22, 24])
    #expect(session.apply(.unfreeze(index: 2)) == .nothing)
  }

  @Test("Freezing a unit is one change: all its numbers at once, undone at once, and as text")
  func frozenUnit() {
    var session = trainedSession()
    let outcome = session.apply(.freezeUnit(level: 0, unit: 1))
    #expect(
      outcome == Outcome(effect: .live, message: "Frozen: no step changes layer 1 unit 2."))
    #expect(session.frozen == session.trainer.network.parameters(of: UnitPlace(level: 0, unit: 1)))
    #expect(session.frozen == [2, 3, 9])
    #expect(session.apply(.freezeUnit(level: 0, unit: 1)) == .nothing)
    session.advance(steps: 5)
    #expect(session.undo().message == "Undid: freeze layer 1 unit 2.")
    #expect(session.frozen.isEmpty)
    session.redo()
    session.apply(.freezeUnit(level: 2, unit: 0))
    #expect(session.undoTitle == "freeze the output" && session.frozen.count == 6)
    session.apply(.unfreezeUnit(level: 0, unit: 1))
    #expect(session.frozen == [22, 23, 24])
    #expect(session.apply(.freezeUnit(level: 0, unit: 4)).message == "There is no such unit.")
    #expect(session.apply(.unfreezeUnit(level: -1, unit: 0)).message == "There is no such unit.")
    let again = Session(replaying: session.log, steps: session.totalSteps)
    #expect(Snapshot(again) == Snapshot(session))
    for action in [Action.freezeUnit(level: 2, unit: 1), .unfreezeUnit(level: 0, unit: 3)] {
      #expect(Action(text: action.text) == action)
    }
  }

  @Test("A killed unit gives 0 in maps, losses and metrics, and learns again once revived")
  func killed() {
    var session = trainedSession()
    let loss = session.testEvaluation.loss
    #expect(session.apply(.killUnit(level: 0, unit: 1)).effect == .live)
    #expect(session.isKilled(level: 0, unit: 1) && !session.isKilled(level: 0, unit: 0))
    #expect(session.apply(.killUnit(level: 0, unit: 1)) == .nothing)
    #expect(session.testEvaluation.loss != loss)
    #expect(session.fields(width: 4, height: 4).levels[0][1].allSatisfy { $0 == 0 })
    #expect(session.sums(width: 4, height: 4)[0][1].contains { $0 != 0 })
    let before = session.trainer.network.parameters
    session.advance(steps: 10)
    for index in session.trainer.network.parameters(of: UnitPlace(level: 0, unit: 1)) {
      #expect(session.trainer.network.parameters[index] == before[index])
    }
    session.apply(.reviveUnit(level: 0, unit: 1))
    session.advance(steps: 10)
    #expect(session.trainer.network.parameters[2] != before[2])
  }

  @Test("A start anew keeps the marks; frozen numbers hold their new first value")
  func startAnew() {
    for action in [Action.reset, .newWeights, .newData, .set(key: "data.noise", value: "10")] {
      var session = trainedSession()
      session.apply(.killUnit(level: 1, unit: 0))
      session.apply(.freeze(index: 5))
      session.apply(action)
      #expect(session.trainer.epochCount == 0)
      #expect(session.frozen == [5] && session.killed == [UnitPlace(level: 1, unit: 0)])
      #expect(session.history.entries.first?.training == session.trainingEvaluation.loss)
      let fresh = Session(session.preset).trainer.network.parameters
      #expect(session.trainer.network.parameters == fresh)
      session.advance(steps: 10)
      #expect(session.trainer.network.parameters[5] == fresh[5])
    }
  }

  @Test("Another shape keeps the marks that have a place, and says which are gone")
  func shapes() {
    var session = trainedSession()
    session.apply(.killUnit(level: 1, unit: 1))
    session.apply(.killUnit(level: 0, unit: 3))
    // A weight of the first level, and the output's weight of unit 2.
    session.apply(.freeze(index: 1))
    session.apply(.freeze(index: 23))
    let value = session.trainer.network.parameters[23]
    #expect(
      session.apply(.addUnit(layer: 0)).message
        == "The new unit has new weights; all others were kept.")
    #expect(session.frozen == [1, 28] && session.killed.count == 2)
    #expect(session.trainer.network.parameters[28] == value)
    #expect(
      session.apply(.removeUnit(layer: 1)).message
        == "The unit's weights are gone; all others were kept."
        + " Gone with it: 1 frozen number, 1 killed unit.")
    #expect(session.frozen == [1] && session.killed == [UnitPlace(level: 0, unit: 3)])
    #expect(session.apply(.toggleFeature(.x2)).message.contains("Gone with it: 1 frozen number."))
    #expect(session.frozen.isEmpty)
    session.advance(steps: 5)
    #expect(session.trainer.divergence == nil)
  }

  @Test("Once training has diverged there is nothing to set")
  func diverged() {
    var session = Session(
      smallPreset {
        $0.data.recipe = "plane"
        $0.network.activation = PerLayer(.linear)
        $0.training.learningRate = 30
      })
    session.advance(steps: 1000)
    #expect(session.trainer.divergence != nil)
    #expect(session.apply(.setParameter(index: 0, value: 1)).effect == .refused)
    #expect(session.apply(.freeze(index: 0)).effect == .live)
    #expect(
      Snapshot(Session(replaying: session.log, steps: session.totalSteps)) == Snapshot(session))
  }

  @Test("The gradient is what the next step follows")
  func gradient() {
    var session = trainedSession()
    let (gradient, before) = (session.gradient(), session.trainer.network.parameters)
    let rate = session.trainer.learningRate
    session.advance(steps: 1)
    for index in before.indices {
      #expect(session.trainer.network.parameters[index] == before[index] - rate * gradient[index])
    }
  }
}
