public import Lessons

/// What a learner hands in of one attempt at an exercise: what was done and when, and what came of it.
///
/// It is data: to trust it, it is replayed. As text it is JSON Lines, the header first, then a line
/// for each entry of the log, and the result last.
public struct Submission: Equatable, Sendable {
  /// What it is a submission of, and whose.
  public struct Header: Equatable, Sendable {
    /// The exercise's name.
    public var exercise: String
    /// The exercise's version, as its file says.
    public var version: Int
    /// The hash of all of the exercise that grading depends on.
    public var hash: Digest
    /// The version of the program that wrote it.
    public var program: String
    /// Who the learner says to be.
    public var student: String
    /// The number of the attempt at the exercise, from 1.
    public var attempt: Int
    /// The seconds that were spent on it; by the learner's clock, so nothing hangs on it.
    public var seconds: Int
    /// When the attempt began, such as `2026-03-02T09:00:01Z`; by the learner's clock, too.
    public var begun: String
  }

  /// What the learner's program says came of it.
  public struct Result: Equatable, Sendable {
    /// The session's steps in all.
    public var steps: Int
    /// Whether the exercise was passed.
    public var isPassed: Bool
    /// The goals that were reached, from 1, in the order of the exercise.
    public var goals: [Int]
    /// The medals that were won, in the order of the exercise.
    public var medals: [String]
    /// The hash of the weights at the end.
    public var fingerprint: Digest
  }

  /// The version of the format that this program writes and reads.
  public static let format = 1
  /// The most bytes of a file that is read, 4 MiB.
  public static let sizeLimit = 1 << 22
  /// The most entries of a log.
  public static let entryLimit = 20_000
  /// The most bytes of one line.
  public static let lineLimit = 1 << 18
  /// The most characters of a name.
  public static let nameLimit = 80

  /// What it is a submission of, and whose.
  public var header: Header
  /// What was done, in order.
  public var entries: [ActionLog.Entry]
  /// What came of it.
  public var result: Result
}
