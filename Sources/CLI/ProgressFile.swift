import Foundation
import Lessons

/// The file that keeps how far a learner is with each exercise: `progress.json` in
/// `$XDG_STATE_HOME/percept`.
///
/// It is read again before it is written, for another window may have written in the meantime. What
/// Percept does not understand is not for it to write over: then progress lasts as long as the
/// program runs.
struct ProgressFile {
  /// Where it is; nil if there is no place for it.
  let path: String?
  /// How far the learner is, by the exercise's name; of exercises that are not known here, too.
  private(set) var entries: [String: ExerciseProgress] = [:]
  /// Why progress is not kept, in one line; nil if all is well.
  private(set) var problem: String?

  /// Reads the file if there is one; a bad one never keeps anyone from learning.
  init(path: String?) {
    self.path = path
    if path == nil {
      problem = "progress is not kept: neither XDG_STATE_HOME nor HOME says where"
    }
    do {
      entries = try Self.read(path)
    } catch {
      problem = Self.sentence(error)
    }
  }

  /// Notes something of an exercise, here and in the file. If it can't be written, the note is kept
  /// here, and the error says why in one line.
  mutating func note(
    _ name: String, _ change: (inout ExerciseProgress) -> Void
  ) throws {
    var entry = entries[name] ?? ExerciseProgress()
    change(&entry)
    entries[name] = entry
    guard problem == nil, let path else { return }
    do {
      try UserFolder.create(for: path)
      // Another window may have written there since.
      for (other, theirs) in try Self.read(path) {
        entries[other] = entries[other]?.merged(with: theirs) ?? theirs
      }
      try StateFile.replace(Array(ProgressText.text(of: entries).utf8), at: path)
    } catch {
      problem = Self.sentence(error)
      throw Failure(message: Self.sentence(error), status: 1)
    }
  }

  private static func read(_ path: String?) throws -> [String: ExerciseProgress] {
    guard let path, StateFile.exists(path) else { return [:] }
    let text = try TextFile.read(path)
    do {
      return try ProgressText.entries(in: text)
    } catch {
      throw Failure(message: "\(path): \(error.message)")
    }
  }

  private static func sentence(_ error: any Error) -> String {
    "progress is not kept: " + ((error as? Failure)?.message ?? error.localizedDescription)
  }
}
