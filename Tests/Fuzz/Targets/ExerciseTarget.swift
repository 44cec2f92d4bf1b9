import Lessons

/// Exercises in YAML.
enum ExerciseTarget: FuzzTarget {
  static let name = "exercise"

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool {
    guard let text = Laws.text(bytes) else { return false }
    let isExercise = Exercise.isExercise(yaml: text)
    do {
      let exercise = try Exercise(yaml: text, name: "fuzz")
      try Laws.expect(isExercise, "an exercise that was read is said to be none")
      try PresetTarget.check(exercise.preset)
      try Laws.expect(
        try Exercise(yaml: text, name: "fuzz") == exercise, "an exercise is read in two ways")
      _ = exercise.essence
    } catch let problem as PresetProblem {
      try Laws.checkMessage(problem.description)
      try Laws.checkPlace(line: problem.line, column: problem.column, in: bytes)
      return false
    } catch let law as BrokenLaw {
      throw law
    } catch {}
    return true
  }
}
