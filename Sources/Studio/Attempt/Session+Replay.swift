import Engine
public import Lessons

/// Why a log can't be carried out at an exercise.
public struct ReplayProblem: Error, Equatable, CustomStringConvertible, Sendable {
  /// The entry, from 0; nil for the whole.
  public let entry: Int?
  /// What is wrong, in a sentence.
  public let description: String
}

extension Session {
  /// The session that a log of an attempt tells of, to the same bits; the seeds that goals wait for are
  /// tried at once.
  ///
  /// - Parameters:
  ///   - entries: the log's; what notes itself on the way is left out.
  ///   - steps: the steps in all.
  ///   - exercise: the exercise, which has to be the one of the attempt.
  ///   - reference: as for `init(_:reference:)`.
  public init(
    replaying entries: [ActionLog.Entry], steps: Int, exercise: Exercise,
    reference: StartReference? = nil
  ) throws(ReplayProblem) {
    self.init(exercise, reference: reference)
    for (number, entry) in entries.enumerated() where entry.action != .follow {
      try replay(to: entry.step, before: number)
      let outcome = apply(entry.action)
      guard outcome.effect != .refused else {
        throw ReplayProblem(
          entry: number, description: "“\(entry.action.text)” was refused: \(outcome.message)")
      }
      settleTrials()
    }
    try replay(to: steps, before: nil)
  }

  private mutating func replay(to step: Int, before entry: Int?) throws(ReplayProblem) {
    guard step >= totalSteps else {
      throw ReplayProblem(entry: entry, description: "step \(step) comes after step \(totalSteps)")
    }
    while totalSteps < step {
      let before = totalSteps
      advance(steps: min(step - totalSteps, max(1, trainer.stepsLeftInEpoch)))
      guard totalSteps > before else {
        throw ReplayProblem(
          entry: entry,
          description: "step \(before + 1) can't be taken: training may not go on there")
      }
      settleTrials()
    }
  }
}
