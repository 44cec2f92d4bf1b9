import Drawing
import Lessons
import Studio

/// The goals of an attempt as they stand now, in lines of so many columns.
struct GoalLines {
  let states: [GoalState]
  let width: Int

  init(_ states: [GoalState], width: Int) {
    self.states = states
    self.width = width
  }

  /// Every goal: in the exercise's order, with how far it is.
  var lines: [TaskLine] {
    guard !states.isEmpty else { return [] }
    let reached = states.map(\.isReached)
    let count = Self.count(states.map(\.goal), reached)
    return [TaskLine(text: "Goals \(count)", kind: .heading)] + states.flatMap { lines(of: $0) }
  }

  /// How many of the goals that passing asks for are reached: `1/2`.
  static func count(_ goals: [Goal], _ reached: [Bool]) -> String {
    let needed = zip(goals, reached).filter { $0.0.medal == nil }
    return "\(needed.count { $0.1 })/\(needed.count)"
  }

  /// The same of an attempt, without measuring anything.
  static func count(_ attempt: Attempt) -> String {
    count(attempt.exercise.goals, attempt.reachedGoals)
  }

  private func lines(of state: GoalState) -> [TaskLine] {
    let medal = state.goal.medal.map { "\($0.rawValue): " } ?? ""
    let isTried = state.seedProgress != nil
    let title = TaskLine.wrapped(
      medal + state.goal.text, mark: state.isReached ? "✓" : isTried ? "◐" : "○",
      state.isReached ? .good : .plain, width: width)
    guard !state.isReached else { return title }
    return title
      + words(on: state).flatMap { TaskLine.wrapped($0, .faint, indent: 2, width: width) }
  }

  /// How far a goal is: what other seeds say of it, or else what it is measured by.
  private func words(on state: GoalState) -> [String] {
    if let progress = state.seedProgress, let seeds = state.goal.seeds {
      // The learner's own run is one of them.
      let tried = max(1, (progress * Double(seeds.of)).rounded())
      return [
        "reached; now with other seeds: \(format(tried - 1, decimals: 0)) of \(seeds.of - 1) tried"
      ]
    }
    var words: [String] = []
    if let failed = state.failedSeeds, let seeds = state.goal.seeds {
      words.append(
        "these settings reach it with \(failed.passed) of \(failed.tried) seeds;"
          + " \(seeds.pass) of \(seeds.of) are asked for")
    }
    return words
      + state.needs.enumerated().compactMap { index, need in
        MeasureText(need).words(best: index == 0 ? state.best : nil)
      }
  }
}
