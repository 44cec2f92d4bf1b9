import Datasets
import Foundation
import Lessons

/// Reads tables from CSV files, and says in one line why one can't be read.
enum TableReader {
  /// More than a table of a few million rows takes.
  static let sizeLimit = 1 << 30

  /// Whether a path is that of a table, by its ending.
  static func isTable(_ path: String) -> Bool {
    [".csv", ".tsv"].contains { path.lowercased().hasSuffix($0) }
  }

  /// What stands for standard input where a file is expected.
  static let standardInput = "-"

  /// The rows of a file, or of standard input; of a large one as many as are used: always the same
  /// ones.
  static func read(_ path: String) throws -> Table {
    let name = name(of: path)
    let data = try data(path)
    do {
      let table = try CSV.table(Array(data), limit: DataSource.rowLimit)
      if let obstacle = table.obstacle { throw Failure(message: "\(name): \(obstacle)") }
      return table
    } catch let problem as TableProblem {
      throw Failure(message: "\(name):\(problem)")
    }
  }

  /// The table of a file, or of standard input, with its name.
  static func file(_ path: String) throws -> TableFile {
    TableFile(path: name(of: path), table: try read(path))
  }

  /// What a table opens as.
  static func opening(_ path: String) throws -> Opening {
    let file = try file(path)
    do {
      return Opening(preset: try Preset(file), file: file.path)
    } catch {
      throw Failure(message: "\(file.path): \(error)")
    }
  }

  /// What errors call it.
  private static func name(of path: String) -> String {
    path == standardInput ? "standard input" : path
  }

  private static func data(_ path: String) throws -> Data {
    let tooLarge = "1 GiB; a table was expected"
    guard path != standardInput else {
      return try FileBytes.read(
        .standardInput, name: name(of: path), limit: sizeLimit, tooLarge: tooLarge)
    }
    try FileBytes.checkExists(path)
    guard !FileBytes.isFolder(path) else {
      throw Failure(message: "\(path): this is a folder; a CSV file was expected")
    }
    return try FileBytes.read(path, limit: sizeLimit, tooLarge: tooLarge)
  }
}
