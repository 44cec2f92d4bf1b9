import Foundation
import Lessons
import Studio

/// The files in which a learner's attempts are kept, to go on with and to hand in: one an attempt.
struct Submissions {
  /// The folder; nil if there is no place for it.
  let folder: String?
  /// Who learns.
  let student: String

  /// About how many seconds of one core may be spent to get back to where an attempt was left.
  static let secondsToContinue = 2

  /// More attempts than anybody begins.
  static let attemptLimit = 1_000_000

  /// Where an attempt is kept.
  func path(_ exercise: String, _ attempt: Int) -> String? {
    folder.map { "\($0)/\(prefix(exercise))\(attempt).jsonl" }
  }

  /// The number of the last attempt that is kept; 0 if none is.
  func lastAttempt(_ exercise: String) -> Int {
    guard let folder, let files = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return 0 }
    let prefix = prefix(exercise)
    return files.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".jsonl") }
      .compactMap { Int($0.dropFirst(prefix.count).dropLast(".jsonl".count)) }
      .filter { $0 < Self.attemptLimit }.max() ?? 0
  }

  /// An attempt that this student left here; nil if there is none that can be read.
  func submission(_ exercise: String, _ attempt: Int) -> Submission? {
    guard let path = path(exercise, attempt), StateFile.exists(path),
      let data = try? FileBytes.read(path, limit: Submission.sizeLimit, tooLarge: "4 MiB")
    else { return nil }
    let submission = try? Submission(Array(data))
    return submission?.header.student == Submission.name(student) ? submission : nil
  }

  /// Keeps an attempt, whole or not at all.
  func write(_ submission: Submission) throws {
    guard let path = path(submission.header.exercise, submission.header.attempt) else {
      throw Failure(
        message: "neither XDG_STATE_HOME nor HOME says where to keep what you do", status: 1)
    }
    let text = submission.text
    guard text.utf8.count <= Submission.sizeLimit,
      submission.entries.count <= Submission.entryLimit,
      text.utf8.split(separator: 10).allSatisfy({ $0.count <= Submission.lineLimit })
    else {
      throw Failure(
        message: "so much was done that it could not be read again; start this exercise over",
        status: 1)
    }
    try UserFolder.create(for: path)
    try StateFile.replace(Array(text.utf8), at: path)
  }

  /// `e3-wake-up-layer-one-anna-`, and for a name with other signs `…-Ann_Lee-1f0c32a9-`: files of a
  /// class in one folder keep apart, whatever the names.
  private func prefix(_ exercise: String) -> String {
    let plain = String(
      student.prefix(40).map { character in
        character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
      })
    // Some file systems take capital letters for small ones.
    let isWhole = plain == student && plain == plain.lowercased()
    let mark = isWhole ? "" : "-" + Digest(of: student).description.prefix(8)
    return "\(exercise)-\(plain)\(mark)-"
  }
}
