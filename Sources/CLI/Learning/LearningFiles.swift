import Engine
import Foundation
import Labs
import Lessons
import Studio

/// What learning needs of the world: the exercises, the progress with them, and the submissions.
struct LearningFiles {
  let library: ExerciseLibrary
  let submissions: Submissions
  private var progress: ProgressFile
  /// The exercise from a file of its own, which is in no folder.
  private var single: Exercise?
  /// The attempt that is worked on.
  private var current: Current?
  /// Whether it was told that submissions can't be written.
  private var hasComplained = false

  /// An attempt that is worked on.
  private struct Current {
    let exercise: String
    let number: Int
    /// The number of its file: another one where a second window went on with it.
    var fileNumber: Int
    /// What stands in its file as far as is known here; nil before it was written.
    var known: Submission?
    /// When it began, and the seconds spent on it before it was opened.
    let begun: String
    let secondsBefore: Int
    var time = TimeSpent()
    /// The seconds that the progress knows of.
    var noted = 0

    var seconds: Int { secondsBefore + Int(time.seconds) }
  }

  /// - Parameters:
  ///   - folder: where submissions go; nil for the usual place.
  ///   - student: who learns; nil for the name of the login.
  init(
    _ library: ExerciseLibrary, student: String? = nil, submissions folder: String? = nil,
    environment: [String: String]
  ) {
    self.library = library
    let login = environment["USER"] ?? environment["LOGNAME"] ?? NSUserName()
    submissions = Submissions(
      folder: folder ?? UserFolder.submissions(environment),
      student: student ?? (login.isEmpty ? "learner" : login))
    progress = ProgressFile(path: UserFolder.progress(environment))
  }

  // MARK: The list

  /// The exercises with the progress made.
  var classroom: Classroom {
    var remark = progress.problem.map(Self.sentence) ?? ""
    var entries: [ExerciseEntry] = []
    do {
      entries = try library.entries()
      if entries.isEmpty {
        remark = "There are no exercises in \(library.folder ?? "presets/exercises")."
      }
    } catch {
      remark = (error as? Failure)?.message ?? error.localizedDescription
    }
    if let single, !entries.contains(where: { $0.name == single.name }) {
      entries.append(ExerciseEntry(single))
    }
    for index in entries.indices {
      guard let known = progress.entries[entries[index].name] else { continue }
      entries[index].state = known.state == .passed ? .passed : .begun
      entries[index].medals = Goal.Medal.allCases.filter { known.medals.contains($0.rawValue) }
      entries[index].hintsTaken = known.hints
      entries[index].attempts = known.attempts
    }
    let last = entries.map(\.name).compactMap { name in
      progress.entries[name].map { (name: name, date: $0.date) }
    }.max { $0.date < $1.date }
    return Classroom(
      entries: entries, student: submissions.student, remark: remark, last: last?.name)
  }

  // MARK: An attempt

  /// Opens an exercise: where it was left, or a new attempt.
  ///
  /// - Parameter anew: whether a new attempt begins, though one was left.
  mutating func open(_ name: String, anew: Bool) throws -> (homework: Homework, note: String) {
    let exercise =
      if let single, single.name == name { single } else { try library.exercise(name) }
    return open(exercise, anew: anew)
  }

  /// Opens the exercise of a name, or of a file.
  mutating func openNamed(_ argument: String) throws -> (homework: Homework, note: String) {
    let exercise = try library.exercise(argument)
    if argument.contains("/") || argument.hasSuffix(".yaml") || argument.hasSuffix(".yml") {
      single = exercise
    }
    return open(exercise, anew: false)
  }

  private mutating func open(
    _ exercise: Exercise, anew: Bool
  ) -> (homework: Homework, note: String) {
    current?.time.stop()
    let name = exercise.name
    let last = max(progress.entries[name]?.attempts ?? 0, submissions.lastAttempt(name))
    var note = ""
    if last > 0, !anew {
      if let kept = submissions.submission(name, last),
        let session = Session(
          continuing: kept, at: exercise, seconds: Submissions.secondsToContinue)
      {
        current = Current(
          exercise: name, number: last, fileNumber: last, known: kept, begun: kept.header.begun,
          secondsBefore: kept.header.seconds)
        current?.noted = kept.header.seconds
        return (
          Homework(session, number: last),
          "\(exercise.label) goes on where it was left, at epoch \(session.trainer.epochCount)."
        )
      }
      note =
        "\(exercise.label) can't be gone on with where it was left: attempt \(last + 1) begins."
    } else if anew {
      note = "\(exercise.label) begins again: attempt \(last + 1)."
    }
    current = Current(
      exercise: name, number: last + 1, fileNumber: last + 1, begun: Date().ISO8601Format(),
      secondsBefore: 0)
    return (Homework(Session(exercise), number: last + 1), note)
  }

  /// Something happened on the screen.
  mutating func note(_ time: Duration) { current?.time.note(time) }

  /// Keeps an attempt: its progress, and its submission; gives what could not be kept, in sentences,
  /// each once.
  mutating func keep(_ homework: Homework, at time: Duration) -> [String] {
    guard let attempt = homework.session.attempt, var current,
      current.exercise == attempt.exercise.name, current.number == homework.number
    else { return [] }
    current.time.note(time)
    if homework.isLeft { current.time.stop() }
    defer { self.current = current }
    // Who only looked has begun nothing.
    guard homework.hasBegun else { return [] }
    var problems: [String] = []
    let (seconds, noted) = (current.seconds, current.noted)
    do {
      try progress.note(attempt.exercise.name) { entry in
        if attempt.isPassed {
          entry.state = .passed
          entry.hash = attempt.exercise.hash.description
        }
        entry.attempts = max(entry.attempts, homework.number)
        entry.hints = max(entry.hints, attempt.hintsTaken)
        let medals = Set(entry.medals + attempt.medals.map(\.rawValue))
        entry.medals = Goal.Medal.allCases.map(\.rawValue).filter(medals.contains)
        entry.seconds += max(0, seconds - noted)
        entry.date = Date().ISO8601Format()
      }
      current.noted = seconds
    } catch {
      problems.append(Self.sentence((error as? Failure)?.message ?? error.localizedDescription))
    }
    do {
      try write(homework, &current, seconds: seconds)
    } catch {
      let reason = (error as? Failure)?.message ?? error.localizedDescription
      if !hasComplained { problems.append("Your work is not kept: \(reason)") }
      hasComplained = true
    }
    return problems
  }

  /// Writes the submission. Where another window has written to the file meanwhile, nothing there is
  /// written over: what is new here gets a file of its own.
  private func write(
    _ homework: Homework, _ current: inout Current, seconds: Int
  ) throws {
    guard
      var submission = Submission(
        of: homework.session, student: submissions.student, attempt: current.fileNumber,
        seconds: seconds, begun: current.begun)
    else { return }
    if submissions.submission(current.exercise, current.fileNumber) != current.known {
      let isNew =
        submission.entries != current.known?.entries || submission.result != current.known?.result
      guard isNew else { return }
      current.fileNumber = submissions.lastAttempt(current.exercise) + 1
      submission.header.attempt = current.fileNumber
    }
    try submissions.write(submission)
    current.known = submission
  }

  private static func sentence(_ problem: String) -> String {
    problem.prefix(1).uppercased() + problem.dropFirst() + (problem.hasSuffix(".") ? "" : ".")
  }
}
