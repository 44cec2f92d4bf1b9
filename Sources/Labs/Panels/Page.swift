/// The part that is shown of a row of things too long for its place: all are dealt out to pages, and
/// the page that holds one of them is shown.
///
/// Pages stand still while the choice moves within one, so that what was pressed stays under the
/// pointer.
struct Page: Equatable {
  /// What is shown.
  let shown: Range<Int>
  /// How many things there are.
  let count: Int

  /// - Parameters:
  ///   - count: how many things there are, 0 or more.
  ///   - edge: the most that the first page and the last one hold, which leave out something on one
  ///     side only; less than 1 counts as 1.
  ///   - middle: the most that a page between them holds.
  ///   - index: the thing that must be seen; past an end it is the last one there.
  init(of count: Int, edge: Int, middle: Int, holding index: Int) {
    self.count = max(0, count)
    guard count > 0 else {
      shown = 0..<0
      return
    }
    let (edge, middle) = (max(1, edge), max(1, middle))
    let place = min(max(index, 0), count - 1)
    var start = 0
    var end = min(edge, count)
    while end <= place {
      start = end
      end = count - start <= edge ? count : start + middle
    }
    shown = start..<end
  }

  /// How many there are before those that are shown.
  var before: Int { shown.lowerBound }

  /// How many there are after them.
  var after: Int { count - shown.upperBound }
}
