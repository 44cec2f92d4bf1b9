import Datasets
import Engine
import Lessons
import Testing

@testable import Studio

@Suite("Steps and history")
struct AdvanceTests {
  @Test("There is an entry for the start and for each epoch, with the losses then")
  func entries() {
    var session = Session(smallPreset())
    for epoch in 1...40 {
      session.advance(steps: 3)
      #expect(session.trainer.epochCount == epoch)
      let last = session.history.entries.last
      #expect(last?.epoch == epoch)
      #expect(last?.training == session.trainingEvaluation.loss)
      #expect(last?.test == session.testEvaluation.loss)
    }
    #expect(session.history.entries.map(\.epoch) == Array(0...40))
  }

  @Test("Entries have a validation loss exactly where there are validation points")
  func validation() {
    var session = Session(smallPreset { $0.data.validation = 20 })
    for _ in 0..<10 {
      session.advance(steps: 3)
      #expect(session.history.entries.last?.validation == session.validationEvaluation.loss)
    }
    #expect(session.history.entries.allSatisfy { $0.validation?.isFinite == true })
    #expect(session.trainingEvaluation.loss != session.validationEvaluation.loss)
    session.apply(.set(key: "data.validation", value: "0"))
    session.advance(steps: 30)
    #expect(session.history.entries.allSatisfy { $0.validation == nil })
    #expect(session.validationEvaluation.loss.isNaN)
  }

  @Test("However the steps are cut into portions, the session is the same", arguments: 0..<10)
  func portions(_ seed: Int) {
    var whole = Session(smallPreset())
    whole.advance(steps: 200)
    var cut = Session(smallPreset())
    var random = Random(seed: UInt64(seed), stream: .order)
    while cut.totalSteps < 200 {
      cut.advance(steps: min(random.below(15), 200 - cut.totalSteps))
    }
    #expect(Snapshot(cut) == Snapshot(whole))
  }

  @Test("No step, or fewer than none, changes nothing", arguments: [0, -1, Int.min])
  func none(_ steps: Int) {
    var session = trainedSession()
    let before = Snapshot(session)
    session.advance(steps: steps)
    #expect(Snapshot(session) == before)
  }

  @Test(
    "So many steps end the epoch, at any batch size", arguments: [1, 2, 7, 10, 29, 30, 31, 500])
  func endOfEpoch(_ batch: Int) {
    var session = Session(smallPreset { $0.training.batchSize = batch })
    for epoch in 1...3 {
      session.advance(steps: 1)
      if session.trainer.epochCount < epoch {
        session.advance(steps: session.trainer.stepsLeftInEpoch - 1)
        #expect(
          session.trainer.epochCount == epoch - (session.trainer.stepsLeftInEpoch == 1 ? 1 : 0))
        session.advance(steps: session.trainer.epochCount < epoch ? 1 : 0)
      }
      #expect(session.trainer.epochCount == epoch)
      #expect(session.trainer.position == 0)
      #expect(session.trainer.stepsLeftInEpoch == (30 + batch - 1) / batch)
    }
  }

  @Test("A batch size changed in the middle of an epoch keeps the position in it")
  func batchSize() {
    var session = Session(Preset())
    session.advance(steps: 28)
    #expect(session.trainer.epochCount == 1)
    #expect(session.trainer.position == 30)
    session.apply(.set(key: "training.batch-size", value: "7"))
    #expect(session.trainer.position == 30)
    #expect(session.trainer.stepsLeftInEpoch == 32)
    session.advance(steps: 1)
    #expect(session.trainer.position == 37)
    session.apply(.set(key: "training.batch-size", value: "1000"))
    #expect(session.trainer.stepsLeftInEpoch == 1)
    session.advance(steps: 1)
    #expect(session.trainer.position == 0)
    #expect(session.trainer.epochCount == 2)
  }

  @Test("A batch size changed at once is as if it had always been so")
  func batchSizeAtTheStart() {
    var changed = Session(smallPreset())
    changed.apply(.set(key: "training.batch-size", value: "4"))
    var always = Session(smallPreset { $0.training.batchSize = 4 })
    changed.advance(steps: 30)
    always.advance(steps: 30)
    #expect(changed.trainer.network.parameters == always.trainer.network.parameters)
    #expect(changed.history == always.history)
  }

  @Test("The penalty is that of the weights, and none for proximal L1 and decay")
  func penalty() {
    var session = trainedSession()
    #expect(session.penalty == 0)
    session.apply(.set(key: "training.l1", value: "0.1"))
    #expect(session.penalty == 0)
    let weights = session.trainer.network.weights.flatMap {
      session.trainer.network.parameters[$0.range].map { Double($0) }
    }
    session.apply(.set(key: "training.l2", value: "0.1"))
    let squares = 0.05 * weights.reduce(0) { $0 + $1 * $1 }
    // λ is kept in single precision.
    #expect(abs(session.penalty - squares) < 1e-6)
    session.apply(.set(key: "training.l1-form", value: "penalty"))
    #expect(abs(session.penalty - squares - 0.1 * weights.reduce(0) { $0 + abs($1) }) < 1e-6)
    session.apply(.set(key: "training.l2-form", value: "decay"))
    #expect(abs(session.penalty - 0.1 * weights.reduce(0) { $0 + abs($1) }) < 1e-6)
  }
}

@Suite("The history of losses")
struct LossHistoryTests {
  private func history(epochs: Int) -> LossHistory {
    var history = LossHistory()
    for epoch in 0...epochs {
      history.append(LossHistory.Entry(epoch: epoch, training: Double(epoch), test: 0))
    }
    return history
  }

  @Test("It says beforehand which epochs it keeps")
  func keeps() {
    var history = LossHistory()
    for epoch in 0...20_000 {
      let keeps = history.keeps(epoch)
      let before = history
      history.append(LossHistory.Entry(epoch: epoch, training: 0, test: 0))
      #expect(keeps == (history != before))
    }
  }

  @Test("A session's history has what was kept of every epoch")
  func session() {
    // One step an epoch, of few points, for as long as it takes to thin the history twice.
    var session = Session(
      smallPreset {
        $0.data.samples = 10
        $0.network.hidden = []
        $0.training.batchSize = 10
      })
    var history = session.history
    for epoch in 1...8200 {
      session.advance(steps: 1)
      history.append(
        LossHistory.Entry(
          epoch: epoch, training: session.trainingEvaluation.loss,
          test: session.testEvaluation.loss,
          accuracy: LossHistory.Accuracy(
            training: session.trainingEvaluation.accuracy,
            test: session.testEvaluation.accuracy), penalty: 0))
    }
    // Not as a whole: thousands of entries would be printed.
    let isSame = session.history == history
    #expect(isSame)
    #expect(history.stride == 4)
  }

  @Test("It never has more than 4096 entries, evenly spaced from epoch 0 on")
  func thinned() {
    for (epochs, stride) in [(4095, 1), (4096, 2), (8191, 2), (8192, 4), (100_000, 32)] {
      let history = history(epochs: epochs)
      #expect(history.stride == stride)
      #expect(history.entries.count == epochs / stride + 1)
      #expect(history.entries.count <= 4096)
      #expect(
        history.entries.map(\.epoch) == Array(Swift.stride(from: 0, through: epochs, by: stride)))
      #expect(history.entries.allSatisfy { $0.training == Double($0.epoch) })
    }
  }
}
