import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("Undo and redo")
struct UndoTests {
  /// All that undo brings back of what touched weights, points or epochs; the steps and the log are
  /// those of the whole session.
  private struct State: Equatable {
    let preset: Preset
    let trainer: Safetensors
    let history: LossHistory
    let diagnoses: Int
    let marks: Marks

    init(_ session: Session) {
      preset = session.preset
      trainer = session.trainer.state
      history = session.history
      diagnoses = session.diagnoses.entries.count
      marks = Marks(of: session.trainer)
    }
  }

  @Test("Every change is undone and redone", arguments: actions)
  func each(_ action: Action) {
    var session = trainedSession()
    let before = State(session)
    let outcome = session.apply(action)
    guard outcome.effect != .refused && outcome.effect != .unchanged else {
      #expect(session.undoTitle == nil)
      return
    }
    let after = State(session)
    #expect(session.undoTitle == session.describe(action))
    session.advance(steps: 7)
    let trained = State(session)
    let undone = session.undo()
    let keepsTraining = outcome.effect == .live || session.trainer.stepCount == 27
    #expect(
      undone.effect
        == (outcome.effect == .live ? .live : keepsTraining ? .keptWeights : .restored))
    #expect(!keepsTraining || outcome.effect == .live || action.editsPoints)
    #expect(session.preset == before.preset && State(session).marks == before.marks)
    // What acted live keeps the training since; the rest comes back as it was.
    if keepsTraining {
      #expect(session.trainer.stepCount == 27)
      #expect(State(session).history == trained.history)
    } else {
      #expect(State(session) == before)
    }
    #expect(session.totalSteps == 27)
    #expect(session.undoTitle == nil && session.redoTitle == session.describe(action))
    session.redo()
    #expect(session.preset == after.preset && State(session).marks == after.marks)
    #expect(State(session) == trained || keepsTraining)
    #expect(session.redoTitle == nil)
    #expect(session.log.entries.map(\.action) == [action, .undo, .redo])
    expectReplayed(session)
  }

  private func expectReplayed(_ session: Session) {
    let again = Session(replaying: session.log, steps: session.totalSteps)
    #expect(Snapshot(again) == Snapshot(session))
    #expect(again.log == session.log)
  }

  @Test("It says what was undone, and where that leads")
  func messages() {
    var session = trainedSession()
    session.apply(.set(key: "training.learning-rate", value: "0.1"))
    session.advance(steps: 10)
    session.apply(.addLayer)
    session.apply(.killUnit(level: 0, unit: 2))
    session.advance(steps: 10)
    #expect(session.apply(.undo).message == "Undid: kill layer 1 unit 3.")
    #expect(
      session.apply(.undo)
        == Outcome(effect: .restored, message: "Undid: add a layer. Back at epoch 10."))
    #expect(session.apply(.undo).message == "Undid: rate 0.03 → 0.1 (back to 0.03).")
    #expect(session.apply(.undo).message == "Nothing to undo.")
    #expect(session.apply(.redo).message == "Redid: rate 0.03 → 0.1.")
    #expect(session.apply(.redo).message == "Redid: add a layer. Back at epoch 13.")
    #expect(session.apply(.redo).message == "Redid: kill layer 1 unit 3.")
    #expect(session.apply(.redo).message == "Nothing to redo.")
    #expect(session.totalSteps == 40)
    expectReplayed(session)
  }

  @Test("A new class is undone with the output it brought")
  func newClass() {
    var session = trainedSession()
    let before = State(session)
    session.apply(.addPoints([Example(5, 5, label: 2)], share: .training))
    session.advance(steps: 8)
    #expect(session.undo().effect == .restored)
    #expect(State(session) == before)
    expectReplayed(session)
  }

  @Test("Huber's δ is another loss: its curve begins anew, and undo brings the old one back")
  func delta() {
    var session = trainedSession { $0.training.loss = .huber }
    let before = State(session)
    let outcome = session.apply(.set(key: "training.loss-delta", value: "2"))
    #expect(outcome.effect == .keptWeights)
    #expect(
      outcome.message == "Kept the weights; the loss is measured in another way from here on.")
    #expect(session.history.entries.count == 1)
    session.advance(steps: 5)
    #expect(session.undo().effect == .restored)
    #expect(State(session) == before)
    expectReplayed(session)
  }

  @Test("A new change makes redoing impossible")
  func newChange() {
    var session = trainedSession()
    session.apply(.addLayer)
    session.undo()
    #expect(session.redoTitle == "add a layer")
    session.apply(.freeze(index: 1))
    #expect(session.redo().effect == .refused)
    session.undo()
    #expect(session.frozen.isEmpty)
    #expect(session.undo().effect == .refused)
  }

  @Test("Nudges of one setting or parameter, with no step between, are one change")
  func nudges() {
    var session = trainedSession()
    let parameters = session.trainer.network.parameters
    for value in ["0.1", "0.3", "1"] {
      session.apply(.set(key: "training.learning-rate", value: value))
    }
    for value in [Float(1), 2, 3] { session.apply(.setParameter(index: 4, value: value)) }
    session.apply(.setParameter(index: 5, value: 3))
    session.undo()
    #expect(session.trainer.network.parameters[4] == 3)
    session.undo()
    #expect(session.trainer.network.parameters == parameters)
    #expect(session.undo().message == "Undid: rate 0.03 → 1 (back to 0.03).")
    #expect(session.undo().effect == .refused)
    session.apply(.set(key: "training.learning-rate", value: "0.1"))
    session.advance(steps: 1)
    session.apply(.set(key: "training.learning-rate", value: "0.3"))
    session.undo()
    #expect(session.preset.training.learningRate == 0.1)
    expectReplayed(session)
  }

  @Test("There and back again leaves nothing to undo")
  func thereAndBack() {
    var session = trainedSession()
    session.apply(.addLayer)
    session.apply(.set(key: "training.learning-rate", value: "0.1"))
    session.apply(.set(key: "training.learning-rate", value: "0.03"))
    #expect(session.undoTitle == "add a layer")
    expectReplayed(session)
  }

  @Test("A change that made training diverge is undone with all it took")
  func diverged() {
    for (action, effect) in [
      (Action.set(key: "training.learning-rate", value: "100"), Outcome.Effect.startedAnew),
      (.setParameter(index: 0, value: 3e38), .restored),
    ] {
      var session = trainedSession {
        $0.data.recipe = "plane"
        $0.network.activation = PerLayer(.linear)
      }
      let before = State(session)
      session.apply(action)
      session.advance(steps: 300)
      #expect(session.trainer.divergence != nil)
      #expect(session.undo().effect == effect)
      #expect(session.trainer.divergence == nil && session.preset == before.preset)
      #expect((State(session) == before) == (effect == .restored))
      session.advance(steps: 10)
      session.redo()
      session.advance(steps: 10)
      expectReplayed(session)
    }
  }

  @Test("A session read from a file can undo what is done from then on, and no more")
  func resumed() throws {
    var session = trainedSession()
    session.apply(.set(key: "training.learning-rate", value: "0.1"))
    session.apply(.addLayer)
    session.undo()
    session.advance(steps: 3)
    session.apply(.set(key: "training.learning-rate", value: "0.3"))
    session.redo()
    session.undo()
    let bytes = Checkpoint.bytes(of: session)
    var again = try Checkpoint.session(from: bytes)
    #expect(Snapshot(again) == Snapshot(session))
    #expect(Checkpoint.bytes(of: again) == bytes)
    #expect(again.undo().message == "Nothing to undo.")
    #expect(again.log == session.log)
    // Without the note, this would be a nudge of the change before the file was written.
    again.apply(.set(key: "training.learning-rate", value: "1"))
    again.undo()
    #expect(again.preset.training.learningRate == session.preset.training.learningRate)
    again.redo()
    #expect(again.log.entries.contains { $0.action == .resume })
    expectReplayed(again)
    #expect(
      Snapshot(try Checkpoint.session(from: Checkpoint.bytes(of: again))) == Snapshot(again))
  }

  @Test("Any sequence with undo and redo gives the same bits again", arguments: 0..<30)
  func random(_ seed: Int) {
    var random = Random(seed: UInt64(seed), stream: .noise)
    var session = Session(smallPreset())
    for _ in 0..<40 {
      session.advance(steps: random.below(9))
      session.apply(
        random.below(2) == 0
          ? backAndForth[random.below(backAndForth.count)] : actions[random.below(actions.count)])
    }
    expectReplayed(session)
  }
}
