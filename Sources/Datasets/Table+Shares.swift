/// The column that tells for each row whether it is for training, validation or test.
extension Table {
  private static let shareWords = Dataset.Share.allCases.map { "\($0)" }

  /// The row and the column of the first cell that is no share where shares are meant: in a column of
  /// that name that stands last, or has a share as well.
  var strangeShare: (row: Int, column: Int)? {
    guard let column = columns.lastIndex(where: { $0.name == "share" }),
      case .words(let codes, let words) = columns[column].cells
    else { return nil }
    let areShares = words.map(Self.shareWords.contains)
    guard column == columns.count - 1 || areShares.contains(true) else { return nil }
    return codes.firstIndex { $0 >= 0 && !areShares[$0] }.map { ($0, column) }
  }

  /// Why the column of shares does not say what each row is for; nil if it does, or if there is none.
  public var sharesObstacle: String? {
    guard let column = columns.last(where: \.namesShares),
      case .words(let codes, let words) = column.cells
    else { return nil }
    let (directions, others) = (columns.dropLast(2), columns.dropLast())
    let empty = Set(others.flatMap(\.missingRows)).count
    if columns.last?.name != column.name { return "it is not the last column" }
    if !(1...2).contains(directions.count) || directions.contains(where: { $0.numbers == nil }) {
      return "it goes with one or two columns of numbers and a label"
    }
    if rowCount > PointSet.limit || rowCount != sourceCount {
      return "it goes with at most \(min(rowCount, PointSet.limit)) rows"
    }
    let unshared = column.missingRows.count
    if unshared > 0 { return "it is empty in \(Self.rows(unshared))" }
    if empty > 0 { return "other cells are empty in \(Self.rows(empty))" }
    let training = words.firstIndex(of: "\(Dataset.Share.training)")
    return training.map(codes.contains) == true ? nil : "it has no row for training"
  }

  private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}
