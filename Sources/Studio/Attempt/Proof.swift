import Engine
public import Lessons

/// What becomes of an exercise when somebody goes a certain way through it.
public struct Proof: Sendable {
  /// Whether the exercise is passed at the end.
  public let isPassed: Bool
  /// Where the way could not be gone any further, and why; nil if it was gone to its end.
  public let refusal: (line: ScriptLine?, reason: String)?
  /// The goals at the end.
  public let goals: [GoalState]
  /// The medals at the end.
  public let medals: [Goal.Medal]
  /// Whether training diverged in the last run.
  public let hasDiverged: Bool

  /// The untouched start, trained as far as the goals look, with the solution's predictions; where
  /// nothing is trained, the start as it opens.
  public static func start(of exercise: Exercise, seedOffset: Int = 0) -> Proof {
    let trains = exercise.permits.deeds.contains(.train)
    let epochs = exercise.epochLimit ?? 0
    let way = Solution(
      answers: trains ? exercise.solution?.answers ?? [] : [],
      script: trains && epochs > 0 ? [ScriptLine(text: "train \(epochs)", line: 1, column: 1)] : [])
    guard let script = try? Script(way) else { return Proof(Session(exercise), nil) }
    return going(script, through: exercise, seedOffset: seedOffset)
  }

  /// A recorded way; a line in it that says nothing is an error.
  ///
  /// - Parameter seedOffset: how far the seeds of first weights and order are moved from the
  ///   exercise's own.
  public static func going(
    _ way: Solution, through exercise: Exercise, seedOffset: Int = 0
  ) throws(PresetProblem) -> Proof {
    going(try Script(way), through: exercise, seedOffset: seedOffset)
  }

  private static func going(
    _ script: Script, through exercise: Exercise, seedOffset: Int
  ) -> Proof {
    let preset = exercise.preset.withSeeds(movedBy: seedOffset)
    var session = Session(
      exercise.replacing(preset: preset, goals: exercise.goals, questions: exercise.questions))
    let refusal = session.go(script)
    return Proof(session, refusal)
  }

  private init(_ session: Session, _ refusal: (line: ScriptLine?, reason: String)?) {
    isPassed = session.attempt?.isPassed ?? false
    goals = session.goalStates
    medals = session.attempt?.medals ?? []
    hasDiverged = session.trainer.divergence != nil
    self.refusal = refusal
  }
}
