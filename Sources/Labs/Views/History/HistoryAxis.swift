import Drawing
import Studio

/// Which column of the history shows which epoch.
struct HistoryAxis: Hashable, Sendable {
  /// The first column.
  let x: Int
  /// How many columns there are.
  let width: Int
  /// The last epoch.
  let last: Int

  init(x: Int, width: Int, branches: [BranchSummary]) {
    self.x = x
    self.width = max(1, width)
    last = max(10, branches.map(\.lastEpoch).max() ?? 0)
  }

  /// The column of an epoch.
  func column(of epoch: Int) -> Int {
    let share = Double(min(max(epoch, 0), last)) / Double(last)
    return x + Int((share * Double(width - 1)).rounded())
  }

  /// The epoch in the middle of a column; columns beyond the axis count as its ends.
  func epoch(at column: Int) -> Int {
    let place = min(max(column - x, 0), width - 1)
    return Int((Double(place) / Double(max(1, width - 1)) * Double(last)).rounded())
  }

  /// Draws the numbers of some epochs above the axis.
  func draw(y: Int, on canvas: inout Canvas) {
    let ticks = Ticks(in: 0...Double(last), count: max(2, min(8, width / 10)))
    var free = x
    for (value, label) in zip(ticks.values, ticks.labels) where value.isFinite {
      let labelWidth = columnWidth(label)
      let middle = column(of: Int(min(max(value, 0), 1e15)))
      let start = min(max(middle - labelWidth / 2, free), x + width - labelWidth)
      guard start >= free else { continue }
      canvas.write(label, at: Point(x: start, y: y), style: .dim)
      free = start + labelWidth + 2
    }
  }
}
