import Drawing
import Lessons
import Studio

/// The exercise that is open: its task, its questions, its hints, and the way to the next one.
extension App {
  /// What is to be kept of the exercise that is open; nil while none is.
  public var homework: Homework? {
    guard let learning, session.attempt != nil else { return nil }
    return Homework(session, number: learning.number)
  }

  /// The task of the exercise that is open; nil while none is.
  var taskPanel: TaskPanel? { TaskPanel(session, classroom) }

  /// Where the task stands now.
  var taskPlace: TaskPlace {
    TaskPlace(
      Rectangle(x: 0, y: 1, width: size.width, height: max(0, size.height - 3)))
  }

  /// Whether the task is seen beside or over the playground.
  var showsTask: Bool { learning?.page != nil && session.attempt != nil && shownLab == 0 }

  /// What is said where an exercise is needed and none is open.
  static let noExercise = "No exercise is open; J lists them, enter opens one."

  /// Opens an exercise where it was left, or at its start.
  mutating func begin(_ homework: Homework, note: String) {
    guard let attempt = homework.session.attempt else { return }
    if session.attempt == nil { shelve() }
    (session, rival) = (homework.session, nil)
    adoptOpened()
    learning = Learning(number: homework.number, attempt)
    classroom?.note(homework)
    lab.attend(classroom)
    if let view = attempt.exercise.start.view, let place = ViewCatalogue.named(view),
      let command = carry(lab.handle(.view(place), session: &session))
    {
      outbox.append(command)
    }
    notice = note.isEmpty ? opening(attempt) : note
  }

  private func opening(_ attempt: Attempt) -> String {
    let name = "\(attempt.exercise.label) is open: "
    if attempt.openQuestion != nil { return name + "read the task (G turns it), then Q asks you." }
    return name + "read the task (G turns its pages), then space plays."
  }

  // MARK: The task

  /// The next page of the task; after the last one it closes.
  mutating func turnTask() {
    guard let panel = taskPanel else { return notice = Self.noExercise }
    showPlayground()
    let count = panel.layout(in: taskPlace.task).pages.count
    guard let page = learning?.page else {
      learning?.page = 0
      return
    }
    learning?.page = page + 1 < count ? page + 1 : nil
    if learning?.page == nil { notice = "G shows the task again." }
  }

  // MARK: Questions

  /// Asks the question that is open now.
  mutating func ask() {
    guard let attempt = session.attempt else { return notice = Self.noExercise }
    guard let question = attempt.openQuestion else {
      let asked = attempt.exercise.questions
      notice =
        asked.isEmpty
        ? "This exercise asks no questions; its goals are in the task (G)."
        : asked.count == attempt.answers.count
          ? "All questions are answered; G shows them."
          : "The next question comes once the goals are reached."
      return
    }
    showPlayground()
    isRunning = false
    targetEpoch = nil
    explaining = nil
    showsHelp = false
    learning?.box = QuestionBox(question, title: Self.title(of: question, attempt))
  }

  private static func title(of question: Question, _ attempt: Attempt) -> String {
    let alike = attempt.exercise.questions.filter { $0.isBefore == question.isBefore }
    let place = (alike.firstIndex(of: question) ?? 0) + 1
    return "\(question.isBefore ? "Prediction" : "Question") \(place) of \(alike.count)"
  }

  /// Does what a key in the box of a question came to.
  mutating func carryOut(_ deed: QuestionBox.Deed) {
    switch deed {
    case .none: break
    case .close:
      learning?.box = nil
      notice =
        session.attempt?.mustAnswerFirst == true
        ? "Q asks again; training waits for what you predict." : "Q asks again."
    case .take(let text): answer(text)
    case .goOn: askOn()
    }
  }

  private mutating func answer(_ text: String) {
    guard let box = learning?.box else { return }
    let given = box.question.canonical(text) ?? text
    let outcome = session.apply(.answer(question: box.question.id, value: given))
    guard outcome.effect != .refused else {
      learning?.box?.refuse(outcome.message)
      return
    }
    // With the last answer everything may be told.
    guard box.question.revealsAtOnce || session.attempt?.isPassed == true else { return askOn() }
    learning?.box?.tell(given)
  }

  /// The next open question, or what to do now that there is none.
  private mutating func askOn() {
    learning?.box = nil
    guard let attempt = session.attempt else { return }
    if attempt.openQuestion != nil { return ask() }
    if attempt.isPassed { return notice = passing(attempt) }
    notice =
      session.mayTrain
      ? "All is predicted: space plays. What was right is told at the end."
      : "All is answered for now; G shows the task."
  }

  // MARK: Hints

  /// Takes the next hint, and shows it.
  mutating func takeHint() {
    guard let attempt = session.attempt else { return notice = Self.noExercise }
    guard !attempt.isPassed else {
      return notice = "It is passed; all hints stand in the task (G)."
    }
    let count = attempt.exercise.hints.count
    let outcome = session.apply(.takeHint)
    guard outcome.effect != .refused, let taken = session.attempt?.hintsTaken else {
      return notice = outcome.message
    }
    showPlayground()
    let left = count - taken
    notice =
      "Hint \(taken) of \(count): "
      + (left == 0 ? "the last one." : left == 1 ? "one more is left." : "\(left) more are left.")
    let page = taskPanel?.page(of: .hint(taken - 1), in: taskPlace.task)
    learning?.page = page ?? 0
  }
}
