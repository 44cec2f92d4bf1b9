/// The rows of one column of the network's picture: every unit in a row of its own, or as many as
/// fit, with a row above and below that says how many more there are.
struct NetworkColumn {
  /// The units that have a row.
  let page: Page
  private let top: Int
  private let rows: Int

  /// - Parameters:
  ///   - count: the units of the column.
  ///   - top: its first row.
  ///   - rows: how many rows it has.
  ///   - index: a unit that must be seen.
  init(of count: Int, top: Int, rows: Int, holding index: Int) {
    self.top = top
    self.rows = max(0, rows)
    page =
      count <= rows
      ? Page(of: count, edge: count, middle: count, holding: index)
      : Page(of: count, edge: rows - 1, middle: rows - 2, holding: index)
  }

  /// The row that says what is left out above; nil if nothing is, or there is no row for it.
  var rowBefore: Int? { page.before > 0 && rows >= 2 ? top : nil }

  /// The row that says what is left out below.
  var rowAfter: Int? {
    page.after > 0 && rows >= (rowBefore == nil ? 2 : 3) ? top + rows - 1 : nil
  }

  /// Whether there is no row between two units.
  var isDense: Bool { !page.shown.isEmpty && rows < 2 * page.shown.count }

  /// The middle row of a unit; nil if it is not shown.
  func row(of index: Int) -> Int? {
    guard page.shown.contains(index) else { return nil }
    let (before, after) = (rowBefore == nil ? 0 : 1, rowAfter == nil ? 0 : 1)
    let room = Double(rows - before - after)
    let place = (Double(index - page.before) + 0.5) / Double(page.shown.count)
    return top + before + Int((room * place).rounded(.down))
  }
}
