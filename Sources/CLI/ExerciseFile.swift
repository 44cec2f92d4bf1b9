import Foundation
import Lessons

/// A file of an exercise.
enum ExerciseFile {
  /// The exercise of a file. A table that it names is looked for beside it.
  static func read(_ path: String) throws(Failure) -> Exercise {
    let stem = name(of: path)
    guard isName(stem), path.hasSuffix(".yaml") else {
      throw Failure(
        message: "\(path): an exercise's file has a name of at most 60 small letters, digits and"
          + " hyphens, and ends in .yaml, as in a6-my-lesson.yaml")
    }
    do {
      let text = try TextFile.read(path)
      return try Exercise(yaml: text, name: stem) { table throws(UnreadableTable) in
        try PresetLibrary.readTable(table, beside: path)
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(message: "\(path):\(error)")
    }
  }

  /// The exercise's name: that of the file without folder and ending.
  static func name(of path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }

  /// Whether a text is an exercise's name: small letters, digits and hyphens.
  static func isName(_ text: String) -> Bool {
    (1...60).contains(text.utf8.count)
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }
}
