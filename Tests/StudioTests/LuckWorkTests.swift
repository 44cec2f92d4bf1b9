import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("The same setting with many seeds")
struct LuckWorkTests {
  private static let goal = LuckGoal(.testLoss, 0.3, hold: 2)

  private static func work(
    _ count: Int = 5, epochs: Int = 12, variesData: Bool = false, goal: LuckGoal = goal,
    _ change: (inout Preset) -> Void = { _ in }
  ) -> LuckWork {
    LuckWork(
      Session(smallPreset(change)),
      LuckSettings(count: count, epochs: epochs, goal: goal, variesData: variesData))
  }

  private static func done(_ work: LuckWork) -> LuckWork {
    var work = work
    while !work.isFinished { work.advance() }
    return work
  }

  @Test(
    "Each run is the session of its seeds, with the numbers of every epoch",
    arguments: [false, true], ["circle", "blobs", "wave", "iris"])
  func sessions(_ variesData: Bool, _ recipe: String) {
    let work = Self.done(
      Self.work(variesData: variesData) {
        $0.data.recipe = recipe
        $0.training.batchSize = 7
        if recipe == "blobs" { $0.training.loss = .crossEntropy }
      })
    #expect(work.runs.map(\.offset) == Array(0...5))
    for run in work.runs {
      var preset = work.preset
      let offset = UInt64(run.offset)
      preset.network.seed += offset
      preset.training.seed += offset
      if variesData { preset.data.seed += offset }
      #expect(work.preset(of: run) == preset)
      var session = Session(preset)
      session.advance(steps: 12 * session.trainer.stepsPerEpoch)
      let losses = session.history.entries.map(\.test)
      #expect(run.curve == losses)
      #expect(run.reached == Self.goal.epoch(in: losses))
      #expect(run.epochs == 12 && run.divergedIn == nil)
      #expect(run.testLoss == session.testEvaluation.loss)
      #expect(run.trainingLoss == session.trainingEvaluation.loss)
      #expect(run.testAccuracy == session.testEvaluation.accuracy)
      #expect(run.trainingAccuracy == session.trainingEvaluation.accuracy)
    }
    #expect(Set(work.runs.map(\.testLoss)).count == 6)
  }

  @Test("However the work is cut and copied, its numbers are the same")
  func pieces() {
    let whole = Self.done(Self.work(8, epochs: 100))
    var work = Self.work(8, epochs: 100)
    var seen: [LuckWork] = []
    var last = 0.0
    while !work.isFinished {
      work.advance()
      #expect(work.progress >= last)
      last = work.progress
      seen.append(work)
    }
    #expect(work.runs == whole.runs && work.progress == 1)
    // A copy that was taken on the way goes on to the same end, and a finished one stays.
    #expect(seen.count > 8)
    for copy in seen.enumerated() where copy.offset % 5 == 0 {
      #expect(Self.done(copy.element).runs == whole.runs)
    }
    work.advance()
    #expect(work.runs == whole.runs)
  }

  @Test("A run that diverges says so, and reaches nothing")
  func diverges() {
    let work = Self.done(
      Self.work(goal: LuckGoal(.trainingLoss, 1e-9)) {
        $0.training.learningRate = 1
        $0.training.l2 = 100
      })
    #expect(work.runs.allSatisfy { $0.divergedIn != nil && $0.testLoss.isNaN && $0.reached == nil })
    var session = Session(work.preset)
    session.advance(steps: 100)
    #expect(work.runs[0].divergedIn == session.trainer.divergence?.epoch)
    #expect(LuckSummary(work.runs, work.settings).divergedCount == 5)
  }

  @Test("A run that is stopped early ends there, with the weights that were best")
  func stops() {
    let work = Self.done(
      Self.work(epochs: 300) {
        $0.data.validation = 20
        $0.training.patience = 1
      })
    var session = Session(work.preset)
    session.advance(steps: 300 * session.trainer.stepsPerEpoch)
    #expect(session.trainer.hasStopped)
    #expect(work.runs[0].epochs == session.trainer.epochCount)
    #expect(work.runs[0].testLoss == session.testEvaluation.loss)
  }

  @Test("Weights from a file are those of the own run alone")
  func weights() throws {
    let preset = smallPreset()
    let network = Network(preset.networkSpec, seed: 99)
    let weights = try FirstWeights(network.tensors, for: preset.networkSpec)
    let session = Session(preset, weights: weights)
    let work = Self.done(LuckWork(session, LuckSettings(count: 5, epochs: 12, goal: Self.goal)))
    #expect(work.runs[0].curve[0] == session.testEvaluation.loss)
    #expect(work.runs[1...].map(\.curve) == Self.done(Self.work()).runs[1...].map(\.curve))
  }

  @Test("Seeds go round at their limit, and data drawn by hand are split anew")
  func seeds() {
    var preset = smallPreset()
    preset.network.seed = 999_999_999
    let moved = preset.withSeeds(movedBy: 2)
    #expect(moved.network.seed == 1 && moved.training.seed == 44 && moved.data.seed == 42)
    #expect(preset.withSeeds(movedBy: 0, variesData: true) == preset)
    var session = Session(preset)
    session.apply(.addPoints([Example(1, 2, label: 1)], share: .training))
    let drawn = session.preset.withSeeds(movedBy: 1, variesData: true)
    #expect(drawn.dataset != session.dataset)
    #expect(drawn.dataset.allPoints.count == session.dataset.allPoints.count)
    #expect(session.preset.withSeeds(movedBy: 1).dataset == session.dataset)
  }

  @Test("What is tried first makes sense for the run")
  func usual() {
    var session = Session(smallPreset())
    #expect(LuckSettings(for: session).goal == LuckGoal(.testAccuracy, 0.9, hold: 3))
    #expect(LuckSettings(for: session).epochs == 200)
    #expect(LuckSettings.threshold(.testLoss, session) >= session.testEvaluation.loss / 2)
    session.advance(steps: 3 * 230)
    #expect(LuckSettings(for: session).epochs == 300)
    let numbers = Session(smallPreset { $0.data.recipe = "wave" })
    #expect(LuckSettings(for: numbers).goal.metric == .testLoss)
    #expect(LuckSettings.metrics(for: numbers) == [.testLoss, .trainingLoss])
    let threshold = LuckSettings.threshold(.trainingLoss, session)
    let loss = session.trainingEvaluation.loss
    #expect(threshold >= loss && threshold < loss * 1.11)
  }
}
