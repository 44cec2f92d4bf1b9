import Drawing
import Engine
import Lessons
import Studio

/// What is told and kept of the exercise that is open as it goes on, and what is tried for it in the
/// background.
extension App {
  /// Tells what was reached since it was told last, and has it kept.
  ///
  /// - Parameter hasPaused: whether training has just come to a halt, which is kept as well.
  mutating func noteMilestones(hasPaused: Bool) {
    guard let attempt = session.attempt, let told = learning?.told else { return }
    let now = Milestones(attempt)
    guard now != told || hasPaused, let homework else { return }
    learning?.told = now
    outbox.append(.keep(homework))
    classroom?.note(homework)
    lab.attend(classroom)
    let reached = now.goals.indices.filter { now.goals[$0] && !told.goals[$0] }
    if now.isPassed, !told.isPassed {
      // What was learned is on the first page.
      if learning?.page != nil { learning?.page = 0 }
      // The verdict on the last answer is read first.
      if learning?.box?.given == nil {
        learning?.box = nil
        notice = passing(attempt)
      } else {
        notice = "✓ \(attempt.exercise.label) is passed; enter goes on."
      }
    } else if let last = reached.last(where: { attempt.exercise.goals[$0].medal == nil })
      ?? reached.last
    {
      notice = telling(attempt.exercise.goals[last], attempt)
    }
  }

  func passing(_ attempt: Attempt) -> String {
    let label = attempt.exercise.label
    let medal = attempt.medals.last.map { " with \($0.rawValue)" } ?? ""
    guard let classroom, classroom.isFinished else {
      return "✓ \(label) is passed\(medal). G explains, V goes on to the next exercise."
    }
    return "✓ \(label) is passed\(medal), and with it all: \(classroom.progress). G explains."
  }

  private func telling(_ goal: Goal, _ attempt: Attempt) -> String {
    if let medal = goal.medal, attempt.openQuestion?.isBefore != false {
      return "✓ \(medal.rawValue.capitalizedFirst): \(goal.text)"
    }
    let count = GoalLines.count(attempt)
    if attempt.openQuestion?.isBefore == false {
      return "✓ Goals \(count). One thing is left: Q asks what you saw."
    }
    return NoticeLine.fitting(["✓ Goal \(count): \(goal.text)", "✓ Goal \(count) is reached."])
  }

  /// How far a run came that has just ended; nil if none has, or all goals are reached.
  var runIsOver: String? {
    guard session.isRunOver,
      let state = session.goalStates.first(where: { !$0.isReached && $0.goal.medal == nil }),
      state.seedProgress == nil, let need = state.needs.first(where: { !$0.holds }),
      let words = MeasureText(need).words(best: nil)
    else { return nil }
    let epoch = session.trainer.epochCount
    return NoticeLine.fitting([
      "Epoch \(epoch), the run ends: \(words). r begins anew.",
      "Epoch \(epoch), the run ends before the goal; r begins anew.",
    ])
  }

  /// Takes in the exercises and the progress with them.
  mutating func take(_ classroom: Classroom) {
    self.classroom = classroom
    lab.attend(classroom)
    let items = CommandPalette(session, library: library, classroom: classroom)
    palette?.takeItems(of: items)
  }

  // MARK: Other seeds

  /// Asks for the trial of other seeds that a goal waits for, or ends one that none waits for.
  mutating func nextTrial() -> Command? {
    let wanted = session.seedTrial
    if let wanted, let seedTrial, works.isRunning(at: .ofApp), wanted.isOfSameRun(as: seedTrial) {
      return nil
    }
    seedTrial = wanted
    guard wanted != nil || works.isRunning(at: .ofApp) else { return nil }
    if let wanted { notice = "Reached; is it luck? \(wanted.seeds.of - 1) other seeds are tried." }
    return works.order(wanted, at: .ofApp)
  }

  /// Takes in how far the trial is.
  mutating func receive(_ trial: SeedTrial) {
    session.take(trial)
    guard trial.isFinished, !trial.isPassed else { return }
    notice =
      "Only \(trial.passed) of \(trial.tried) seeds reach it: \(trial.seeds.pass) are asked for."
  }
}

extension String {
  /// With a capital letter.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
