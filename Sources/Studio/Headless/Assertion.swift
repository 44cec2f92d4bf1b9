public import Lessons

/// A condition that a training has to fulfil in the end: `test-loss<0.1`.
public struct Assertion: Equatable, Sendable {
  /// As it was written.
  public let text: String
  /// What it means.
  public let condition: Condition

  /// What is wrong with the text of an assertion.
  public struct Problem: Error, Equatable, CustomStringConvertible, Sendable {
    public let description: String
  }

  /// What came of an assertion.
  public struct Result: Equatable, Sendable {
    public let assertion: Assertion
    /// What was measured, or the setting's value; empty for a number that there is none of.
    public let value: String
    public let isPassed: Bool
  }

  /// What goes with an attempt at an exercise, of which there is none here.
  static let attemptMeasures: [Measure] = [.correctAnswers, .answers, .runs, .changes, .hints]

  /// The assertion of a text: a condition, in which names may have underscores for hyphens and `==`
  /// may stand for `=`.
  public init(_ text: String) throws(Problem) {
    self.text = text
    let left = String(text.prefix { !"<>=!".contains($0) })
    let right = String(text.dropFirst(left.count))
    let name = left.replacing("_", with: "-")
    do throws(Condition.Problem) {
      condition = try Condition(name + (right.hasPrefix("==") ? String(right.dropFirst()) : right))
    } catch {
      throw Problem(description: error.description)
    }
    guard case .measure(let measure) = condition.subject else { return }
    if Self.attemptMeasures.contains(measure) {
      throw Problem(
        description: "“\(measure.rawValue)” belongs to an attempt at an exercise, and this is none")
    }
    switch condition.bound {
    case .ofStart:
      throw Problem(
        description: "“of start” compares with the unchanged start of an exercise, which is not"
          + " trained here: expected a number")
    // It would hold for nearly everything, or nearly nothing, without a word.
    case .number(let number) where measure.isInPerCent && number > 0 && number <= 1:
      throw Problem(
        description: "accuracies are in per cent: expected a number such as"
          + " \(Int((number * 100).rounded())) instead of \(number)")
    default: return
    }
  }

  /// Measures whether a session fulfils it; NaN fulfils nothing.
  public func result(in session: Session) -> Result {
    switch condition.subject {
    case .measure(let measure):
      let value = session.value(of: measure)
      return Result(
        assertion: self, value: JSON.digits(value),
        isPassed: condition.holds(for: value, start: .nan))
    case .setting(let key):
      return Result(
        assertion: self, value: SettingCatalogue.keyed(key)?.value(in: session.preset) ?? "",
        isPassed: condition.holds(for: session.preset))
    }
  }
}

extension Measure {
  /// Whether it is a share of the points, from 0 to 100.
  var isInPerCent: Bool {
    [.trainingAccuracy, .validationAccuracy, .testAccuracy].contains(self)
  }
}
