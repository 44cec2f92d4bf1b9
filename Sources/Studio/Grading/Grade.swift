public import Lessons

/// What became of a submission when it was replayed.
public struct Grade: Equatable, Sendable {
  /// What is to be thought of it.
  public enum Verdict: String, CaseIterable, Sendable {
    /// The replay passes the exercise.
    case pass
    /// The replay agrees with the submission and does not pass.
    case fail
    /// The replay does not give what is claimed, or another exercise was handed in.
    case tampered
    /// There is nothing that could be replayed.
    case unreadable
  }

  /// How a question was answered.
  public struct Answer: Equatable, Sendable {
    /// The question's id.
    public let question: String
    /// What was answered.
    public let value: String
    /// Whether that is right.
    public let isRight: Bool
  }

  /// What the replay came to.
  public struct Score: Equatable, Sendable {
    /// Goals without a medal that were reached.
    public var goals: Int
    /// Goals without a medal.
    public var goalCount: Int
    /// The medals that were earned.
    public var medals: [Goal.Medal]
    /// The answers that were given, in the order of the questions.
    public var answers: [Answer]
    /// Questions in all.
    public var questionCount: Int
    /// Hints that were taken.
    public var hints: Int

    /// Questions that were answered correctly.
    public var right: Int { answers.count { $0.isRight } }
  }

  /// What is to be thought of it.
  public let verdict: Verdict
  /// Why, in a sentence without a full stop; empty for a pass.
  public let reason: String
  /// What the replay came to, as far as it went; nil if there was none.
  public let score: Score?

  /// A file that can't be replayed, for a reason.
  public static func unreadable(_ reason: String) -> Grade {
    Grade(verdict: .unreadable, reason: reason, score: nil)
  }
}
