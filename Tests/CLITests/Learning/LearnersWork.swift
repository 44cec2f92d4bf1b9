import Foundation
import Labs
import Studio
import TestSupport

@testable import CLI

/// A folder with two exercises and a file with a mistake, and what reads it.
func inSet(
  _ body: (_ folder: String, _ make: (_ student: String) -> LearningFiles) throws -> Void
) throws {
  try inFolder { folder in
    let set = folder + "/set"
    try FileManager.default.createDirectory(atPath: set, withIntermediateDirectories: false)
    var other = SampleExercise()
    (other.title, other.chapter) = ("Another one", "0")
    for (name, text) in [
      ("e10-one", SampleExercise().yaml), ("e9-two", SampleExercise().yaml),
      ("00-first", other.yaml), ("b1-broken", "format: 1\ntitle: x\nexercise: {vesion: 1}\n"),
      (".hidden", "x"),
    ] { try text.write(toFile: "\(set)/\(name).yaml", atomically: true, encoding: .utf8) }
    try body(folder) { student in
      LearningFiles(
        ExerciseLibrary(folder: set), student: student,
        environment: ["XDG_STATE_HOME": folder + "/state"])
    }
  }
}

/// Answers, takes a hint and trains.
func worked(_ homework: Homework) -> Homework {
  var session = homework.session
  session.apply(.answer(question: "p1", value: "b"))
  session.apply(.answer(question: "p2", value: "2"))
  session.apply(.takeHint)
  session.advance(steps: 7)
  return Homework(session, number: homework.number)
}
