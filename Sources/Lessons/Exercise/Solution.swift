/// A line of a script, with where it stands in its file.
public struct ScriptLine: Equatable, Sendable {
  /// `set network.activation tanh`, `train 200`.
  public let text: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1.
  public let column: Int

  /// A line at a place.
  public init(text: String, line: Int, column: Int) {
    self.text = text
    self.line = line
    self.column = column
  }

  /// A problem with it, at its place.
  public func problem(_ message: String) -> PresetProblem {
    PresetProblem(line: line, column: column, message: message)
  }
}

/// An answer that was written down for a question.
public struct RecordedAnswer: Equatable, Sendable {
  /// The question's id.
  public let question: String
  /// The answer, as a learner would type it.
  public let value: String
}

/// A recorded way through an exercise.
public struct Solution: Equatable, Sendable {
  /// Answers to questions; those before training are given first.
  public let answers: [RecordedAnswer]
  /// What is done, in order.
  public let script: [ScriptLine]

  /// A way of these answers and lines.
  public init(answers: [RecordedAnswer], script: [ScriptLine]) {
    self.answers = answers
    self.script = script
  }
}

/// A way that looks like a solution and must not be one.
public struct NearMiss: Equatable, Sendable {
  /// Why it must not pass.
  public let reason: String
  /// What is done.
  public let way: Solution
}
