import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("What one of two compared sessions does, the other goes along with")
struct RivalFollowingTests {
  /// Does something to the session in focus, and lets the rival follow.
  @discardableResult
  private func act(
    _ action: Action, _ focused: inout Session, _ rival: inout Rival
  ) -> Rival.Following {
    let before = focused
    focused.apply(action)
    return rival.follow(&focused, since: before)
  }

  private static let ofData: [Action] = [
    .newData, .chooseProblem(isRegression: true), .set(key: "data.set", value: "iris"),
    .set(key: "data.set", value: "wave"), .set(key: "data.noise", value: "30"),
    .set(key: "data.training", value: "70"), .set(key: "data.validation", value: "20"),
    .set(key: "data.samples", value: "90"), .set(key: "data.seed", value: "8"),
    .set(key: "seed", value: "8"), .addPoints([Example(1, 2, label: 1)], share: .training),
    .erasePoints(at: [0, 7]), .relabelPoints(at: [1, 2], label: 1),
  ]

  @Test("A change of the data is made to both, and undone and redone in both", arguments: ofData)
  func data(_ action: Action) {
    var (focused, rival) = pair(
      b: [("training.learning-rate", "0.1"), ("network.hidden", "3,3")])
    let start = rival.sides(beside: focused)
    #expect(act(action, &focused, &rival) == .together)
    #expect(focused.dataset == rival.session.dataset)
    #expect(focused.dataset != start.a.dataset)
    #expect(
      focused.preset.network.hidden == [3, 3] && rival.session.preset.network.hidden == [4, 2])
    #expect(focused.trainer.epochCount == rival.session.trainer.epochCount)
    rival.advance(&focused, steps: 10)
    #expect(act(.undo, &focused, &rival) == .together)
    #expect(focused.dataset == start.a.dataset && rival.session.dataset == start.a.dataset)
    #expect(act(.redo, &focused, &rival) == .together)
    #expect(focused.dataset == rival.session.dataset && focused.dataset != start.a.dataset)
  }

  @Test("Every other change is the focused session's alone, and so is undoing it")
  func others() {
    for action in [
      Action.set(key: "training.learning-rate", value: "0.1"), .addLayer, .toggleFeature(.sineX1),
      .set(key: "data.standardize", value: "true"), .setParameter(index: 0, value: 2),
      .freezeLayer(level: 0), .killUnit(level: 0, unit: 0), .set(key: "network.seed", value: "3"),
    ] {
      var (focused, rival) = pair(b: [])
      let before = Snapshot(rival.session)
      #expect(act(action, &focused, &rival) == .apart, "\(action)")
      #expect(act(.undo, &focused, &rival) == .apart, "\(action)")
      #expect(Snapshot(rival.session) == before, "\(action)")
      #expect(Snapshot(focused).parameters == before.parameters)
    }
  }

  @Test("r begins both anew, with the same first weights where the shapes agree")
  func reset() {
    var (focused, rival) = pair(b: [
      ("training.learning-rate", "0.1"), ("training.batch-size", "4"),
    ])
    #expect(act(.reset, &focused, &rival) == .together)
    #expect(focused.trainer.epochCount == 0 && rival.session.trainer.epochCount == 0)
    #expect(focused.trainer.network.parameters == rival.session.trainer.network.parameters)
    #expect(rival.start(beside: focused) == .same)
    rival.advance(&focused, steps: 9)
    #expect(focused.trainer.network.parameters != rival.session.trainer.network.parameters)
  }

  @Test("w gives both the same new weights, also where their seeds differed")
  func newWeights() {
    for seed in ["42", "7", "8"] {
      var (focused, rival) = pair(b: [("network.seed", seed)])
      let old = rival.session.firstNetwork.parameters
      #expect(act(.newWeights, &focused, &rival) == .together)
      #expect(focused.trainer.network.parameters == rival.session.trainer.network.parameters)
      #expect(focused.trainer.network.parameters != old)
      #expect(focused.trainer.epochCount == 0 && rival.session.trainer.epochCount == 0)
    }
    var (focused, rival) = pair(b: [])
    let before = focused.trainer.network.parameters
    act(.newWeights, &focused, &rival)
    #expect(act(.undo, &focused, &rival) == .together)
    #expect(focused.trainer.network.parameters == before)
    #expect(rival.session.trainer.network.parameters == before)
  }

  @Test("Undoing a data setting keeps what the rival changed since")
  func undoAfterChange() {
    var (focused, rival) = pair(b: [])
    act(.set(key: "data.noise", value: "30"), &focused, &rival)
    rival.swap(with: &focused)
    act(.set(key: "training.learning-rate", value: "0.3"), &focused, &rival)
    rival.swap(with: &focused)
    #expect(act(.undo, &focused, &rival) == .together)
    #expect(focused.preset.data.noise == 0 && rival.session.preset.data.noise == 0)
    #expect(focused.dataset == rival.session.dataset)
    #expect(rival.session.preset.training.learningRate == 0.3)
  }

  @Test("Points that the rival can't put back stay in both")
  func refusedUndo() {
    var (focused, rival) = pair(b: [])
    act(.addPoints([Example(1, 2, label: 1)], share: .training), &focused, &rival)
    act(.addPoints([Example(2, 2, label: 1)], share: .training), &focused, &rival)
    rival.swap(with: &focused)
    act(.set(key: "training.learning-rate", value: "0.3"), &focused, &rival)
    rival.swap(with: &focused)
    let before = Snapshot(focused)
    guard case .refused(let reason) = act(.undo, &focused, &rival) else {
      Issue.record("It was undone in one alone")
      return
    }
    #expect(reason.hasPrefix("A was changed since"))
    #expect(Snapshot(focused) == before)
    #expect(focused.dataset == rival.session.dataset)
  }

  @Test("The data of a session put in its place, from another time, are taken over")
  func otherTime() {
    var (focused, rival) = pair(b: [])
    let early = focused
    act(.set(key: "data.noise", value: "30"), &focused, &rival)
    let before = focused
    focused = early
    #expect(rival.follow(&focused, since: before) == .together)
    #expect(rival.session.dataset == focused.dataset && focused.preset.data.noise == 0)
    #expect(rival.follow(&focused, since: focused) == .apart)
  }

  @Test("What the rival refuses is taken back")
  func refused() throws {
    // A formula of B's has no value at a point that is drawn.
    var (focused, rival) = pair(b: [("features", "x1,x2,1/x1")])
    rival.swap(with: &focused)
    let before = Snapshot(focused)
    let following = act(
      .addPoints([Example(0, 1, label: 1)], share: .training), &focused, &rival)
    guard case .refused(let reason) = following else {
      // A formula that is not finite there is no reason to refuse points: then both have them.
      #expect(focused.dataset == rival.session.dataset)
      return
    }
    #expect(reason.hasPrefix("B can't go along: "))
    #expect(Snapshot(focused) == before)
  }

  @Test("Whatever is done to either, both have the same points", arguments: 0..<6)
  func anything(_ seed: Int) {
    var (focused, rival) = pair(b: [])
    var random = Random(seed: UInt64(seed), stream: .order)
    for _ in 0..<150 {
      let action = actions[random.below(actions.count)]
      act(action, &focused, &rival)
      #expect(focused.hasSameData(as: rival.session), "\(action)")
      #expect(focused.dataset == rival.session.dataset, "\(action)")
      #expect(focused.trainer.samples.count == rival.session.trainer.samples.count)
      if random.below(3) == 0 { rival.swap(with: &focused) }
      rival.advance(&focused, steps: random.below(5))
    }
    // Each log is a session's own: it tells how to come to the very same bits.
    for session in [focused, rival.session] {
      let replayed = Session(replaying: session.log, steps: session.totalSteps)
      #expect(Snapshot(replayed) == Snapshot(session))
    }
  }
}
