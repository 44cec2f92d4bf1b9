import Engine
import Lessons

/// A submission that is done again, from the exercise as the teacher has it.
struct Replay {
  /// Why it can't be gone on with.
  enum Stop: Error {
    /// The line, and what in it can't have happened.
    case impossible(line: Int, String)
    /// It takes more work than is allowed.
    case tooLong
  }

  private(set) var session: Session
  private var cost: ReplayCost

  /// The start, with so many seconds of one core to spend.
  init(_ exercise: Exercise, _ reference: StartReference?, seconds: Int) {
    session = Session(exercise, reference: reference)
    cost = ReplayCost(seconds: seconds)
  }

  /// Does everything again; lines count as in the text, the header being the first.
  mutating func go(through submission: Submission) throws(Stop) {
    for (number, entry) in submission.entries.enumerated() {
      // What notes itself on the way along a line was done by training on.
      if entry.action == .follow { continue }
      let line = number + 2
      try train(to: entry.step, line)
      guard cost.takesAction(of: session) else { throw .tooLong }
      let outcome = session.apply(entry.action)
      guard outcome.effect != .refused else {
        throw .impossible(line: line, "“\(entry.action.text.prefix(60))”: \(outcome.message)")
      }
      try arrive()
      try settleTrials()
    }
    try train(to: submission.result.steps, submission.entries.count + 2)
  }

  private mutating func train(to step: Int, _ line: Int) throws(Stop) {
    guard step >= session.totalSteps else {
      throw .impossible(line: line, "step \(step) can't come after step \(session.totalSteps)")
    }
    while session.totalSteps < step {
      let before = session.totalSteps
      let count = min(step - before, max(1, session.trainer.stepsLeftInEpoch))
      // Steps that can't be taken cost nothing; a file may claim any number of them.
      if session.mayTrain && !session.trainer.hasStopped {
        guard cost.takesSteps(count, of: session) else { throw .tooLong }
        session.advance(steps: count)
      }
      guard session.totalSteps > before else {
        throw .impossible(
          line: line, "step \(before + 1) can't be taken: training may not go on there")
      }
      try settleTrials()
    }
  }

  /// Goes on to where a jump leads, piece by piece.
  private mutating func arrive() throws(Stop) {
    while session.isSeeking {
      let count = session.quickSteps
      guard cost.takesSteps(count, of: session) else { throw .tooLong }
      session.seek(steps: count)
    }
  }

  /// Tries the seeds that goals wait for.
  private mutating func settleTrials() throws(Stop) {
    while var trial = session.seedTrial {
      while !trial.isFinished {
        var steps = session.quickSteps
        if trial.trainsStart {
          steps += (session.attempt?.epochLimit ?? 0) * session.trainer.stepsPerEpoch
        }
        guard cost.takesSteps(steps, of: session) else { throw .tooLong }
        trial.advance()
      }
      session.take(trial)
    }
  }
}
