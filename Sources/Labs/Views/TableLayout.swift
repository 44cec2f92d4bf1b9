/// Which columns of the table have room, and where.
struct TableLayout {
  /// Columns with their first cell and their width, from the left.
  let columns: [(column: TableColumn, start: Int, width: Int)]
  /// Where the bar of the chosen column starts.
  let barStart: Int
  /// Its cells; 0 without room.
  let barWidth: Int
  /// Whether there are columns without room.
  let isCut: Bool
  /// Whether names are short.
  let isShort: Bool

  /// Cells of a number and the gap before it.
  private static let numberWidth = 9
  /// Cells before the name, for marks.
  static let markWidth = 2

  init(width: Int, column: TableColumn, moments: [String]) {
    let numbers = Array(TableColumn.all(momentCount: moments.count).dropFirst())
    isShort = width < 56
    let nameWidth = min(isShort ? 18 : 26, max(4, width - Self.markWidth - Self.numberWidth - 2))
    // One cell stays free at the right edge, for the scroll bar.
    let room = width - Self.markWidth - nameWidth - 1
    let fitting = min(numbers.count, max(0, room / Self.numberWidth))
    let chosen = numbers.firstIndex(of: column) ?? 0
    let first = min(max(0, chosen - fitting + 1), max(0, numbers.count - fitting))
    isCut = fitting < numbers.count
    let left = Self.markWidth + nameWidth
    columns =
      [(.place, Self.markWidth, nameWidth)]
      + (0..<fitting).map {
        (numbers[first + $0], left + $0 * Self.numberWidth + 1, Self.numberWidth - 1)
      }
    barStart = left + fitting * Self.numberWidth + 2
    let free = width - barStart - 2
    barWidth = free >= 8 ? min(free, 40) : 0
  }
}
