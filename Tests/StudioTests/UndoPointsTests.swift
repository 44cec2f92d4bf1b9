import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("Undo of points")
struct UndoPointsTests {
  @Test("Drawn, erased and relabelled points go back without the training since")
  func points() {
    for (action, title) in [
      (Action.addPoints([Example(1.5, -2, label: 1)], share: .training), "draw a point"),
      (.erasePoints(at: [0, 7, 31]), "erase 3 points"),
      (.relabelPoints(at: [1, 2], label: 1), "relabel 2 points"),
    ] {
      var session = trainedSession()
      let (dataset, preset) = (session.dataset, session.preset)
      session.apply(action)
      let edited = session.dataset
      session.advance(steps: 8)
      let weights = session.trainer.network.parameters
      #expect(
        session.undo() == Outcome(effect: .keptWeights, message: "Undid: \(title)."))
      #expect(session.dataset == dataset && session.preset == preset)
      #expect(session.trainer.network.parameters == weights)
      #expect(session.trainer.stepCount == 28 && session.trainer.samples.count == 30)
      // Every point is still seen once an epoch.
      #expect(Set(session.order) == Set(0..<30))
      session.advance(steps: 3)
      session.redo()
      #expect(session.dataset == edited && session.trainer.stepCount == 31)
      session.advance(steps: 10)
      session.undo()
      #expect(session.dataset == dataset && Set(session.order) == Set(0..<30))
      let again = Session(replaying: session.log, steps: session.totalSteps)
      #expect(Snapshot(again) == Snapshot(session) && again.log == session.log)
    }
  }
}

extension Session {
  /// The order in which the training samples are taken in this epoch.
  fileprivate var order: [Int] {
    trainer.state.tensors.first { $0.name == "trainer.order" }?.integers ?? []
  }
}
