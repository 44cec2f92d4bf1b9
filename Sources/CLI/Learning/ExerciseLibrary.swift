import Foundation
import Labs
import Lessons

/// The exercises in a folder: those that come with the program, or a teacher's.
struct ExerciseLibrary {
  /// An exercise's file.
  struct Item: Equatable {
    /// The file's name without its ending.
    let name: String
    let path: String
  }

  /// The folder; nil if there is none.
  let folder: String?

  /// Those of a folder.
  init(folder: String?) { self.folder = folder }

  /// Those that come with the presets.
  init(besidePresets library: PresetLibrary) {
    self.init(folder: library.folder.map { $0 + "/exercises" })
  }

  /// Every file, numbers in names in the order of their values: e9 before e10.
  func items() throws -> [Item] {
    guard let folder, FileBytes.isFolder(folder) else {
      throw Failure(
        message: (folder ?? "presets/exercises")
          + ": there is no folder of exercises; --exercises names another one")
    }
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Failure(message: "\(folder): the folder of exercises can't be read")
    }
    return files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
      .map { Item(name: String($0.dropLast(".yaml".count)), path: folder + "/" + $0) }
      .sorted { $0.name.compare($1.name, options: .numeric) == .orderedAscending }
  }

  /// What there is to list: the exercises in the order of the course, then files with mistakes.
  func entries() throws -> [ExerciseEntry] {
    var exercises: [Exercise] = []
    var broken: [ExerciseEntry] = []
    for item in try items() {
      do {
        exercises.append(try ExerciseFile.read(item.path))
      } catch {
        // The folder is told elsewhere; what counts is the place in the file.
        let problem =
          error.message.hasPrefix(item.path)
          ? item.name + ".yaml" + error.message.dropFirst(item.path.count) : error.message
        broken.append(ExerciseEntry(brokenFile: item.name, problem: problem))
      }
    }
    // The sort keeps the order of names within a part of the course.
    let sorted = Chapter.allCases.flatMap { chapter in exercises.filter { $0.chapter == chapter } }
    return sorted.map { ExerciseEntry($0) } + broken
  }

  /// The exercises whose name or short name a word is, as `e3` is that of `e3-wake-up-layer-one`.
  static func named(_ word: String, among items: [Item]) -> [Item] {
    let whole = items.filter { $0.name == word }
    return whole.isEmpty && !word.isEmpty ? items.filter { $0.name.hasPrefix(word + "-") } : whole
  }

  /// The exercise of a name, of the beginning of one name alone, or in the file of that path.
  func exercise(_ argument: String) throws -> Exercise {
    guard !argument.isEmpty else {
      throw Failure(message: "an exercise's name was expected, not “”; “percept learn” lists them")
    }
    if argument.hasSuffix(".yaml") || argument.hasSuffix(".yml") || argument.contains("/") {
      guard Exercise.isExercise(yaml: try TextFile.read(argument)) else {
        // A file with mistakes is no preset either.
        _ = try PresetLibrary.read(argument)
        throw Failure(
          message: "\(argument): this is a preset without a task; “percept \(argument)” opens it")
      }
      return try ExerciseFile.read(argument)
    }
    let items = try items()
    let wanted = argument.lowercased()
    // The short name goes before other beginnings: e1 is e1-…, not e10-….
    let named = Self.named(wanted, among: items)
    let found = named.isEmpty ? items.filter { $0.name.hasPrefix(wanted) } : named
    switch found.count {
    case 1: return try ExerciseFile.read(found[0].path)
    case 0:
      throw Failure(
        message: "there is no exercise “\(argument)”; “percept learn” lists them"
          + suggestion(for: wanted, among: items.map(\.name)))
    default:
      throw Failure(
        message: "“\(argument)” is the beginning of several: "
          + found.map(\.name).joined(separator: ", "))
    }
  }
}
