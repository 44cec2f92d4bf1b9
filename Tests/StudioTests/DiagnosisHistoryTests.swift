import Engine
import Lessons
import Testing

@testable import Studio

@Suite("How the levels did over time")
struct DiagnosisHistoryTests {
  @Test("Each entry is the diagnosis of its epoch")
  func entries() {
    var session = Session(smallPreset())
    #expect(session.diagnoses.entries.map(\.diagnosis) == [session.diagnosis])
    while session.trainer.epochCount < 40 {
      session.advance(steps: 1)
      guard session.trainer.position == 0 else { continue }
      #expect(session.diagnoses.entries.last?.epoch == session.trainer.epochCount)
      #expect(session.diagnoses.entries.last?.diagnosis == session.diagnosis)
    }
    let level = session.diagnoses.entries.last?.diagnosis.levels.last
    #expect(level?.gradients.counts.count == 24)
    #expect(level?.gradients.counts.reduce(0, +) == 3)
    let norms = session.diagnoses.values(ofLevel: 2) { $0.weightNorm }
    #expect(norms.map(\.epoch) == Array(0...40))
    #expect(norms.last?.value == level?.weightNorm)
    #expect(session.diagnoses.values(ofLevel: 3) { $0.weightNorm }.isEmpty)
  }

  @Test("It never has more than 64 entries, evenly spaced, however steps are taken")
  func thinned() {
    var one = Session(smallPreset { $0.training.batchSize = 1000 })
    var two = one
    one.advance(steps: 1100)
    for _ in 0..<100 { two.advance(steps: 11) }
    #expect(one.diagnoses == two.diagnoses)
    #expect(one.diagnoses.stride == 32)
    #expect(
      one.diagnoses.entries.map(\.epoch) == Array(Swift.stride(from: 0, through: 1100, by: 32)))
  }

  @Test("Other losses at one epoch leave one entry of it, however often")
  func sameEpoch() {
    var session = Session(smallPreset())
    for _ in 0..<40 {
      session.apply(.set(key: "training.loss", value: "huber"))
      session.apply(.set(key: "training.loss", value: "half-squared-error"))
    }
    #expect(session.diagnoses.entries.map(\.epoch) == [0])
    var history = session.diagnoses
    for _ in 0..<200 { history.append(session.diagnosis, after: 0) }
    #expect(history == session.diagnoses)
    session.advance(steps: 30)
    session.apply(.set(key: "training.loss", value: "huber"))
    #expect(session.diagnoses.entries.map(\.epoch) == session.history.entries.map(\.epoch))
  }

  @Test("It begins anew where training does, and goes on with another shape")
  func changes() {
    var session = trainedSession()
    session.apply(.addLayer)
    session.advance(steps: 6)
    #expect(session.diagnoses.entries.map { $0.diagnosis.levels.count }.suffix(3) == [3, 4, 4])
    session.apply(.newWeights)
    #expect(session.diagnoses.entries.map(\.epoch) == [0])
  }
}

@Suite("Accuracy and penalty over time")
struct LossHistoryColumnTests {
  @Test("They are those of the epoch, and come back from a file")
  func columns() throws {
    for (validation, recipe) in [(0.0, "circle"), (20, "circle"), (20, "plane"), (0, "blobs")] {
      var session = Session(
        smallPreset {
          $0.data.recipe = recipe
          $0.data.validation = validation
          $0.training.l2 = 0.01
        })
      while session.trainer.epochCount < 5 { session.advance(steps: 1) }
      let entry = try #require(session.history.entries.last)
      let hasClasses = recipe != "plane"
      #expect(entry.penalty == session.penalty && session.penalty > 0)
      #expect(entry.accuracy.training == (hasClasses ? session.trainingEvaluation.accuracy : nil))
      #expect(entry.accuracy.test == (hasClasses ? session.testEvaluation.accuracy : nil))
      #expect(
        entry.accuracy.validation
          == (hasClasses && validation > 0 ? session.validationEvaluation.accuracy : nil))
      let again = try Checkpoint.session(from: Checkpoint.bytes(of: session))
      #expect(again.history == session.history)
      // A file of an earlier version has losses alone.
      let old = session.history.tensors.filter {
        !$0.name.hasSuffix("accuracy") && $0.name != "history.penalty"
      }
      let history = try LossHistory(old, stride: 1)
      #expect(history.entries.map(\.training) == session.history.entries.map(\.training))
      #expect(history.entries.allSatisfy { $0.penalty == nil && $0.accuracy.training == nil })
    }
  }
}

@Suite("Marks in files")
struct MarksTests {
  @Test("Marks come back; those that no network has are refused")
  func tensors() throws {
    var session = trainedSession()
    for action in [
      Action.freezeLayer(level: 1), .freeze(index: 0), .killUnit(level: 1, unit: 1),
      .killUnit(level: 0, unit: 2),
    ] {
      session.apply(action)
    }
    let marks = Marks(of: session.trainer)
    let network = session.trainer.network
    #expect(try Marks(marks.tensors, for: network) == marks)
    #expect(try Marks([], for: network) == Marks(frozen: [], killed: []))
    for frozen in [[-1], [25], [3, 3], [4, 2]] {
      #expect(throws: SafetensorsError.self) {
        try Marks([Tensor("marks.frozen", integers: frozen)], for: network)
      }
    }
    for killed in [[0], [2, 0], [0, 4], [1, 0, 0, 0], [0, -1], [0, 1, 0, 1]] {
      #expect(throws: SafetensorsError.self) {
        try Marks([Tensor("marks.killed", integers: killed)], for: network)
      }
    }
  }
}
