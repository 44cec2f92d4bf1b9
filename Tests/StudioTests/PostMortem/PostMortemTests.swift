import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("Why training diverged, and the way back")
struct PostMortemTests {
  /// A run that must diverge, and its cause.
  struct Case: Sendable, CustomStringConvertible {
    let cause: PostMortem.Cause.Kind
    let words: String
    let change: @Sendable (inout Preset) -> Void
    var description: String { words }

    func session(seed: UInt64) -> Session {
      var preset = Preset()
      change(&preset)
      preset.network.fitLayers()
      preset.data.seed = seed
      preset.network.seed = seed
      preset.training.seed = seed
      var session = Session(preset)
      session.advance(steps: 60 * session.trainer.stepsPerEpoch)
      return session
    }

    static let all: [Case] = [
      Case(cause: .decay, words: "rate × L2 = 3") {
        $0.training.learningRate = 1
        $0.training.l2 = 3
      },
      Case(cause: .decay, words: "rate × L2 = 4 as a decay, adam") {
        $0.training.optimizer = "adam"
        $0.training.learningRate = 1
        $0.training.l2 = 4
        $0.training.l2Form = .decay
      },
      Case(cause: .rate, words: "a plane at rate 1") {
        $0.data.recipe = "plane"
        $0.network.hidden = []
        $0.training.learningRate = 1
      },
      Case(cause: .rate, words: "a wave at rate 1") {
        $0.data.recipe = "wave"
        $0.features = [.x1]
        $0.network.hidden = [8]
        $0.training.learningRate = 1
      },
      Case(cause: .inputs, words: "a plane with 100 x₂") {
        $0.data.recipe = "plane"
        $0.network.hidden = []
        $0.features = [.x1] + ["x2*100"].compactMap(Feature.init(rawValue:))
      },
      Case(cause: .firstWeights, words: "a plane by relu with first weights N(0, 10²)") {
        $0.data.recipe = "plane"
        $0.network.hidden = [8, 8, 8]
        $0.network.activation = PerLayer(.leakyReLU)
        $0.network.initialization = .normal(10)
        $0.network.initializationSettings = ["scale": 10]
        $0.training.learningRate = 0.001
      },
    ]
  }

  @Test("The cause is found, over 20 seeds", arguments: Case.all)
  func causes(_ one: Case) throws {
    for seed: UInt64 in 1...20 {
      let session = one.session(seed: seed)
      let postMortem = try #require(session.postMortem, "seed \(seed) does not diverge")
      #expect(postMortem.divergence == session.trainer.divergence)
      #expect(postMortem.cause.kind == one.cause, "seed \(seed): \(postMortem.cause)")
      #expect(!postMortem.cause.evidence.isEmpty && !postMortem.cause.advice.isEmpty)
      #expect(postMortem.lastFinite.parameters.allSatisfy { $0.isFinite })
      let trail = try #require(postMortem.trail)
      #expect(trail.steps.last?.number == postMortem.divergence.step)
      #expect(
        trail.steps.map(\.number) == Array(trail.steps[0].number...postMortem.divergence.step))
    }
  }

  @Test("What is advised first keeps it finite, from the place gone back to", arguments: Case.all)
  func cures(_ one: Case) throws {
    var session = one.session(seed: 2)
    let advice = try #require(session.postMortem?.cause.advice.first?.action)
    session.goBack()
    #expect(session.apply(advice).effect != .refused)
    session.advance(steps: 20 * session.trainer.stepsPerEpoch)
    #expect(session.trainer.divergence == nil, "\(advice.title)")
  }

  @Test("There is none while training is sound")
  func none() {
    let session = trainedSession()
    #expect(session.postMortem == nil && session.refugeEpoch == nil)
    #expect(session.wayBackFromDivergence == nil)
  }

  /// A session that learned for some epochs and then was given too high a rate.
  private func spoiled(epochs: Int, rate: String = "30") -> Session {
    var session = Session(
      smallPreset {
        $0.data.recipe = "plane"
        $0.network.activation = PerLayer(.linear)
        $0.training.learningRate = 0.01
      })
    session.advance(steps: epochs * session.trainer.stepsPerEpoch)
    session.apply(.set(key: "training.learning-rate", value: rate))
    session.advance(steps: 1000)
    return session
  }

  @Test(
    "Going back restores the very bits, with the settings of now", arguments: [0, 1, 7, 40, 200])
  func goesBack(epochs: Int) throws {
    var session = spoiled(epochs: epochs)
    try #require(session.trainer.divergence != nil)
    let steps = session.totalSteps
    let epoch = try #require(session.refugeEpoch)
    #expect(epoch == epochs)
    let outcome = session.goBack()
    #expect(outcome.effect == .restored && outcome.message.count <= 78, "\(outcome.message)")
    #expect(session.trainer.divergence == nil && session.totalSteps == steps)
    #expect(session.preset.training.learningRate == 30)
    #expect(session.history.entries.allSatisfy { $0.epoch <= epoch })
    #expect(session.diagnoses.entries.allSatisfy { $0.epoch <= epoch })
    var fresh = Session(session.log.start)
    fresh.advance(steps: epoch * fresh.trainer.stepsPerEpoch)
    fresh.apply(.set(key: "training.learning-rate", value: "30"))
    #expect(fresh.trainer.state == session.trainer.state)
    #expect(fresh.history == session.history)
    // From there on both go the same way, wherever it leads.
    for rate in ["0.01", "30"] {
      fresh.apply(.set(key: "training.learning-rate", value: rate))
      session.apply(.set(key: "training.learning-rate", value: rate))
      fresh.advance(steps: 40)
      session.advance(steps: 40)
      #expect(fresh.trainer.state == session.trainer.state)
    }
  }

  @Test("Whoever comes back to a divergence knows its cause and the way back as before")
  func knowsAgain() throws {
    var session = spoiled(epochs: 5)
    let (epoch, kind) = (session.refugeEpoch, session.postMortem?.cause.kind)
    try #require(epoch == 5 && kind == .rate)
    session.goBack()
    session.undo()
    session.arrive()
    #expect(session.trainer.divergence != nil)
    #expect(session.refugeEpoch == epoch && session.postMortem?.cause.kind == kind)
    #expect(session.postMortem?.trail != nil)
    session.apply(.goToEpoch(2, branch: nil))
    session.apply(.goToEnd(branch: nil))
    session.arrive()
    #expect(session.trainer.divergence != nil)
    #expect(session.refugeEpoch == epoch && session.postMortem?.cause.kind == kind)
  }

  @Test("It is logged, replayed, undone and redone")
  func replays() throws {
    var session = spoiled(epochs: 5)
    let failed = Snapshot(session)
    session.goBack()
    let back = Snapshot(session)
    #expect(session.undoTitle?.hasPrefix("go to step") == true)
    session.undo()
    #expect(session.trainer.divergence != nil && session.postMortem != nil)
    #expect(Snapshot(session).parameters == failed.parameters)
    session.redo()
    #expect(Snapshot(session).parameters == back.parameters)
    session.apply(.set(key: "training.learning-rate", value: "0.03"))
    session.advance(steps: 33)
    #expect(
      Snapshot(Session(replaying: session.log, steps: session.totalSteps)) == Snapshot(session))
  }

  @Test("A session read from a file that had diverged knows no way back, but why it diverged")
  func checkpoints() throws {
    let session = spoiled(epochs: 3)
    let resumed = try Checkpoint.session(from: Checkpoint.bytes(of: session))
    #expect(resumed.refugeEpoch == nil && resumed.wayBackFromDivergence == nil)
    #expect(resumed.postMortem != nil)
  }

  @Test(
    "After any change, going back comes to a sound place with the settings of then",
    arguments: actions)
  func afterChanges(_ action: Action) {
    var session = spoiled(epochs: 4)
    session.goBack()
    session.apply(.set(key: "training.learning-rate", value: "0.01"))
    session.advance(steps: 5)
    guard session.apply(action).effect != .refused else { return }
    session.apply(.set(key: "training.learning-rate", value: "100"))
    session.advance(steps: 400)
    guard session.trainer.divergence != nil else { return }
    session.goBack()
    #expect(session.trainer.divergence == nil)
    #expect(session.trainer.network.spec == session.preset.networkSpec)
    #expect(session.trainer.settings.learningRate == Float(session.preset.training.learningRate))
    session.advance(steps: 30)
    #expect(
      Snapshot(Session(replaying: session.log, steps: session.totalSteps)) == Snapshot(session))
  }

  @Test("Places are noted at each epoch first, at every 64th in the end")
  func places() {
    #expect((0...64).allSatisfy { Refuge.keeps($0) == ($0 <= 32 || $0 % 2 == 0) })
    #expect(!Refuge.keeps(10_001) && Refuge.keeps(64 * 1000))
  }
}

extension Session {
  /// Goes back from a divergence, all the way.
  @discardableResult
  fileprivate mutating func goBack() -> Outcome {
    guard let way = wayBackFromDivergence else { return .refused("There is no way back.") }
    let outcome = apply(way)
    arrive()
    return outcome
  }
}
