import Foundation
import Lessons
import Studio

/// A file that was handed in, and what became of it.
struct GradedFile: Sendable {
  /// Its path below the folder.
  let shown: String
  /// Whose it is and of what; nil where that could not be read.
  let header: Submission.Header?
  /// What became of it.
  let grade: Grade
  /// Whether it is meant as a submission: by its name, or by its first line.
  let isSubmission: Bool
  /// The hash of what was done and when, without answers and hints.
  let deeds: Digest?
  /// How many these are.
  let deedCount: Int

  /// Reads and replays a file.
  init(path: String, shown: String, _ set: ExerciseSet, seconds: Int) {
    self.shown = shown
    let isNamed = shown.lowercased().hasSuffix(".jsonl")
    let submission: Submission
    do {
      submission = try Submission(Self.read(path))
    } catch {
      let problem = error as? SubmissionProblem
      header = problem?.header
      grade = .unreadable(
        problem?.description ?? (error as? Failure)?.message ?? error.localizedDescription)
      isSubmission = isNamed || header != nil
      (deeds, deedCount) = (nil, 0)
      return
    }
    header = submission.header
    isSubmission = true
    let lines = submission.deedLines
    (deeds, deedCount) = (Digest(of: lines.joined(separator: "\n")), lines.count)
    do {
      let item = try set.item(submission.header.exercise)
      grade = Grade(
        submission, at: item.exercise, reference: item.reference, seconds: seconds)
    } catch {
      grade = .unreadable(error.message)
    }
  }

  /// Sorts by student, exercise, attempt and file.
  var order: [String] {
    let attempt = "\(header?.attempt ?? 0)"
    return [
      header?.student ?? "\u{10FFFF}", header?.exercise ?? "",
      String(repeating: "0", count: max(0, 8 - attempt.count)) + attempt, shown,
    ]
  }

  /// The bytes of a file; what is no file does not make anyone wait.
  private static func read(_ path: String) throws -> [UInt8] {
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    guard type != .typeSymbolicLink else { throw Failure(message: "a link is not followed") }
    guard type == .typeRegular else { throw Failure(message: "this is no regular file") }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw Failure(message: "the file can't be read; check its permissions")
    }
    // One byte more, so that a file that is too large is known as such.
    return Array(try file.read(upToCount: Submission.sizeLimit + 1) ?? Data())
  }
}
