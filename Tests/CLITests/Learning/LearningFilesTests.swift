import Engine
import Foundation
import Labs
import Lessons
import Studio
import TestSupport
import Testing

@testable import CLI

/// The exercises in a folder, and what is kept of them.
@Suite struct LearningFilesTests {
  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func listsByChapterAndNumberWithMistakesLast() throws {
    try inSet { _, make in
      let classroom = make("anna").classroom
      #expect(classroom.entries.map(\.name) == ["00-first", "e9-two", "e10-one", "b1-broken"])
      #expect(classroom.entries.last?.problem?.hasPrefix("b1-broken.yaml:3:12:") == true)
      #expect(classroom.progress == "0/3 (0 %)" && classroom.remark.isEmpty)
    }
  }

  @Test func aMissingAndAnEmptyFolderAreToldAndNoReasonToEnd() throws {
    try inFolder { folder in
      let environment = ["XDG_STATE_HOME": folder]
      let missing = LearningFiles(
        ExerciseLibrary(folder: folder + "/no"), environment: environment)
      #expect(missing.classroom.entries.isEmpty)
      #expect(missing.classroom.remark.contains("there is no folder of exercises"))
      let empty = LearningFiles(ExerciseLibrary(folder: folder), environment: environment)
      #expect(empty.classroom.remark == "There are no exercises in \(folder).")
    }
  }

  @Test func aUniqueBeginningIsEnough() throws {
    try inSet { folder, _ in
      let library = ExerciseLibrary(folder: folder + "/set")
      let names = try ["e9", "E10", folder + "/set/e9-two.yaml"].map { argument in
        try library.exercise(argument).name
      }
      #expect(names == ["e9-two", "e10-one", "e9-two"])
      #expect(throws: Failure(message: "“e” is the beginning of several: e9-two, e10-one")) {
        _ = try library.exercise("e")
      }
      let failure = #expect(throws: Failure.self) { try library.exercise("e9-tow") }
      #expect(failure?.message.contains("did you mean “e9-two”?") == true)
    }
  }

  @Test func whatIsKeptIsGoneOnWithBitForBitAndAnswersStay() throws {
    try inSet { folder, make in
      var files = make("Änna Ö")
      let (opened, note) = try files.open("e9-two", anew: false)
      #expect(opened.number == 1 && note.isEmpty)
      // Who only looked has begun nothing.
      #expect(files.keep(opened, at: .zero) == [])
      #expect(!FileManager.default.fileExists(atPath: folder + "/state"))
      let left = worked(opened)
      #expect(files.keep(left, at: .seconds(5)) == [])
      #expect(files.keep(left, at: .seconds(65)) == [])
      let mark = Digest(of: "Änna Ö").description.prefix(8)
      let path = folder + "/state/percept/submissions/e9-two-_nna__-\(mark)-1.jsonl"
      let submission = try Submission(Array(try #require(text(path)).utf8))
      #expect(submission.header.student == "Änna Ö" && submission.header.seconds == 65 - 0)
      var again = make("Änna Ö")
      #expect(again.classroom.entries[1].state == .begun)
      #expect(again.classroom.entries[1].hintsTaken == 1 && again.classroom.last == "e9-two")
      let (homework, told) = try again.open("e9-two", anew: false)
      #expect(told == "E9 goes on where it was left, at epoch 1.")
      #expect(homework.number == 1 && homework == left)
      #expect(homework.session.attempt?.answers.map(\.value) == ["b", "2"])
      let parameters = { (session: Session) in Digest(of: session.trainer.network) }
      #expect(parameters(homework.session) == parameters(left.session))
    }
  }

  @Test func startingOverIsAnotherAttemptAndKeepsTheFirst() throws {
    try inSet { folder, make in
      var files = make("anna")
      _ = files.keep(worked(try files.open("e9-two", anew: false).homework), at: .zero)
      let (second, note) = try files.open("e9-two", anew: true)
      #expect(second.number == 2 && note == "E9 begins again: attempt 2.")
      #expect(second.session.attempt?.answers.isEmpty == true)
      _ = files.keep(worked(second), at: .zero)
      let names = try FileManager.default.contentsOfDirectory(
        atPath: folder + "/state/percept/submissions")
      #expect(names.sorted() == ["e9-two-anna-1.jsonl", "e9-two-anna-2.jsonl"])
      #expect(files.classroom.entries[1].attempts == 2)
    }
  }

  @Test func anotherVersionOrATornFileBeginsANewAttempt() throws {
    try inSet { folder, make in
      var files = make("anna")
      _ = files.keep(worked(try files.open("e9-two", anew: false).homework), at: .zero)
      let exercise = folder + "/set/e9-two.yaml"
      let before = try #require(text(exercise))
      try before.replacing("version: 1", with: "version: 2")
        .write(toFile: exercise, atomically: true, encoding: .utf8)
      let (changed, note) = try files.open("e9-two", anew: false)
      #expect(changed.number == 2 && changed.session.totalSteps == 0)
      #expect(note == "E9 can't be gone on with where it was left: attempt 2 begins.")
      try before.write(toFile: exercise, atomically: true, encoding: .utf8)
      let path = folder + "/state/percept/submissions/e9-two-anna-1.jsonl"
      try String(try #require(text(path)).dropLast(40))
        .write(toFile: path, atomically: true, encoding: .utf8)
      let torn = try files.open("e9-two", anew: false)
      #expect(torn.homework.number == 2)
    }
  }

  @Test func passingIsNotedWithItsMedals() throws {
    try inSet { folder, make in
      var files = make("anna")
      var session = try files.open("e9-two", anew: false).homework.session
      for (id, value) in [("p1", "b"), ("p2", "2")] {
        session.apply(.answer(question: id, value: value))
      }
      session.apply(.set(key: "training.learning-rate", value: "0.1"))
      session.advance(steps: 25)
      session.apply(.answer(question: "q1", value: "c"))
      #expect(session.attempt?.isPassed == true)
      #expect(files.keep(Homework(session, number: 1), at: .zero) == [])
      let entry = make("anna").classroom.entries[1]
      #expect(entry.state == .passed && entry.medals == [.gold] && entry.attempts == 1)
    }
  }

  @Test func aBrokenProgressFileIsLeftAloneAndToldOnce() throws {
    try inSet { folder, make in
      let path = folder + "/state/percept/progress.json"
      try FileManager.default.createDirectory(
        atPath: folder + "/state/percept", withIntermediateDirectories: true)
      try "{\"percept\":\"progress\",\"format\":99}".write(
        toFile: path, atomically: true, encoding: .utf8)
      var files = make("anna")
      #expect(files.classroom.remark.contains("format 99 is not known"))
      let work = worked(try files.open("e9-two", anew: false).homework)
      #expect(files.keep(work, at: .zero) == [])
      #expect(text(path) == "{\"percept\":\"progress\",\"format\":99}")
      #expect(files.classroom.entries[1].state == .begun)
    }
  }

  @Test func whatCanNotBeWrittenIsToldOnceAndStopsNobody() throws {
    try inSet { folder, _ in
      // A file stands where the folder should be.
      try "x".write(toFile: folder + "/file", atomically: true, encoding: .utf8)
      var files = LearningFiles(
        ExerciseLibrary(folder: folder + "/set"), student: "anna",
        environment: ["XDG_STATE_HOME": folder + "/file"])
      let work = worked(try files.open("e9-two", anew: false).homework)
      let problems = files.keep(work, at: .zero)
      #expect(problems.count == 2)
      #expect(problems[0].hasPrefix("Progress is not kept: "))
      #expect(problems[1].hasPrefix("Your work is not kept: "))
      #expect(files.keep(work, at: .zero) == [])
    }
  }
}

@Suite struct TimeSpentTests {
  @Test func pausesCountNoMoreThanFiveMinutes() {
    var time = TimeSpent()
    time.note(.seconds(10))
    time.note(.seconds(70))
    #expect(time.seconds == 60)
    time.note(.seconds(70 + 3600))
    #expect(time.seconds == 360)
    time.stop()
    time.note(.seconds(10_000))
    #expect(time.seconds == 360)
    // A clock that goes back takes nothing away.
    time.note(.seconds(9_000))
    #expect(time.seconds == 360)
  }
}

@Suite struct ExerciseAsPresetTests {
  @Test func anExerciseOpensForFreePlayAndTellsHowToLearnIt() throws {
    try inFolder { folder in
      let exercises = folder + "/exercises"
      try FileManager.default.createDirectory(atPath: exercises, withIntermediateDirectories: false)
      try SampleExercise().yaml.write(
        toFile: exercises + "/a1-one.yaml", atomically: true, encoding: .utf8)
      try "format: 1\ntitle: One\n".write(
        toFile: folder + "/01-one.yaml", atomically: true, encoding: .utf8)
      let library = PresetLibrary(executable: "", environment: ["PERCEPT_PRESETS": folder])
      for argument in ["a1-one", exercises + "/a1-one.yaml"] {
        let opening = try library.opening(argument)
        #expect(opening.preset.title == "One neuron" && opening.exercise?.name == "a1-one")
        #expect(
          opening.notice == "Free play from the start of A1; its task: percept learn a1-one")
      }
      let preset = try library.opening("one")
      #expect(preset.exercise == nil && preset.notice == nil)
      let failure = #expect(throws: Failure.self) { try library.opening("tow") }
      #expect(failure?.message.contains("or an exercise that “percept learn” lists") == true)
    }
  }
}
