import Engine
import Studio

/// The rows of the table of parameters, made one by one as they are seen.
struct TableRows {
  /// A row: a parameter, or the heading of a level.
  enum Row: Equatable {
    case level(Int)
    case parameter(Int)
  }

  private let network: Network
  /// The places in their order; nil for the network's own, in which levels have headings.
  private let sorted: [Int]?
  /// The first row of each level, its heading.
  private let starts: [Int]

  /// All rows of a session in an order.
  init(_ session: Session, sorted: [Int]? = nil) {
    network = session.trainer.network
    self.sorted = sorted
    var start = 0
    starts = network.levels.map { level in
      defer { start += 1 + level.parameters.count }
      return start
    }
  }

  /// How many rows there are.
  var count: Int { sorted?.count ?? network.parameterCount + network.levels.count }

  /// What is in a row; nil outside.
  subscript(row: Int) -> Row? {
    guard row >= 0, row < count else { return nil }
    if let sorted { return .parameter(sorted[row]) }
    guard let number = starts.lastIndex(where: { $0 <= row }) else { return nil }
    let offset = row - starts[number] - 1
    guard offset >= 0 else { return .level(number) }
    let level = network.levels[number]
    // Unit by unit: its weights, then its bias and its part of a normalisation.
    let matrix = level.units * level.columns
    let others = (level.parameters.count - matrix) / max(1, level.units)
    let (unit, place) = offset.quotientAndRemainder(dividingBy: max(1, level.columns + others))
    return .parameter(
      place < level.columns
        ? level.weights + unit * level.columns + place
        : level.weights + matrix + (place - level.columns) * level.units + unit)
  }

  /// The row of a parameter; nil if there is none.
  func row(of index: Int) -> Int? {
    if let sorted { return sorted.firstIndex(of: index) }
    guard let place = network.place(ofParameter: index) else { return nil }
    let level = network.levels[place.unit.level]
    let matrix = level.units * level.columns
    let others = (level.parameters.count - matrix) / max(1, level.units)
    let offset = index - level.weights
    let within =
      offset < matrix
      ? offset % max(1, level.columns) : level.columns + (offset - matrix) / level.units
    return starts[place.unit.level] + 1 + place.unit.unit * (level.columns + others) + within
  }

  /// The first parameter row at or after a row, going up or down; nil at the end.
  func parameter(from row: Int, step: Int) -> Int? {
    var row = row
    while let found = self[row] {
      if case .parameter(let index) = found { return index }
      row += step
    }
    return nil
  }
}
