import Datasets
import Foundation
import Labs
import Lessons

/// The presets that come with the program, wherever it was built or installed.
struct PresetLibrary {
  /// A preset's file.
  struct Item: Equatable {
    /// The file's name without number and ending: `circle`.
    let name: String
    /// Where the file is.
    let path: String
  }

  /// The folder they are in; nil if there is none.
  let folder: String?

  /// The folder that `PERCEPT_PRESETS` names, or else the first that exists: beside the program, as
  /// in an installation (`../share/percept/presets`) or a clone (`presets` in a folder above);
  /// in a debug build, where the program was built.
  init(executable: String, environment: [String: String]) {
    if let named = environment["PERCEPT_PRESETS"], !named.isEmpty {
      folder = named
      return
    }
    var candidates: [String] = []
    let program = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
    var above = program.deletingLastPathComponent()
    candidates.append(
      above.deletingLastPathComponent().appendingPathComponent("share/percept/presets").path)
    while above.path != "/" {
      if FileManager.default.fileExists(atPath: above.appendingPathComponent("Package.swift").path)
      {
        candidates.append(above.appendingPathComponent("presets").path)
      }
      above.deleteLastPathComponent()
    }
    #if DEBUG
      // Not in a program that is handed on: whoever has a folder of that name elsewhere is not asked.
      let source = URL(fileURLWithPath: #filePath)
      candidates.append(
        source.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
          .appendingPathComponent("presets").path)
    #endif
    folder = candidates.first(where: FileBytes.isFolder)
  }

  /// Where the running program is.
  static var program: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? Bundle.main.executablePath ?? CommandLine.arguments[0]
  }

  /// The library of the running program.
  static func ofThisProgram() -> PresetLibrary {
    PresetLibrary(
      executable: program, environment: ProcessInfo.processInfo.environment)
  }

  /// Every preset, in the order of the files' numbers.
  func items() throws -> [Item] {
    guard let folder else {
      throw Failure(
        message: "no presets were found; set PERCEPT_PRESETS to the folder that holds them")
    }
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Failure(
        message: "\(folder): the folder of presets can't be read; see PERCEPT_PRESETS")
    }
    return files.filter { $0.hasSuffix(".yaml") }.sorted().map { file in
      let stem = file.dropLast(".yaml".count)
      let name = stem.drop { $0.isNumber }
      return Item(
        name: String(name.first == "-" ? name.dropFirst() : stem), path: folder + "/" + file)
    }
  }

  /// What the palette of commands offers: each preset with its title, which is found without reading
  /// the rest of the file, for nobody waits for it at the start.
  var entries: [LibraryEntry] {
    ((try? items()) ?? []).map { item in
      let text = (try? TextFile.read(item.path)) ?? ""
      let line = text.split(separator: "\n").first { $0.hasPrefix("title:") }
      let title = line.map { $0.dropFirst("title:".count).trimmingCharacters(in: .whitespaces) }
      return LibraryEntry(name: item.name, title: title ?? item.name)
    }
  }

  /// The preset of a name, in the file of that path or in a link, and what there is to say about it.
  func opening(_ argument: String) throws -> Opening {
    guard PlaygroundLink.isAddress(argument) else {
      if let exercise = try exercise(argument) {
        let remark =
          "Free play from the start of \(exercise.label); its task: percept learn \(exercise.name)"
        return Opening(preset: exercise.preset, remarks: [remark], exercise: exercise)
      }
      return TableReader.isTable(argument)
        ? try TableReader.opening(argument) : Opening(preset: try file(argument))
    }
    do {
      let link = try PlaygroundLink(argument)
      return Opening(preset: link.preset, remarks: link.remarks)
    } catch {
      throw Failure(message: error.description)
    }
  }

  /// The same, to begin with as it is: where settings may follow, they may mend what doesn't go together.
  func openingAsItIs(_ argument: String) throws -> Opening {
    let opening = try opening(argument)
    try StartOptions.check(opening.preset)
    return opening
  }

  /// The preset of a name, in the file of that path or in a link.
  func preset(_ argument: String) throws -> Preset { try opening(argument).preset }

  /// The preset of a name, or in the file of that path.
  private func file(_ argument: String) throws -> Preset {
    if argument.hasSuffix(".yaml") || argument.hasSuffix(".yml") || argument.contains("/") {
      return try Self.read(argument)
    }
    let items = try items()
    guard let item = items.first(where: { $0.name == argument }) else {
      throw Failure(
        message: "there is no preset “\(argument)”; expected a YAML file, a CSV file or one of "
          + items.map(\.name).joined(separator: ", ")
          + (hasExercises ? ", or an exercise that “percept learn” lists" : "")
          + suggestion(
            for: argument.lowercased(), among: items.map(\.name) + Misuse.commandNames))
    }
    return try Self.read(item.path)
  }

  /// Whether there are exercises beside the presets.
  private var hasExercises: Bool {
    (try? ExerciseLibrary(besidePresets: self).items().isEmpty) == false
  }

  /// The exercise that an argument names, whose start can be played with like a preset; nil where it
  /// names a preset, a file without a task, or nothing.
  private func exercise(_ argument: String) throws -> Exercise? {
    if TableReader.isTable(argument) { return nil }
    if argument.hasSuffix(".yaml") || argument.hasSuffix(".yml") || argument.contains("/") {
      guard Exercise.isExercise(yaml: try TextFile.read(argument)) else { return nil }
      return try ExerciseFile.read(argument)
    }
    guard !(try items().contains { $0.name == argument }) else { return nil }
    let exercises = (try? ExerciseLibrary(besidePresets: self).items()) ?? []
    let found = ExerciseLibrary.named(argument.lowercased(), among: exercises)
    return found.count == 1 ? try ExerciseFile.read(found[0].path) : nil
  }

  /// The preset of a file. A table that it names is looked for beside it.
  static func read(_ path: String) throws -> Preset {
    let text = try TextFile.read(path)
    do {
      return try Preset(yaml: text) { name throws(UnreadableTable) in
        try readTable(name, beside: path)
      }
    } catch {
      throw Failure(message: "\(path):\(error.description)")
    }
  }

  /// The table that a file names, which is looked for beside that file.
  static func readTable(_ name: String, beside path: String) throws(UnreadableTable) -> Table {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      return try TableReader.read(URL(fileURLWithPath: name, relativeTo: folder).path)
    } catch let failure as Failure {
      throw UnreadableTable(failure.message)
    } catch {
      throw UnreadableTable("\(name): the file can't be read")
    }
  }
}
