import Drawing

/// Where table and confusion matrix stand in the metrics panel, and what had to be left out.
struct MetricsLayout {
  let table: TextTable
  /// The rows that the table shows.
  let rows: [MetricsRows.Row]
  /// Where the confusion matrix begins, from the upper left corner; nil if there is none.
  private(set) var confusion: Point?
  /// Whether the matrix has the wide form.
  private(set) var isSpacious = false
  /// What there is no room for, in words.
  let cut: [String]

  /// All that fits, the matrix beside the table before below it, and in the widest form.
  init(inner: Size, rows all: MetricsRows, confusion: ConfusionTable?) {
    let kept = Self.kept(all.rows, limit: inner.height - 1)
    rows = kept
    var cut = all.rows.filter { row in !kept.contains { $0.name == row.name } }.map(\.name)
    if let confusion, cut.isEmpty {
      for isShort in [false, true] {
        let table = Self.table(kept, all.headings, isShort: isShort)
        guard table.width <= inner.width else { continue }
        for isSpacious in [true, false] {
          let size = confusion.size(isSpacious: isSpacious)
          let height = kept.count + 1
          let space = isSpacious ? 4 : 3
          let isBeside =
            table.width + space + size.width <= inner.width && size.height <= inner.height
          guard isBeside || size.width <= inner.width && height + size.height <= inner.height
          else { continue }
          self.table = table
          self.isSpacious = isSpacious
          // A blank row, where there is one more than the matrix and its heading take.
          let gap = height + size.height + 2 <= inner.height ? 1 : 0
          self.confusion =
            isBeside ? Point(x: table.width + space, y: 0) : Point(x: 0, y: height + gap)
          self.cut = []
          return
        }
      }
    }
    let full = Self.table(kept, all.headings, isShort: false)
    let fitted =
      full.width <= inner.width
      ? (table: full, cut: [])
      : Self.table(kept, all.headings, isShort: true).fitted(to: inner.width)
    table = fitted.table
    cut += fitted.cut
    if confusion != nil { cut.append("confusion matrix") }
    self.cut = cut
  }

  private static func kept(_ rows: [MetricsRows.Row], limit: Int) -> [MetricsRows.Row] {
    var kept = rows
    while kept.count > max(1, limit),
      let last = kept.indices.max(by: { kept[$0].priority < kept[$1].priority })
    {
      kept.remove(at: last)
    }
    return kept
  }

  private static func table(
    _ rows: [MetricsRows.Row], _ headings: [MetricsRows.Heading], isShort: Bool
  ) -> TextTable {
    TextTable(
      names: TextTable.Column(
        title: "", width: isShort ? 5 : 10,
        items: rows.map { .init(text: isShort ? $0.shortName : $0.name, style: .dim) }),
      columns: headings.enumerated().map { column, heading in
        TextTable.Column(
          title: isShort ? heading.shortTitle : heading.title,
          width: isShort ? heading.shortWidth : heading.width,
          items: rows.map { row in
            .init(
              text: column < row.numbers.count ? row.numbers[column] : "",
              style: column == 0 && row.note == nil ? .bold : [])
          })
      })
  }
}
