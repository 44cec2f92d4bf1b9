import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("Branches of time")
struct BranchTests {
  /// A session at epoch 30 of its first line.
  private func session(_ change: (inout Preset) -> Void = { _ in }) -> Session {
    var session = Session(smallPreset(change))
    session.advance(steps: 30 * session.trainer.stepsPerEpoch)
    return session
  }

  @Test("Going on from the past without a change is the same line again, to the bit")
  func sameLine() {
    var session = session()
    let end = Bits(session)
    let steps = session.trainer.stepCount
    #expect(session.apply(.goToEpoch(12, branch: nil)).effect == .restored)
    #expect(session.trainer.epochCount == 12 && session.isInThePast)
    #expect(session.lastEpochOfBranch == 30 && session.history.entries.count == 13)
    session.advance(steps: steps - session.trainer.stepCount)
    #expect(Bits(session) == end && !session.isInThePast)
    session.advance(steps: 5)
    #expect(session.branches.count == 1)
  }

  @Test("What was changed on a line is changed again where it is followed")
  func changesAgain() {
    var session = session()
    session.apply(.set(key: "training.learning-rate", value: "0.3"))
    session.advance(steps: 7)
    session.apply(.addUnit(layer: 0))
    session.apply(.freeze(index: 2))
    session.apply(.undo)
    session.advance(steps: 40)
    let end = Bits(session)
    session.apply(.goToEpoch(3, branch: nil))
    #expect(session.preset.training.learningRate == 0.03)
    #expect(session.preset.network.hidden == [4, 2])
    session.advance(steps: end.counts[0] - session.trainer.stepCount)
    #expect(Bits(session) == end && session.branches.count == 1)
  }

  @Test("The first change in the past begins a branch, and the line before it stays")
  func forks() {
    var session = session()
    let end = Bits(session)
    session.apply(.goToEpoch(10, branch: nil))
    let outcome = session.apply(.set(key: "training.learning-rate", value: "0.3"))
    #expect(outcome.message.hasSuffix("Branch 2 begins here."))
    session.advance(steps: 100)
    let other = Bits(session)
    let branches = session.branches
    #expect(branches.map(\.number) == [1, 2] && branches.map(\.isPresent) == [false, true])
    #expect(branches[1].parent == 1 && branches[1].forkEpoch == 10)
    #expect(branches[1].changes == ["rate 0.3"] && branches[0].changes.isEmpty)
    #expect(branches[0].lastEpoch == 30 && branches[0].history.entries.count == 31)
    session.apply(.goToEnd(branch: 1))
    #expect(Bits(session) == end)
    session.apply(.goToEnd(branch: 2))
    #expect(Bits(session) == other)
    // A branch of the part that both have in common leaves the first.
    session.apply(.goToEpoch(4, branch: 2))
    session.apply(.set(key: "training.l2", value: "0.01"))
    #expect(session.branches[2].parent == 1 && session.branches[2].forkEpoch == 4)
  }

  @Test("A branch begins without a change where that is asked for")
  func branchHere() {
    var session = session()
    #expect(session.apply(.branch).message == "Branch 2 begins here. What was here stays as it is.")
    session.advance(steps: 10)
    #expect(session.branches.map(\.lastStep) == [30 * 3, 30 * 3 + 10])
    session.apply(.undo)
    #expect(session.presentBranch == 1 && session.trainer.epochCount == 30)
  }

  @Test("A start anew begins a run of its own, unless nothing was trained before it")
  func runs() {
    var session = Session(smallPreset())
    for _ in 0..<5 { session.apply(.newWeights) }
    #expect(session.branches.count == 1 && session.presentBranch == 6)
    session.advance(steps: 9)
    let first = Bits(session)
    session.apply(.newWeights)
    session.advance(steps: 6)
    #expect(session.branches.map(\.parent) == [nil, nil])
    session.apply(.goToEnd(branch: 6))
    #expect(Bits(session) == first)
  }

  @Test("Branches are named, and go by their names")
  func names() {
    var session = session()
    #expect(
      session.apply(.nameBranch(1, "  slow rate ")).message == "Branch 1 is called slow rate.")
    #expect(session.name(ofBranch: 1) == "slow rate" && session.branches[0].hasName)
    #expect(session.apply(.nameBranch(9, "x")).message == "There is no branch 9.")
    session.apply(.branch)
    #expect(
      session.apply(.nameBranch(2, "slow rate")).message
        == "There is a branch of that name already.")
    session.apply(.nameBranch(1, ""))
    #expect(session.name(ofBranch: 1) == "branch 1")
    session.apply(.undo)
    #expect(session.name(ofBranch: 1) == "slow rate")
    session.apply(.redo)
    #expect(session.name(ofBranch: 1) == "branch 1")
    session.apply(.nameBranch(2, String(repeating: "long ", count: 20)))
    #expect(session.name(ofBranch: 2).count <= BranchSummary.nameLimit)
  }

  @Test("A branch that is deleted comes back by undo, with all that is on it")
  func deletes() {
    var session = session()
    session.apply(.goToEpoch(10, branch: nil))
    session.apply(.set(key: "training.learning-rate", value: "0.3"))
    session.advance(steps: 20)
    session.apply(.goToEpoch(12, branch: nil))
    session.apply(.set(key: "training.l2", value: "0.01"))
    session.advance(steps: 20)
    #expect(session.branches.map(\.parent) == [nil, 1, 2])
    #expect(
      session.apply(.deleteBranch(3)).message
        == "You are on this branch; go to another one to delete it.")
    #expect(session.apply(.deleteBranch(2)).message == "Deleted branch 2; u brings it back.")
    #expect(session.branches.map(\.number) == [1, 3] && session.branches[1].parent == 1)
    // The part that it had in common with the branch that is gone can still be gone back to.
    session.apply(.goToEpoch(11, branch: 3))
    #expect(session.preset.training.learningRate == 0.3 && session.trainer.epochCount == 11)
    session.apply(.undo)
    session.apply(.undo)
    #expect(session.branches.map(\.number) == [1, 2, 3] && session.branches[2].parent == 2)
    #expect(session.apply(.goToEnd(branch: 2)).effect == .restored)
    #expect(session.trainer.stepCount == 10 * 3 + 20)
    session.apply(.undo)
    session.apply(.redo)
    #expect(session.presentBranch == 2)
  }

  @Test("There are at most twelve branches; the oldest goes first, one with a name last")
  func limit() {
    var session = session()
    session.apply(.nameBranch(1, "the first"))
    for number in 0..<20 {
      session.apply(.goToEpoch(5, branch: 1))
      let outcome = session.apply(.set(key: "training.learning-rate", value: "0.\(number + 11)"))
      if number >= 11 {
        let told =
          "Branch \(number + 2) begins here; to make room, branch \(number - 9) is dropped."
        #expect(outcome.message.hasSuffix(told))
      }
      session.advance(steps: 9)
      #expect(session.branches.count <= TimeLine.branchLimit)
      #expect(session.branches[0].title == "the first")
    }
    #expect(session.branches.map(\.number) == [1] + Array(11...21))
    // Undo leads back as far as the branches do.
    var count = 0
    while session.apply(.undo).effect != .refused, count < 300 { count += 1 }
    #expect(count >= 20 && session.branches.contains { $0.isPresent })
    #expect(session.branches.first(where: \.isPresent)?.number == session.presentBranch)
  }

  @Test("What can't be gone to is refused or comes as near as it can")
  func bounds() {
    var session = session()
    let end = Bits(session)
    #expect(session.apply(.goToEpoch(10, branch: 4)).message == "There is no branch 4.")
    #expect(session.apply(.goToEpoch(99, branch: nil)).effect == .unchanged)
    session.apply(.goToEpoch(-5, branch: nil))
    #expect(session.trainer.stepCount == 0)
    session.advance(steps: 1)
    session.apply(.goToStep(0, branch: nil))
    session.advance(steps: 1)
    #expect(session.apply(.goToStep(1, branch: nil)).effect == .unchanged)
    session.apply(.goToStep(.max, branch: nil))
    #expect(Bits(session) == end)
    session.apply(.goToStep(.min, branch: nil))
    #expect(session.trainer.stepCount == 0)
  }

  @Test("Early stopping is gone back before, and comes again")
  func earlyStopping() {
    var session = Session(
      smallPreset {
        $0.data.validation = 30
        $0.data.noise = 40
        $0.training.patience = 3
        $0.training.learningRate = 0.3
      })
    session.advance(steps: 100_000)
    #expect(session.trainer.hasStopped)
    let end = Bits(session)
    session.apply(.goToEpoch(session.trainer.epochCount - 2, branch: nil))
    #expect(!session.trainer.hasStopped)
    session.advance(steps: 100_000)
    #expect(Bits(session) == end && session.branches.count == 1)
  }

  @Test("A divergence is gone back before, comes again, and is left by a smaller rate")
  func divergence() throws {
    var session = Session(
      smallPreset {
        $0.data.recipe = "plane"
        $0.network.activation = PerLayer(.linear)
      })
    session.advance(steps: 16)
    session.apply(.set(key: "training.learning-rate", value: "30"))
    session.advance(steps: 1000)
    #expect(session.trainer.divergence != nil)
    let end = Bits(session)
    let way = try #require(session.wayBackFromDivergence)
    session.apply(way)
    #expect(session.trainer.divergence == nil && session.trainer.stepCount == 16)
    session.apply(.goToStep(end.counts[0], branch: nil))
    #expect(session.trainer.divergence == nil)
    #expect(session.trainer.network.parameters.allSatisfy { $0.isFinite })
    session.apply(.goToEnd(branch: nil))
    #expect(Bits(session) == end)
    session.apply(.goToStep(16, branch: nil))
    session.advance(steps: 1000)
    #expect(Bits(session) == end)
    session.apply(.goToStep(10, branch: nil))
    session.apply(.set(key: "training.learning-rate", value: "0.01"))
    session.advance(steps: 100)
    #expect(
      session.trainer.divergence == nil && session.branches.map(\.isDiverged) == [true, false])
  }
}
