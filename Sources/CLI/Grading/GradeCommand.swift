import ArgumentParser
import Foundation
import Studio

/// `percept grade FOLDER`: what became of every submission in a folder.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Replay the submissions in a folder and tell which pass.",
    discussion: """
      Every file below FOLDER is read, whatever its name; “percept learn” tells where it writes the \
      submissions that learners hand in. A submission is a log: it is replayed from the start of \
      the exercise, with the same engine to the last bit, and what comes of it is compared with what \
      it claims. Nothing in it is executed, and one that can't be read does not stop the others.

      pass        the replay passes the exercise
      fail        the replay agrees with the submission, and something is still missing
      tampered    the replay does not give what is claimed, something was done that the exercise \
      locks, or it is another exercise or version
      unreadable  there is nothing to replay; the reason names the line

      What it proves: these actions, in this order, at this exercise, give this result; predictions \
      were made before the first step. What it can't prove: who pressed the keys, that no script \
      wrote the log, and how long it took, for the minutes are the learner's own clock's.

      Status: 0 when graded, whatever the verdicts; 2 for bad usage or a folder without submissions.

      Examples:
        percept grade handed-in
        percept grade handed-in --csv > grades.csv
        percept grade handed-in --exercises my-set
      """)

  @Argument(
    help: ArgumentHelp("The folder of the submissions.", valueName: "folder"),
    completion: .directory)
  var folder: String

  @Flag(help: "Print CSV for a spreadsheet instead of a table.")
  var csv = false

  @Flag(help: "Print JSON instead of a table.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Where the exercises are; those that come with the program if not given.",
      valueName: "folder"), completion: .directory)
  var exercises: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "About how many seconds of one core a submission may take.", valueName: "seconds"),
    transform: WrittenNumber.whole(1...86_400))
  var limit = 10

  @OptionGroup
  var talk: TalkOptions

  func validate() throws {
    guard !csv || !json else { throw ValidationError("--csv and --json exclude each other") }
  }

  func run() throws {
    let set = ExerciseSet(folder: try exercises ?? Self.usualFolder())
    guard FileBytes.isFolder(set.folder) else {
      throw Failure(message: "\(set.folder): there is no such folder of exercises")
    }
    let files = try SubmissionFolder(path: folder).files()
    let limit = limit
    let all = Cores.map(files) { GradedFile(path: $0.path, shown: $0.shown, set, seconds: limit) }
    let graded = all.filter(\.isSubmission).sorted { $0.order.lexicographicallyPrecedes($1.order) }
    guard !graded.isEmpty else {
      let found =
        files.isEmpty
        ? "no file" : "none among \(files.count) file\(files.count == 1 ? "" : "s")"
      throw Failure(
        message: "\(folder): submissions that learners handed in were expected, found \(found)")
    }
    let text =
      if csv {
        GradeColumns.csv(graded)
      } else if json {
        GradeColumns.json(graded)
      } else {
        GradeColumns.table(graded)
      }
    try Output.write(text)
    for line in GradeSummary(graded, others: all.filter { !$0.isSubmission }.map(\.shown)).lines {
      talk.say(line)
    }
  }

  /// The folder of the exercises that come with the program.
  static func usualFolder() throws -> String {
    guard let folder = PresetLibrary.ofThisProgram().folder else {
      throw Failure(
        message: "no exercises were found; --exercises says where they are")
    }
    return folder + "/exercises"
  }
}
