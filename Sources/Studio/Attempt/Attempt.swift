public import Lessons

/// One go at an exercise: what was answered, which hints were taken, which goals were reached.
///
/// It belongs to a session, which carries it along; everything in it follows from the exercise and
/// the session's log.
public struct Attempt: Sendable {
  /// An answer that was given.
  public struct GivenAnswer: Equatable, Sendable {
    /// The question's id.
    public let question: String
    /// The answer in its usual spelling.
    public let value: String
  }

  /// The exercise.
  public let exercise: Exercise
  /// Answers in the order in which they were given; none changes any more.
  public internal(set) var answers: [GivenAnswer] = []
  /// Hints that were taken.
  public internal(set) var hintsTaken = 0
  /// Runs in which at least one step was taken.
  public internal(set) var runs = 0
  /// Changes of settings, points and weights.
  public internal(set) var changes = 0
  /// How far each goal is, in the exercise's order.
  var records: [GoalRecord]
  /// Whether the present run is one from a fresh start, without jumps in time.
  public internal(set) var isClean = true
  /// The last epoch of a run; nil where runs have no end.
  let epochLimit: Int?
  /// What goals measure themselves against; nil where none does.
  let reference: StartReference?

  init(_ exercise: Exercise, reference: StartReference?) {
    self.exercise = exercise
    self.reference = reference
    epochLimit = exercise.epochLimit
    records = exercise.goals.map { _ in GoalRecord() }
  }

  /// The answer to a question; nil while there is none.
  public func answer(to question: Question) -> String? {
    answers.first { $0.question == question.id }?.value
  }

  /// The hints that were taken.
  public var hints: ArraySlice<String> { exercise.hints.prefix(hintsTaken) }

  /// Questions that were answered correctly.
  public var correctAnswers: Int {
    exercise.questions.count { question in answer(to: question).map(question.isCorrect) ?? false }
  }

  /// Whether training waits for predictions.
  public var mustAnswerFirst: Bool {
    exercise.permits.deeds.contains(.train)
      && exercise.questions.contains { isOpen($0) && $0.isBefore }
  }

  /// The question to be asked now; nil while there is none.
  public var openQuestion: Question? {
    exercise.questions.first { isOpen($0) && ($0.isBefore || hasReachedDeeds) }
  }

  private func isOpen(_ question: Question) -> Bool { answer(to: question) == nil }

  /// Whether all is reached that is no matter of answers, so that the questions afterwards are due.
  private var hasReachedDeeds: Bool {
    zip(exercise.goals, records).allSatisfy { goal, record in
      goal.medal != nil || goal.isAboutAnswers || record.reachedAt != nil
    }
  }

  /// Whether every goal without a medal is reached and every question answered.
  public var isPassed: Bool {
    exercise.questions.allSatisfy { !isOpen($0) }
      && zip(exercise.goals, records).allSatisfy { $0.medal != nil || $1.reachedAt != nil }
  }

  /// The medals that were earned.
  public var medals: [Goal.Medal] {
    zip(exercise.goals, records).compactMap { $1.reachedAt == nil ? nil : $0.medal }
  }

  /// Whether goals wait for other seeds.
  public var awaitsSeeds: Bool { records.contains { $0.trial != nil } }
}

extension Goal {
  /// Whether it asks for answers.
  var isAboutAnswers: Bool {
    needs.contains { [.measure(.correctAnswers), .measure(.answers)].contains($0.subject) }
  }
}
