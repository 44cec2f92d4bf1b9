import Drawing
import Lessons
import Studio
import TestSupport
import Testing

@testable import Labs

/// The exercise of a sample, as its file would be read.
func exercise(
  _ name: String = "a1-one-neuron", _ change: (inout SampleExercise) -> Void = { _ in }
) throws -> Exercise {
  var sample = SampleExercise()
  change(&sample)
  return try Exercise(yaml: sample.yaml, name: name)
}

/// Three exercises, one of them passed, and a file with a mistake.
func classroom() throws -> Classroom {
  var first = ExerciseEntry(try exercise("00-first-light") { $0.chapter = "0" })
  first.state = .passed
  first.medals = [.bronze, .gold]
  first.attempts = 2
  let others = try [
    exercise(), exercise("e3-another-one") { ($0.title, $0.chapter) = ("Another one", "E") },
  ].map { ExerciseEntry($0) }
  return Classroom(
    entries: [first] + others
      + [
        ExerciseEntry(brokenFile: "b1-broken", problem: "b1-broken.yaml:4:3: unknown key “vesion”")
      ],
    student: "anna")
}

/// An app with an exercise open.
func learner(
  size: Size = wide, keys: Key..., exercise: Exercise? = nil
) throws -> App {
  var app = App(Session(Preset()), classroom: try classroom())
  _ = app.update(.resized(size, .full))
  let opened = try exercise ?? sample()
  _ = app.update(.begun(Homework(Session(opened), number: 1), note: ""))
  app.press(keys)
  return app
}

private func sample() throws -> Exercise { try exercise() }

extension App {
  /// Answers both predictions.
  mutating func predict() {
    press(.character("Q"), .character("b"), .enter, .character("2"), .enter)
  }

  /// Gives the rate with which the goal is reached, by keys.
  mutating func takeTheRightRate() {
    lab.focus(on: .setting("training.learning-rate"), session: session)
    press(.right, .right)
  }

  /// Trains until the run is paused.
  mutating func trainToTheEnd() {
    press(.character(" "))
    for _ in 0..<100 where isRunning { finishWork(of: update(.tick(steps: 3))) }
  }

  /// Everything that is asked for, one after the other.
  mutating func asked(_ message: Message) -> [Command] {
    let command = update(message)
    guard case .several(let all)? = command else { return command.map { [$0] } ?? [] }
    return all
  }
}
