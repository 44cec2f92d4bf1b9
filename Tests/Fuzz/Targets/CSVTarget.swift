import Datasets

/// Tables with commas, semicolons or tabs.
enum CSVTarget: FuzzTarget {
  static let name = "csv"

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool {
    let table: Table
    do {
      table = try CSV.table(bytes)
      // Of many rows, some are chosen.
      _ = try CSV.table(bytes, limit: 3, seed: 1)
    } catch {
      try Laws.checkMessage(error.description)
      try Laws.checkPlace(line: error.line, column: error.column, in: bytes)
      return false
    }
    let text = CSV.text(of: table)
    do {
      // Names may be numbers, where there were none.
      let again = try CSV.table(Array(text.utf8), hasNames: true)
      try Laws.expect(again == table, "a table changes when it is written: \(text)")
    } catch let problem as TableProblem {
      throw BrokenLaw("a table that was written can't be read: \(problem)\n\(text)")
    } catch let law as BrokenLaw {
      throw law
    } catch {}
    if table.obstacle == nil { _ = TablePoints(table, ColumnChoice()) }
    _ = PointSet(table)
    return true
  }
}
