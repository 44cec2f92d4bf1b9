/// Which layers have a row where not all of them fit: those around the chosen one, between rows that
/// say how many more there are, and the output last.
struct LayerRows {
  enum Row: Equatable {
    case level(Int)
    /// Hidden layers without a row.
    case rest(Range<Int>)
  }

  let rows: [Row]

  /// - Parameters:
  ///   - count: the levels, the output being the last.
  ///   - limit: the most rows.
  ///   - level: the level that must be seen.
  init(of count: Int, limit: Int, holding level: Int) {
    guard count > limit else {
      rows = (0..<count).map { .level($0) }
      return
    }
    let hidden = max(0, count - 1)
    guard limit >= 4 else {
      // No room to say it: the first ones, where gradients vanish, and the output.
      let all = (0..<max(0, limit - 1)).map { Row.level($0) } + [.level(hidden)]
      rows = Array(all.suffix(max(0, limit)))
      return
    }
    let page = Page(of: hidden, edge: limit - 2, middle: limit - 3, holding: level)
    let start = 0..<page.shown.lowerBound
    let end = page.shown.upperBound..<hidden
    rows =
      (start.isEmpty ? [] : [.rest(start)]) + page.shown.map { .level($0) }
      + (end.isEmpty ? [] : [.rest(end)]) + [.level(hidden)]
  }
}
