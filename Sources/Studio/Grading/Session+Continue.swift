import Engine
public import Lessons

extension Session {
  /// The session that a submission tells of, to go on with: what was answered and done stays so.
  ///
  /// - Parameters:
  ///   - submission: what was handed in or left.
  ///   - exercise: the exercise as it is now.
  ///   - seconds: about how many seconds of one core it may take.
  /// - Returns: nil if it is of another exercise or version, takes longer, or does not lead to the
  ///   weights that it claims.
  public init?(continuing submission: Submission, at exercise: Exercise, seconds: Int) {
    guard submission.header.exercise == exercise.name, submission.header.hash == exercise.hash
    else {
      return nil
    }
    var replay = Replay(exercise, nil, seconds: seconds)
    do {
      try replay.go(through: submission)
    } catch {
      return nil
    }
    guard Digest(of: replay.session.trainer.network) == submission.result.fingerprint else {
      return nil
    }
    self = replay.session
  }
}
