/// Why a file is no submission that can be read.
public struct SubmissionProblem: Error, Equatable, CustomStringConvertible, Sendable {
  /// The line, from 1; nil if it is about the whole file.
  public let line: Int?
  /// What was found and what was expected, without a full stop.
  public let message: String
  /// What the first line said, where that could be read.
  public internal(set) var header: Submission.Header?

  init(line: Int? = nil, _ message: String) {
    self.line = line
    self.message = message
  }

  /// `line 3: “step” is missing`.
  public var description: String { (line.map { "line \($0): " } ?? "") + message }
}
