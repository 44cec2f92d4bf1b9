import Lessons
import Studio

/// What is seen of the exercise that is open, beside what its attempt itself knows.
struct Learning: Sendable {
  /// The number of the attempt, from 1.
  let number: Int
  /// The page of the task that is shown; nil while the task is closed.
  var page: Int?
  /// The question that is being asked; nil while none is.
  var box: QuestionBox?
  /// What has been told, and kept, of the attempt so far.
  var told: Milestones

  /// An attempt as it is opened.
  init(number: Int, _ attempt: Attempt) {
    self.number = number
    page = 0
    told = Milestones(attempt)
  }
}

/// How far an attempt is, as far as that is told and kept at once.
struct Milestones: Equatable, Sendable {
  /// Answers given and hints taken.
  let answers, hints: Int
  /// Which goals are reached.
  let goals: [Bool]
  let isPassed: Bool

  /// How far an attempt is.
  init(_ attempt: Attempt) {
    answers = attempt.answers.count
    hints = attempt.hintsTaken
    goals = attempt.reachedGoals
    isPassed = attempt.isPassed
  }
}
