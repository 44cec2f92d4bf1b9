import Engine
public import Lessons

extension Submission {
  /// What a session hands in; nil if it is no attempt at an exercise.
  ///
  /// - Parameters:
  ///   - student: who the learner says to be; what no name can have is left out of it.
  ///   - attempt: the number of the attempt, from 1.
  ///   - seconds: the seconds that were spent on it.
  ///   - begun: when it began, such as `2026-03-02T09:00:01Z`.
  public init?(
    of session: Session, student: String, attempt: Int, seconds: Int, begun: String
  ) {
    var session = session
    session.arrive()
    guard let state = session.attempt else { return nil }
    header = Header(
      exercise: state.exercise.name, version: state.exercise.version, hash: state.exercise.hash,
      program: ProgramVersion.text, student: Self.name(student), attempt: max(1, attempt),
      seconds: max(0, seconds), begun: Self.name(begun))
    // What notes itself on the way along a line does so again in a replay.
    entries = session.log.entries.filter { $0.action != .follow }
    result = Result(of: session, state)
  }

  /// A name that can be read again.
  public static func name(_ text: String) -> String {
    let printable = String(String.UnicodeScalarView(text.unicodeScalars.filter(\.isPrintable)))
    var name = ""
    for character in printable.prefix(nameLimit)
    where name.utf8.count + String(character).utf8.count <= 4 * nameLimit {
      name.append(character)
    }
    return name.isEmpty ? "anonymous" : name
  }
}

extension Submission.Result {
  /// What a session's attempt came to.
  init(of session: Session, _ attempt: Attempt) {
    steps = session.totalSteps
    isPassed = attempt.isPassed
    goals = attempt.reachedGoals.indices.filter { attempt.reachedGoals[$0] }.map { $0 + 1 }
    medals = attempt.medals.map(\.rawValue)
    fingerprint = Digest(of: session.trainer.network)
  }
}

extension Exercise {
  /// The hash of all that grading depends on.
  public var hash: Digest { Digest(of: essence) }
}
