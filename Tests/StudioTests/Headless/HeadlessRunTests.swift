import Engine
import Lessons
import Studio
import Testing

@Suite("A training without a screen") struct HeadlessRunTests {
  @Test("Ends in the bits of a session, with curves of a thousand points at most")
  func bits() {
    var run = HeadlessRun(Session(Preset()), epochs: 3000)
    run.finish()
    var session = Session(Preset())
    session.advance(steps: 3000 * session.trainer.stepsPerEpoch)
    #expect(run.ending == .finished && run.session.trainer.epochCount == 3000)
    #expect(run.session.trainer.network.parameters == session.trainer.network.parameters)
    #expect((500...1025).contains(run.session.history.entries.count))
    #expect(run.session.history.entries.allSatisfy(session.history.entries.contains))
  }

  @Test("Never passes the end of an epoch, in epochs of any length")
  func epochs() {
    for batch in [1, 10, 1000] {
      var preset = Preset()
      preset.training.batchSize = batch
      var run = HeadlessRun(Session(preset), epochs: 3)
      var ends: [Int] = []
      while run.ending == nil {
        if run.advance() { ends.append(run.session.trainer.epochCount) }
        #expect(run.session.trainer.position == 0 || ends.count == run.session.trainer.epochCount)
      }
      #expect(ends == [1, 2, 3])
      let goesOn = run.advance()
      #expect(!goesOn && run.session.trainer.epochCount == 3)
    }
  }

  @Test("A checkpoint on the way changes nothing, rows of metrics included")
  func checkpoint() throws {
    var whole = HeadlessRun(Session(Preset()), epochs: 2100)
    var part = HeadlessRun(Session(Preset()), epochs: 2100)
    for _ in 0..<1203 { _ = part.advance() }
    var rest = HeadlessRun(
      try Checkpoint.session(from: Checkpoint.bytes(of: part.session)), epochs: 2100)
    while whole.session.trainer.stepCount < rest.session.trainer.stepCount { _ = whole.advance() }
    while whole.ending == nil {
      let ends = (whole.advance(), rest.advance())
      #expect(ends.0 == ends.1)
      #expect(EpochMetrics(of: whole.session).csvLine == EpochMetrics(of: rest.session).csvLine)
    }
    #expect(Checkpoint.bytes(of: whole.session) == Checkpoint.bytes(of: rest.session))
  }

  @Test("Numbers are told so that every reader takes them")
  func numbers() {
    let cases: [(Double, String, String)] = [
      (0.1, "0.1", "0.1"), (3, "3", "3"), (-2, "-2", "-2"), (1e300, "1e+300", "1e+300"),
      (.nan, "", "null"), (.infinity, "inf", "\"inf\""), (-.infinity, "-inf", "\"-inf\""),
    ]
    for (number, digits, json) in cases {
      #expect(JSON.digits(number) == digits)
      #expect(JSON.measured(number).line == json)
    }
  }

  @Test("A row has a cell for each name")
  func rows() throws {
    let row = EpochMetrics(of: Session(Preset()))
    #expect(row.cells.count == EpochMetrics.names.count)
    let json = try JSON(reading: String(row.jsonLine.dropLast()), depth: 1)
    #expect(json.members?.map(\.name) == EpochMetrics.names)
    #expect(row.accuracies[0] > 1 && row.accuracies[1].isNaN)
  }
}
