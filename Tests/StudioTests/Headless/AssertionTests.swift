import Engine
import Lessons
import Studio
import Testing

@Suite("Assertions about a training") struct AssertionTests {
  @Test("Underscores and hyphens, one sign of equality and two mean the same")
  func spellings() throws {
    for text in ["test-loss<=0.5", "test_loss <= 0.5", " test_loss<=5e-1"] {
      #expect(try Assertion(text).condition.text == "test-loss <= 0.5")
    }
    #expect(try Assertion("epochs==3").condition == Assertion("epochs = 3").condition)
    #expect(
      try Assertion("training.learning_rate=0.1").condition.text == "training.learning-rate = 0.1")
    // A value is left as it is written.
    #expect(try Assertion("data.set!=multi_gauss").condition.text == "data.set != multi_gauss")
  }

  @Test("Every measure of a network can be asserted, and gives what the session has")
  func measures() throws {
    var session = Session(Preset())
    session.advance(steps: 30)
    for measure in Measure.allCases {
      guard let assertion = try? Assertion("\(measure.rawValue) >= -1e9") else {
        #expect([.correctAnswers, .answers, .runs, .changes, .hints].contains(measure))
        continue
      }
      let (result, value) = (assertion.result(in: session), session.value(of: measure))
      #expect(result.isPassed == !value.isNaN)
      #expect(result.value == JSON.digits(value))
    }
  }

  @Test("What is not there fulfils nothing")
  func nothing() throws {
    let session = Session(Preset())
    for sign in ["<", "<=", ">", ">=", "=", "!="] {
      let result = try Assertion("validation_loss\(sign)2").result(in: session)
      #expect(!result.isPassed && result.value.isEmpty)
    }
  }

  @Test("Accuracies are in per cent, and a share of 1 is refused")
  func perCent() {
    #expect(throws: Assertion.Problem.self) { try Assertion("test_accuracy>=1") }
    #expect(throws: Assertion.Problem.self) { try Assertion("training_accuracy>0.9") }
    #expect(throws: Never.self) { try Assertion("test_accuracy>=0") }
    #expect(throws: Never.self) { try Assertion("test_accuracy>=90") }
    #expect(throws: Never.self) { try Assertion("test_loss<0.9") }
  }
}
