import Drawing
import Engine
import Studio

/// Where the inputs and units of a network stand in a figure.
///
/// The first column is the inputs, then the levels. Of columns too long to be seen the first units are
/// shown, of networks too deep the first and the last levels.
struct FigureNetworkLayout {
  /// A column: a level by its number, the inputs being −1, and how many of its units are shown.
  struct Column {
    let level: Int
    let count: Int
    let shown: Int
    let x: Double
  }

  /// Pixels of a unit's map, a whole number.
  let tile: Double
  let columns: [Column]
  /// Levels that are left out after the first half of the columns; none if empty.
  let left: Range<Int>
  private let box: PixelBox

  /// Pixels that a unit takes at least.
  private static let leastPitch = 7.0

  /// - Parameters:
  ///   - counts: how many inputs there are, then units of each level.
  ///   - largest: the most pixels of a map.
  init(counts: [Int], in box: PixelBox, largest: Double) {
    self.box = box
    let room = max(3, Int(box.width / 22))
    var levels = Array(counts.indices)
    var left = 0..<0
    if levels.count > room {
      let first = room - room / 2
      left = first - 1..<counts.count - room / 2 - 1
      levels = Array(levels[..<first] + levels[(counts.count - room / 2)...])
    }
    self.left = left
    let most = max(1, Int(box.height / Self.leastPitch))
    let shown = levels.map { counts[$0] <= most ? counts[$0] : max(1, most - 2) }
    let rows = Double(max(1, shown.max() ?? 1))
    let gaps = Double(max(1, levels.count - 1))
    let across = box.width / (gaps * 2.05 + 1)
    tile = max(3, min(largest, box.height / rows * 0.8, across).rounded(.down))
    let (step, start) = ((box.width - tile) / gaps, box.x)
    columns = levels.enumerated().map { place, level in
      Column(
        level: level - 1, count: counts[level], shown: shown[place],
        x: (start + step * Double(place)).rounded())
    }
  }

  /// Pixels between the maps of two columns.
  var gap: Double { columns.count > 1 ? columns[1].x - columns[0].x - tile : box.width }

  /// The map of a unit, or of an input in level −1; nil if it is not shown.
  func tile(level: Int, unit: Int) -> PixelBox? {
    guard let column = columns.first(where: { $0.level == level }), unit < column.shown else {
      return nil
    }
    let rows = Double(column.shown)
    // Columns of few units do not spread over the whole height.
    let pitch = min(box.height / rows, tile * 1.75)
    let y = box.y + box.height / 2 + (Double(unit) - (rows - 1) / 2) * pitch - tile / 2
    return PixelBox(x: column.x, y: y.rounded(), width: tile, height: tile)
  }
}
