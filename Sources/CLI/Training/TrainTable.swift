import Foundation
import Studio

/// What came of a training as a table: names at the left, values at the right.
enum TrainTable {
  /// The lines of the table.
  static func lines(_ report: TrainingReport) -> [String] {
    let rows = report.rows { $0.isNaN ? "nan" : String(format: "%.6g", $0) }
    let nameWidth = rows.map(\.name.count).max() ?? 0
    let valueWidth = rows.map(\.value.count).max() ?? 0
    return rows.map { row in
      row.name
        + String(
          repeating: " ", count: nameWidth - row.name.count + 2 + valueWidth - row.value.count)
        + row.value
    }
  }
}
