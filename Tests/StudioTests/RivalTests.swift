import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

/// Whether the sides of a pair are level: they have seen the same samples, and equal settings have
/// come to equal bits.
private func expectSameBits(_ one: Session, _ two: Session, _ what: Comment) {
  #expect(Snapshot(one) == Snapshot(two), what)
}

/// A pair of which B, in focus, got these settings.
func pair(
  of preset: Preset = smallPreset(), after steps: Int = 20, b changes: [(String, String)]
) -> (focused: Session, rival: Rival) {
  var session = Session(preset)
  session.advance(steps: steps)
  var rival = Rival(copying: session)
  for (key, value) in changes {
    let before = session
    session.apply(.set(key: key, value: value))
    _ = rival.follow(&session, since: before)
  }
  return (session, rival)
}

@Suite("Two sessions in lock-step")
struct RivalTests {
  @Test("Each is what it would be alone, to the last bit, whichever has the focus")
  func alone() {
    let changes = [("training.learning-rate", "0.1"), ("network.hidden", "5")]
    var (focused, rival) = pair(b: changes)
    var a = trainedSession()
    var b = a
    for (key, value) in changes { b.apply(.set(key: key, value: value)) }
    rival.advance(&focused, steps: 100)
    a.advance(steps: 100)
    b.advance(steps: 100)
    expectSameBits(rival.session, a, "A beside B")
    expectSameBits(focused, b, "B beside A")
    rival.swap(with: &focused)
    rival.advance(&focused, steps: 70)
    a.advance(steps: 70)
    b.advance(steps: 70)
    expectSameBits(focused, a, "A in focus")
    expectSameBits(rival.session, b, "B out of focus")
  }

  @Test(
    "Whatever the batch sizes, both end every epoch at once, and no one runs ahead by a batch",
    arguments: [(1, 7), (7, 1), (10, 32), (32, 10), (30, 4), (500, 3), (4, 500), (10, 10)])
  func batches(_ sizes: (a: Int, b: Int)) {
    let start = smallPreset { $0.training.batchSize = sizes.a }
    var (focused, rival) = pair(
      of: start, after: 0, b: [("training.batch-size", "\(sizes.b)")])
    var ends = 0
    while focused.trainer.epochCount < 6 {
      rival.advance(&focused, steps: 1)
      let ahead = focused.samplesSeen - rival.session.samplesSeen
      #expect(ahead >= 0 && ahead < max(sizes.a, 1), "\(sizes)")
      if focused.trainer.position == 0 {
        ends += 1
        #expect(ahead == 0)
        #expect(rival.session.trainer.epochCount == focused.trainer.epochCount)
      }
    }
    #expect(ends == 6)
    var a = Session(start)
    a.advance(steps: 6 * a.trainer.stepsPerEpoch)
    expectSameBits(rival.session, a, "\(sizes)")
  }

  @Test("However the steps are cut, and whoever has the focus, epochs end with the same bits")
  func portions() {
    let (whole, begun) = pair(after: 0, b: [("training.batch-size", "7")])
    var (focused, rival) = (whole, begun)
    rival.advance(&focused, steps: 5 * focused.trainer.stepsPerEpoch)
    for seed in 0..<8 {
      var (cut, other) = (whole, begun)
      var random = Random(seed: UInt64(seed), stream: .order)
      if seed % 2 == 1 { other.swap(with: &cut) }
      let steps = 5 * cut.trainer.stepsPerEpoch
      var left = steps
      while left > 0 {
        let portion = min(left, random.below(9))
        other.advance(&cut, steps: portion)
        left -= portion
      }
      let (a, b) = other.sides(beside: cut)
      let wanted = rival.sides(beside: focused)
      expectSameBits(a, wanted.a, "seed \(seed)")
      expectSameBits(b, wanted.b, "seed \(seed)")
    }
  }

  @Test("One that diverges or stops early does not hold up the other")
  func stops() {
    var (focused, rival) = pair(b: [("training.learning-rate", "1"), ("training.l2", "10")])
    rival.advance(&focused, steps: 1000)
    #expect(focused.trainer.divergence != nil)
    #expect(rival.session.trainer.divergence == nil)
    let seen = rival.session.samplesSeen
    rival.advance(&focused, steps: 50)
    #expect(rival.session.samplesSeen > seen)
    #expect(!rival.hasStopped(beside: focused) && rival.leads(focused))
    rival.swap(with: &focused)
    let steps = focused.totalSteps
    rival.advance(&focused, steps: 50)
    #expect(focused.totalSteps == steps + 50)
    var (early, patient) = pair(
      of: smallPreset { $0.data.validation = 20 }, after: 0, b: [("training.patience", "1")])
    patient.advance(&early, steps: 3000)
    #expect(early.trainer.hasStopped && early.trainer.divergence == nil)
    #expect(patient.session.trainer.epochCount > early.trainer.epochCount)
  }

  @Test("Once both have stopped, no step is taken")
  func ends() {
    let hot = smallPreset {
      $0.training.learningRate = 10
      $0.training.loss = .meanSquaredError
      $0.training.l2 = 10
    }
    var focused = Session(hot)
    var rival = Rival(copying: focused)
    rival.advance(&focused, steps: 5000)
    #expect(rival.hasStopped(beside: focused))
    let before = Snapshot(focused)
    rival.advance(&focused, steps: 5)
    #expect(Snapshot(focused) == before)
  }

  @Test("One that was begun anew catches up while the other waits")
  func catchesUp() {
    var (focused, rival) = pair(after: 60, b: [("network.seed", "9")])
    #expect(focused.trainer.epochCount == 0 && rival.session.trainer.epochCount == 20)
    rival.advance(&focused, steps: 30)
    #expect(focused.trainer.epochCount == 10 && rival.session.trainer.epochCount == 20)
    // The focus may change on the way.
    rival.swap(with: &focused)
    #expect(rival.leads(focused))
    rival.advance(&focused, steps: 15)
    #expect(rival.session.trainer.epochCount == 15 && focused.trainer.epochCount == 20)
    rival.advance(&focused, steps: 18)
    #expect(rival.session.trainer.epochCount == 21 && focused.trainer.epochCount == 21)
    var alone = Session(smallPreset { $0.network.seed = 9 })
    alone.advance(steps: 63)
    #expect(alone.trainer.network.parameters == rival.session.trainer.network.parameters)
  }

  @Test("A swap changes names and places, and nothing else")
  func swap() {
    var (focused, rival) = pair(b: [("training.learning-rate", "0.3")])
    let before = rival.sides(beside: focused)
    #expect(rival.focus == .b)
    rival.swap(with: &focused)
    #expect(rival.focus == .a)
    let after = rival.sides(beside: focused)
    expectSameBits(before.a, after.a, "A")
    expectSameBits(before.b, after.b, "B")
    #expect(focused.preset.training.learningRate == 0.03)
  }
}
