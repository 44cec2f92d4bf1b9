import Drawing
import Lessons
import Studio

/// What the task panel says of an attempt, in lines of so many columns.
struct TaskText {
  let attempt: Attempt
  /// The exercise that comes next; nil if none is left.
  let next: ExerciseEntry?
  let width: Int

  private var exercise: Exercise { attempt.exercise }

  /// The task, the questions, the hints; what was learned first, once it is passed.
  var text: [TaskLine] {
    let task = about + wrapped(exercise.task)
    let parts =
      attempt.isPassed
      ? [passed, explanation, questions, hints, task, goOn] : [task, questions, hints]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [.empty]))
  }

  private var about: [TaskLine] {
    wrapped(
      "\(exercise.concept) · about \(exercise.minutes) min · difficulty \(exercise.difficulty) of 5",
      .faint)
  }

  private var passed: [TaskLine] {
    let medal = attempt.medals.last.map { " with \($0.rawValue)" } ?? ""
    return [TaskLine(mark: "✓", text: "Passed\(medal)", kind: .good)]
  }

  private var explanation: [TaskLine] {
    wrapped(exercise.explanation)
      + exercise.course.flatMap { wrapped("Course: " + $0, .faint) }
  }

  private var goOn: [TaskLine] {
    let words =
      next.map { "V goes on to \($0.fullTitle)." }
      ?? "That was the last exercise left: all are passed."
    return TaskLine.wrapped(words, .strong, width: width, intent: next == nil ? nil : .nextExercise)
  }

  // MARK: Questions

  private var questions: [TaskLine] {
    let asked = exercise.questions.filter { isAsked($0) }
    let later = exercise.questions.count - asked.count
    guard !exercise.questions.isEmpty else { return [] }
    let count = exercise.questions.count
    var lines = [
      TaskLine(text: "Questions \(attempt.answers.count)/\(count)", kind: .heading)
    ]
    for question in asked { lines += self.lines(of: question) }
    if later > 0 {
      lines += wrapped(
        later == 1
          ? "One question comes once the goals are reached."
          : "\(later) questions come once the goals are reached.", .faint)
    }
    return lines
  }

  /// Whether a question may be seen by now.
  private func isAsked(_ question: Question) -> Bool {
    question.isBefore || answer(to: question) != nil || attempt.openQuestion?.isBefore == false
      || attempt.isPassed
  }

  private func answer(to question: Question) -> String? {
    attempt.answer(to: question)
  }

  private func lines(of question: Question) -> [TaskLine] {
    let anchor = TaskLine.Anchor.question(question.id)
    guard let given = answer(to: question) else {
      let isNext = attempt.openQuestion?.id == question.id
      return TaskLine.wrapped(
        question.text + (isNext ? " (Q answers)" : ""), mark: "○", width: width,
        intent: isNext ? .question : nil, anchor: anchor)
    }
    let words = QuestionText(question)
    let isTold = question.revealsAtOnce || attempt.isPassed
    let isRight = question.isCorrect(given)
    let mark = isTold ? (isRight ? "✓" : "✗") : "●"
    var lines = TaskLine.wrapped(question.text, mark: mark, width: width, anchor: anchor)
    lines += TaskLine.wrapped(
      "Yours: \(words.answer(given))", .strong, indent: 2, width: width, anchor: anchor)
    guard isTold else { return lines }
    if !isRight {
      lines += TaskLine.wrapped(
        "It is \(words.answer(question.solution))", .warning, indent: 2, width: width,
        anchor: anchor)
    }
    return lines
      + TaskLine.wrapped(question.explanation, indent: 2, width: width, anchor: anchor)
  }

  // MARK: Hints

  private var hints: [TaskLine] {
    let taken = attempt.hintsTaken
    let shown = attempt.isPassed ? exercise.hints.count : taken
    var lines = [
      TaskLine(text: "Hints \(taken)/\(exercise.hints.count)", kind: .heading)
    ]
    for (index, hint) in exercise.hints.prefix(shown).enumerated() {
      lines += TaskLine.wrapped(hint, mark: "\(index + 1)", width: width, anchor: .hint(index))
    }
    if shown < exercise.hints.count {
      lines += TaskLine.wrapped(
        taken == 0 ? "I gives the first one." : "I gives the next one.", .faint, width: width,
        intent: .hint)
    }
    return lines
  }

  private func wrapped(_ text: String, _ kind: TaskLine.Kind = .plain) -> [TaskLine] {
    TaskLine.wrapped(text, kind, width: width)
  }
}
