import Testing

@testable import Lessons

@Suite struct ConditionTests {
  @Test(arguments: [
    ("test-loss<=0.02", "test-loss <= 0.02"), ("units > 3", "units > 3"),
    ("test-loss <= 0.85 of start", "test-loss <= 0.85 of start"),
    ("network.activation = relu", "network.activation = relu"),
    ("network.hidden = 15, 5", "network.hidden = 15,5"),
    ("training.learning-rate != 0.10", "training.learning-rate != 0.1"),
  ])
  func readsWhatItSays(written: String, text: String) throws {
    let condition = try Condition(written)
    #expect(condition.text == text)
    #expect(try Condition(condition.text) == condition)
  }

  @Test func everyMeasureAndComparisonIsRead() throws {
    for measure in Measure.allCases {
      for comparison in Condition.Comparison.allCases {
        let condition = try Condition("\(measure.rawValue) \(comparison.rawValue) 1e-3")
        #expect(condition.subject == .measure(measure))
        #expect(condition.comparison == comparison)
      }
      #expect(!measure.help.isEmpty)
    }
  }

  @Test(arguments: [
    ("test-los <= 1", "“test-los” is neither measured nor a setting; did you mean “test-loss”?"),
    (
      "test-loss",
      "“test-loss” is no condition: expected something measured, one of <= >= != < > =, and a value, as in test-loss <= 0.02"
    ),
    (
      "test-loss <= few",
      "“test-loss <= few”: expected a number, or a number and “of start”, at the end"
    ),
    (
      "test-loss <= nan",
      "“test-loss <= nan”: expected a number, or a number and “of start”, at the end"
    ),
    (
      "test-loss <= 2 of end",
      "“test-loss <= 2 of end”: expected a number, or a number and “of start”, at the end"
    ),
    (
      "network.activation < relu",
      "“network.activation < relu”: network.activation is no number, so it is compared with = or !="
    ),
    ("training.learning-rate = slow", "“training.learning-rate = slow”: expected a number after ="),
  ])
  func saysWhatIsWrong(written: String, message: String) {
    #expect(throws: Condition.Problem(description: message)) { try Condition(written) }
  }

  @Test func nothingHoldsForNaN() throws {
    for comparison in Condition.Comparison.allCases {
      let condition = try Condition("test-loss \(comparison.rawValue) 1")
      #expect(!condition.holds(for: .nan, start: 1))
      let relative = try Condition("test-loss \(comparison.rawValue) 1 of start")
      #expect(!relative.holds(for: 1, start: .nan))
    }
  }

  @Test func comparesWithNumbersTheStartAndSettings() throws {
    #expect(try Condition("gap >= 0.5").holds(for: 0.5, start: .nan))
    #expect(try !Condition("gap > 0.5").holds(for: 0.5, start: .nan))
    #expect(try Condition("gap <= 0.5 of start").holds(for: 1, start: 2))
    #expect(try !Condition("gap < 0.5 of start").holds(for: 1, start: 2))
    var preset = Preset()
    #expect(try Condition("network.hidden = 4,2").holds(for: preset))
    preset.network.hidden = [4]
    #expect(try Condition("network.hidden != 4,2").holds(for: preset))
    #expect(try Condition("training.learning-rate < 0.1").holds(for: preset))
  }
}
