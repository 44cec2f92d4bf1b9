import Foundation
import Lessons
import Studio
import Synchronization

/// The exercises of a folder, each read when it is first asked for, from whatever thread.
final class ExerciseSet: Sendable {
  /// An exercise, with what takes time to find out about it.
  struct Item: Sendable {
    let exercise: Exercise
    /// What its relative goals compare with; nil where none does.
    let reference: StartReference?
  }

  /// The folder of the files `<name>.yaml`.
  let folder: String
  private let items = Mutex<[String: Result<Item, Failure>]>([:])

  init(folder: String) { self.folder = folder }

  /// The exercise of a name; the error says why there is none.
  func item(_ name: String) throws(Failure) -> Item {
    // While one thread reads an exercise, the others wait: mostly they want the same.
    let result = items.withLock { items in
      if let known = items[name] { return known }
      let result = Result { () throws(Failure) in try read(name) }
      items[name] = result
      return result
    }
    return try result.get()
  }

  /// The paths of all files, in alphabetical order.
  func paths() throws(Failure) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Failure(message: "\(folder): the folder of exercises can't be read")
    }
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
      .map { folder + "/" + $0 }
  }

  private func read(_ name: String) throws(Failure) -> Item {
    // A name comes from a submission: it must not lead out of the folder.
    guard ExerciseFile.isName(name) else {
      throw Failure(message: "“\(name)” is no name of an exercise")
    }
    let path = folder + "/" + name + ".yaml"
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(message: "there is no exercise “\(name)” in \(folder)")
    }
    let exercise = try ExerciseFile.read(path)
    return Item(exercise: exercise, reference: StartReference(exercise))
  }
}
