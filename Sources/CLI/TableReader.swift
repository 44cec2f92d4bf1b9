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

  /// The rows of a file, of a large one as many as are used: always the same ones.
  static func read(_ path: String) throws -> Table {
    try FileBytes.checkExists(path)
    guard !FileBytes.isFolder(path) else {
      throw Failure(message: "\(path): this is a folder; a CSV file was expected")
    }
    let data = try FileBytes.read(path, limit: sizeLimit, tooLarge: "1 GiB; a table was expected")
    do {
      let table = try CSV.table(Array(data), limit: DataSource.rowLimit)
      if let obstacle = table.obstacle { throw Failure(message: "\(path): \(obstacle)") }
      return table
    } catch let problem as TableProblem {
      throw Failure(message: "\(path):\(problem)")
    }
  }

  /// The preset that a table opens as.
  static func preset(_ path: String) throws -> Preset {
    let file = TableFile(path: path, table: try read(path))
    do {
      return try Preset(file)
    } catch {
      throw Failure(message: "\(path): \(error)")
    }
  }
}
