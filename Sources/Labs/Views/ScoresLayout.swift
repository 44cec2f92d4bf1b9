import Drawing

/// Which pages stand where: one in a small place, side by side in a large one.
struct ScoresLayout {
  /// The row of shares and classes.
  let header: Rectangle
  /// The pages that are shown, each with its place.
  let tiles: [(page: ScoresPage, area: Rectangle)]
  /// What stands below them: the threshold and what it makes, or the numbers of the shares.
  let footer: Rectangle

  /// A page in less than this is no use beside another.
  private static let smallest = Size(width: 36, height: 16)

  /// - Parameter footerRows: rows that the footer would like.
  init(in inner: Rectangle, pages: [ScoresPage], current: Int, footerRows: Int) {
    let hasHeader = inner.height >= 5
    let (top, rest) = inner.splitTop(hasHeader ? 1 : 0)
    header = top
    let rows = rest.height >= footerRows + 8 ? footerRows : 0
    let (body, bottom) = rest.splitTop(rest.height - rows)
    footer = bottom
    let across = max(1, body.width / Self.smallest.width)
    let down = max(1, body.height / Self.smallest.height)
    let count = min(pages.count, across * down)
    // From the current page on, unless all are shown: then each keeps its place.
    let shown = (0..<count).map { pages[(count == pages.count ? $0 : current + $0) % pages.count] }
    tiles = Self.places(count, in: body, across: across, down: down).enumerated().map {
      (shown[$0.offset], $0.element)
    }
  }

  /// Places that are as nearly square as can be, row by row.
  private static func places(
    _ count: Int, in body: Rectangle, across: Int, down: Int
  ) -> [Rectangle] {
    func oddness(_ columns: Int) -> Double {
      let rows = (count + columns - 1) / columns
      // A cell is twice as high as wide.
      let width = Double(body.width) / Double(columns)
      let height = 2 * Double(max(1, body.height)) / Double(rows)
      // A row with fewer pages than the others looks left over.
      let isUneven = count % columns != 0
      return max(width / height, height / max(1, width)) * (isUneven ? 2 : 1)
    }
    let choices = (1...max(1, across)).filter { ($0 <= count) && (count + $0 - 1) / $0 <= down }
    let columns = choices.min { oddness($0) < oddness($1) } ?? 1
    let rows = (count + columns - 1) / columns
    return (0..<count).map { index in
      let row = index / columns
      let inRow = min(columns, count - row * columns)
      let column = index % columns
      let x = body.x + column * body.width / inRow
      let y = body.y + row * body.height / rows
      let end = body.x + (column + 1) * body.width / inRow
      return Rectangle(
        x: x, y: y, width: end - x - (column + 1 < inRow ? 1 : 0),
        height: body.y + (row + 1) * body.height / rows - y)
    }
  }
}
