import Drawing
import Lessons
import Studio

/// Keys and the mouse where they are about an exercise.
extension App {
  /// Does what is wanted of the exercise that is open.
  mutating func carryOutLearning(_ intent: Intent) -> Command? {
    switch intent {
    case .task: turnTask()
    case .question: ask()
    case .hint: takeHint()
    case .nextExercise: return goToNextExercise()
    case .startOver: return startOver()
    case .leaveExercise: leaveExercise()
    default: break
    }
    return nil
  }

  /// A key while a question is asked.
  mutating func pressInQuestion(_ key: Key) {
    notice = ""
    guard let deed = learning?.box?.press(key) else { return }
    carryOut(deed)
  }

  /// A press on an answer chooses it, a second one takes it; beside the box it closes.
  mutating func pointAtQuestion(_ event: MouseEvent, _ target: Target?) {
    switch (event.kind, target) {
    case (.wheelUp, _): pressInQuestion(.up)
    case (.wheelDown, _): pressInQuestion(.down)
    case (.press, .answer(let choice)):
      notice = ""
      guard var box = learning?.box else { return }
      let deed = box.given == nil ? box.press(choice: choice) : .goOn
      learning?.box = box
      carryOut(deed)
    case (.press, .overlay):
      if learning?.box?.given != nil { carryOut(.goOn) }
    case (.press, _): pressInQuestion(.escape)
    default: break
    }
  }

  /// The wheel turns the pages of the task.
  mutating func pointAtTask(_ event: MouseEvent) {
    guard let page = learning?.page, let panel = taskPanel else { return }
    let last = panel.layout(in: taskPlace.task).pages.count - 1
    switch event.kind {
    case .wheelUp: learning?.page = max(0, page - 1)
    case .wheelDown: learning?.page = min(last, page + 1)
    default: break
    }
  }

  /// Draws the screen, with the task beside or over it.
  func drawLab(_ lab: any Lab, in body: Rectangle, on canvas: inout Canvas) {
    let place = TaskPlace(body)
    guard showsTask, let page = learning?.page, let panel = taskPanel else {
      return lab.view(session, in: body, on: &canvas)
    }
    lab.view(session, in: place.lab, on: &canvas)
    panel.draw(page: page, in: place.task, isOverlay: place.isOverlay, on: &canvas)
  }

  /// The keys that matter in an exercise, the most important ones first; nil while none is open, and
  /// on a screen or with a tool that has its own.
  var learningHints: [Binding]? {
    guard let attempt = session.attempt, shownLab == 0, !lab.isDrawing else { return nil }
    let question: [(Intent, String)] = attempt.openQuestion == nil ? [] : [(.question, "answer")]
    let hint: [(Intent, String)] =
      attempt.hintsTaken < attempt.exercise.hints.count && !attempt.isPassed
      ? [(.hint, "hint")] : []
    let next: [(Intent, String)] = attempt.isPassed ? [(.nextExercise, "next exercise")] : []
    let usual = KeyMap.bindings.filter { $0.mode == .always && !$0.hint.isEmpty }
    let own = (question + next + [(.task, "task")] + hint).compactMap { intent, words in
      KeyMap.binding(of: intent).map { Binding($0.keys, intent, $0.label, hint: words, $0.help) }
    }
    let trains = attempt.exercise.permits.deeds.contains(.train)
    let others = usual.dropFirst().filter {
      trains || ![.stepBatch, .stepEpoch, .reset].contains($0.intent)
    }
    return (trains ? Array(usual.prefix(1)) : []) + own + others
  }
}
