import Foundation
import Lessons
import Studio
import Sweeps

/// A sweep as it was asked for: what its file says, and what the command line changes in that.
struct SweepFile {
  let spec: SweepSpec
  /// All that it takes to have the same sweep again, for the first line of a store.
  let header: StoreHeader

  /// The name of the preset that everything begins with, as a command takes it.
  var base: String { Self.located(header.folder, baseName) }
  private let baseName: String

  /// The exercise that everything begins with; nil for a preset.
  var exercise: Exercise? {
    (try? PresetLibrary.ofThisProgram().opening(base))?.exercise
  }

  /// What there is to say about the base; nil where there is nothing.
  var remark: String? {
    guard let exercise, exercise.start.parameters != nil || !exercise.start.frozen.isEmpty else {
      return nil
    }
    return "\(exercise.name): its trials begin with the settings of the exercise alone, and draw"
      + " their weights"
  }

  /// Reads a sweep's file and makes the changes.
  init(path: String, changes: [String]) throws {
    guard Self.isSpec(path) || StateFile.exists(path) else {
      throw Failure(message: "\(path): there is no such file; expected a sweep's YAML file")
    }
    let text = try TextFile.read(path)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    (spec, baseName) = try Self.spec(text, changes, folder: folder, named: path)
    header = StoreHeader(
      program: ProgramVersion.text, spec: text, changes: changes, folder: folder)
  }

  /// The sweep that a store belongs to.
  /// - Parameter path: the store's.
  init(_ header: StoreHeader, ofStore path: String) throws {
    // A store that was brought to another machine may have its tables beside it.
    let own = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let folder = FileBytes.isFolder(header.folder) ? header.folder : own
    (spec, baseName) = try Self.spec(
      header.spec, header.changes, folder: folder, named: "the sweep in \(path)")
    self.header = StoreHeader(
      program: header.program, spec: header.spec, changes: header.changes, folder: folder)
  }

  private static func spec(
    _ text: String, _ changes: [String], folder: String, named name: String
  ) throws -> (SweepSpec, base: String) {
    let library = PresetLibrary.ofThisProgram()
    var base = ""
    let spec: SweepSpec
    do {
      spec = try SweepSpec(yaml: text) { written throws(UnreadableBase) in
        base = written
        do {
          return try library.preset(located(folder, written))
        } catch {
          throw UnreadableBase((error as? Failure)?.message ?? error.localizedDescription)
        }
      }
    } catch {
      throw Failure(message: "\(name):\(error.description)")
    }
    do {
      return (try spec.changed(by: changes), base)
    } catch {
      throw Failure(message: error.description)
    }
  }

  /// A path beside the sweep's file, from wherever the program runs; a preset's name or a link as it is.
  private static func located(_ folder: String, _ base: String) -> String {
    let endings = [".yaml", ".yml", ".csv", ".tsv"]
    let isPath =
      !base.contains("://") && (base.contains("/") || endings.contains { base.hasSuffix($0) })
    guard isPath, !base.hasPrefix("/") else { return base }
    return joined(folder, base)
  }

  /// A table's path from wherever the program runs, where the base has it beside its own file.
  func located(_ table: TableFile) throws -> TableFile {
    guard !table.path.hasPrefix("/") else { return table }
    let path =
      base.contains("/")
      ? base
      : try PresetLibrary.ofThisProgram().items().first { $0.name == base }?.path
        ?? ExerciseLibrary(besidePresets: .ofThisProgram()).items().first { $0.name == base }?.path
    guard let path else { return table }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return TableFile(path: Self.joined(folder, table.path), table: table.table)
  }

  private static func joined(_ folder: String, _ path: String) -> String {
    URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: folder, isDirectory: true))
      .standardizedFileURL.path
  }

  /// Where a sweep's store is if nobody says: beside its file, a share of it by itself.
  static func usualStore(of path: String, _ share: Schedule.Share = .whole) -> String {
    let endings = [".yaml", ".yml"]
    let ending = endings.first { path.hasSuffix($0) } ?? ""
    let part = share == .whole ? "" : ".\(share.number)-of-\(share.count)"
    return path.dropLast(ending.count) + ".sweep\(part).jsonl"
  }

  /// Whether a path is that of a sweep's file, and not of a store.
  static func isSpec(_ path: String) -> Bool { path.hasSuffix(".yaml") || path.hasSuffix(".yml") }
}
