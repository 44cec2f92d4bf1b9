import Drawing
import Lessons
import Studio

/// From one exercise to another one, and back to free play.
extension App {
  /// Shows the list of exercises.
  public mutating func showExercises() {
    guard let place = LabCatalogue.all.firstIndex(where: { $0 == ExercisesLab.self }) else {
      return
    }
    show(place)
  }

  /// Goes on to the next exercise that is not passed yet.
  mutating func goToNextExercise() -> Command? {
    guard let classroom else { return listFirst() }
    let name = session.attempt?.exercise.name ?? classroom.last ?? ""
    guard let next = classroom.next(after: name) else {
      notice =
        classroom.isFinished
        ? "All \(classroom.progress) exercises are passed. Well done: J lists them."
        : "There is no other exercise to go on to; J lists them."
      return nil
    }
    if let attempt = session.attempt, !attempt.isPassed, !asksToSkip {
      asksToSkip = true
      notice = "\(attempt.exercise.label) is not passed yet; V again goes on all the same."
      return nil
    }
    return leaving(.learn(next.name, anew: false))
  }

  /// Begins the exercise that is open once more.
  mutating func startOver() -> Command? {
    guard let attempt = session.attempt else {
      notice = Self.noExercise
      return nil
    }
    return leaving(.learn(attempt.exercise.name, anew: true))
  }

  /// Leaves the exercise, and plays on freely with its settings.
  mutating func leaveExercise() {
    guard let attempt = session.attempt, let homework else { return notice = Self.noExercise }
    session = Session(session.preset)
    adoptOpened()
    outbox += [.keep(homework.left), .stopAllWork]
    notice =
      "\(attempt.exercise.label) is left and kept; free play with its settings. J lists them."
  }

  /// A command that leaves the exercise that is open, which is kept first.
  mutating func leaving(_ command: Command) -> Command {
    if let homework { outbox.append(.keep(homework.left)) }
    return command
  }

  private mutating func listFirst() -> Command {
    showExercises()
    return .listExercises
  }
}

extension Homework {
  /// The same, with nothing more to come.
  var left: Homework { Homework(session, number: number, isLeft: true) }
}
