import Drawing

/// Rows of numbers below headings; columns keep their places while the numbers change.
struct TextTable {
  /// What stands in one place.
  struct Item {
    var text: String
    var color = Color.standard
    var style: Style = []
  }

  /// A column: its heading, its width with the gap before it, and what stands below.
  struct Column {
    let title: String
    let width: Int
    let items: [Item]
    /// Whether it says half of something without the next one.
    var needsNext = false
  }

  /// The names of the rows, at the left.
  let names: Column
  /// The numbers, flush right, the most important columns first.
  let columns: [Column]

  /// Columns that all of it takes.
  var width: Int { columns.reduce(names.width) { $0 + $1.width } }

  /// The same with as many columns as there is room for, and the headings of the others.
  func fitted(to room: Int) -> (table: TextTable, cut: [String]) {
    var used = names.width
    var shown = columns.prefix { column in
      used += column.width
      return used <= room
    }
    if shown.count < columns.count { while shown.last?.needsNext == true { shown.removeLast() } }
    return (
      TextTable(names: names, columns: Array(shown)),
      columns.dropFirst(shown.count).map { $0.title.filter { $0 != " " } }
    )
  }

  /// Draws the headings and as many rows as there are below them.
  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    canvas.write(
      names.title, at: Point(x: area.x, y: area.y), style: .dim,
      maxWidth: min(names.width, area.width))
    for (row, name) in names.items.prefix(area.height - 1).enumerated() {
      canvas.write(
        name.text, at: Point(x: area.x, y: area.y + 1 + row), foreground: name.color,
        style: name.style, maxWidth: min(names.width, area.width))
    }
    var end = area.x + names.width
    for column in columns {
      end += column.width
      guard end <= area.maxX else { return }
      write(Item(text: column.title, style: .dim), column, end, area.y, on: &canvas)
      for (row, item) in column.items.prefix(area.height - 1).enumerated() {
        write(item, column, end, area.y + 1 + row, on: &canvas)
      }
    }
  }

  private func write(
    _ item: Item, _ column: Column, _ end: Int, _ y: Int, on canvas: inout Canvas
  ) {
    let width = min(columnWidth(item.text), column.width)
    canvas.write(
      item.text, at: Point(x: end - width, y: y), foreground: item.color, style: item.style,
      maxWidth: width)
  }
}

/// What a panel has no room for, for its lower edge; empty if that is nothing.
func cutNote(_ names: [String], room: Int) -> String {
  guard !names.isEmpty else { return "" }
  let list = names.joined(separator: ", ")
  return columnWidth("not shown: " + list) <= room ? "not shown: " + list : "cut: " + list
}

/// A number for a column of seven cells: four decimals where that says something, and a power of ten
/// where it does not; a dash if it is not a number.
func tabular(_ number: Double) -> String {
  guard !number.isNaN else { return "–" }
  let size = abs(number)
  if size > 0 && size < 0.001 || size.isFinite && size >= 100_000 {
    return format(number, scientificDigits: 2)
  }
  return format(number, decimals: size < 10 ? 4 : size < 1000 ? 1 : 0)
}
