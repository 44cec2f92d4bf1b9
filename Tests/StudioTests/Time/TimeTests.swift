import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

/// What leads to other moments and branches.
let jumps: [Action] =
  (0..<6).flatMap { number -> [Action] in
    let branch = number == 0 ? nil : number
    return [
      .goToEpoch(3, branch: branch), .goToEpoch(11, branch: branch), .goToStep(7, branch: branch),
      .goToStep(40, branch: branch), .goToEnd(branch: branch),
    ]
  } + [
    .branch, .follow, .nameBranch(1, "one of them"), .nameBranch(3, "another"), .deleteBranch(2),
    .deleteBranch(4),
  ]

@Suite("Time with undo, replay and files")
struct TimeTests {
  @Test("Every jump is read from its text", arguments: jumps)
  func text(_ action: Action) {
    #expect(Action(text: action.text) == action)
    #expect(!action.title.isEmpty && action.title.count <= 40)
  }

  /// Anything in any order; jumps and undo are half of it.
  private func walk(_ seed: Int, length: Int = 40) -> Session {
    var random = Random(seed: UInt64(seed), stream: .noise)
    var session = Session(smallPreset { $0.data.noise = 10 })
    for _ in 0..<length {
      session.advance(steps: random.below(12))
      switch random.below(4) {
      case 0: session.apply(backAndForth[random.below(backAndForth.count)])
      case 1: session.apply(actions[random.below(actions.count)])
      default: session.apply(jumps[random.below(jumps.count)])
      }
    }
    return session
  }

  @Test(
    "Any sequence of jumps, changes, undo and steps is replayed to the same bits", arguments: 0..<40
  )
  func replays(_ seed: Int) {
    let session = walk(seed)
    let again = Session(replaying: session.log, steps: session.totalSteps)
    #expect(Snapshot(again) == Snapshot(session))
    #expect(Bits(again) == Bits(session))
    #expect(again.undoTitle == session.undoTitle && again.redoTitle == session.redoTitle)
    #expect(again.presentBranch == session.presentBranch)
    #expect(again.branches.map(\.number) == session.branches.map(\.number))
    #expect(again.branches.map(\.title) == session.branches.map(\.title))
    #expect(again.branches.map(\.lastStep) == session.branches.map(\.lastStep))
  }

  @Test("A file goes on to the same bits, wherever on a line it was written", arguments: 0..<30)
  func files(_ seed: Int) throws {
    var random = Random(seed: UInt64(seed), stream: .data)
    var session = try Checkpoint.session(from: Checkpoint.bytes(of: walk(seed, length: 20)))
    #expect(Bits(session) == Bits(walk(seed, length: 20)))
    for _ in 0..<12 {
      session.advance(steps: random.below(12))
      session.apply(
        random.below(2) == 0
          ? jumps[random.below(jumps.count)] : actions[random.below(actions.count)])
    }
    let again = Session(replaying: session.log, steps: session.totalSteps)
    #expect(Bits(again) == Bits(session))
    let read = try Checkpoint.session(from: Checkpoint.bytes(of: session))
    #expect(Bits(read) == Bits(session))
  }

  @Test("Every sequence is undone step by step, back to where each was done", arguments: 0..<20)
  func undone(_ seed: Int) {
    var random = Random(seed: UInt64(seed), stream: .order)
    var session = Session(smallPreset())
    session.advance(steps: 40)
    var places: [Bits] = []
    for _ in 0..<12 {
      let action =
        random.below(2) == 0
        ? jumps.filter(\.isJump)[random.below(30)]
        // These are undone by going back, which shows in every bit.
        : [.addLayer, .addUnit(layer: 0), .setParameter(index: 1, value: 2), .newWeights][
          random.below(4)]
      let (before, count) = (Bits(session), session.memory.undos.count)
      session.apply(action)
      if session.memory.undos.count > count { places.append(before) }
      session.advance(steps: 1 + random.below(8))
    }
    while session.memory.undos.count > 0, let place = places.popLast() {
      session.apply(.undo)
      #expect(Bits(session) == place)
    }
    #expect(session.apply(.undo).effect == .refused)
  }

  @Test("One jump after the other is one entry of the log and one step of undo")
  func merges() {
    var session = trainedSession()
    let before = Bits(session)
    for step in (3..<20).reversed() { session.apply(.goToStep(step, branch: nil)) }
    #expect(session.log.entries.map(\.action) == [.goToStep(3, branch: 1)])
    #expect(session.undoTitle == "go to step 3")
    #expect(session.apply(.undo).message == "Undid: go to step 3. Back at epoch 6.")
    #expect(Bits(session) == before)
    session.apply(.redo)
    #expect(session.trainer.stepCount == 3)
  }

  @Test("A long way is gone piece by piece to the same bits, and anything else arrives first")
  func seeks() {
    var session = Session(
      smallPreset {
        $0.network.hidden = [8, 8, 8, 8]
        $0.data.samples = 2000
        $0.training.batchSize = 1000
      })
    // Moments are rare after so many changes of size, and steps are long.
    session.advance(steps: 3000)
    while session.time.branches[0].stride < 256 { session.time.update(1) { _ = $0.thin() } }
    let end = Bits(session)
    let goal = Action.goToEpoch(end.counts[1] - 17, branch: nil)
    var once = session
    once.apply(goal)
    #expect(once.isSeeking && once.soughtEpoch == end.counts[1] - 17)
    once.arrive()
    session.apply(goal)
    var pieces = 0
    while session.isSeeking {
      session.seek(steps: 3)
      pieces += 1
    }
    #expect(
      pieces > 10 && Bits(session) == Bits(once) && session.trainer.epochCount == end.counts[1] - 17
    )
    // Small steps from there are not as long a way.
    session.apply(.goToEpoch(end.counts[1] - 20, branch: nil))
    #expect(!session.isSeeking)
    session.apply(goal)
    session.apply(.goToEpoch(1, branch: nil))
    session.apply(.set(key: "training.learning-rate", value: "0.1"))
    #expect(!session.isSeeking && session.trainer.epochCount == 1 && session.branches.count == 2)
    session.apply(.goToEnd(branch: 1))
    #expect(Bits(session) == end)
  }
}
