import Datasets
import Drawing

/// Where everything of the network stands in its panel.
struct NetworkLayout {
  /// The panel without its box.
  let inner: Rectangle
  /// Cells of a unit's map; twice as wide as high, which is square on the screen.
  let tile: Size
  /// Columns for the names of the inputs.
  let featureLabelWidth = 6

  private let hidden: [Int]
  private let outputs: Int
  /// Rows for tiles: all but the last, which holds the counts.
  private let rows: Int

  init(inner: Rectangle, hidden: [Int], outputs: Int) {
    self.inner = inner
    self.hidden = hidden
    self.outputs = outputs
    rows = max(0, inner.height - 1)
    let most = max(hidden.max() ?? 1, outputs, Feature.allCases.count)
    let pitch = rows / max(1, most)
    // The largest tile that leaves a row between two units, if it can, and columns for the lines.
    let span = inner.width - featureLabelWidth - 5
    let height =
      (1...4).last { height in
        let step = (span - 2 * height) / (hidden.count + 1)
        return height <= max(1, pitch - 1) && step - 2 * height >= 4
      } ?? 1
    tile = Size(width: 2 * height, height: height)
  }

  /// Columns between the tiles of neighbouring levels, for the lines.
  var gutter: Int { tile(level: 0, unit: 0).x - featureTile(0).maxX }

  /// Whether there is room for anything.
  var isDrawable: Bool { inner.width >= 24 && rows >= Feature.allCases.count }

  /// The middle row of an input's slot.
  func featureRow(_ slot: Int) -> Int { centre(of: slot, among: Feature.allCases.count) }

  /// The map of an input.
  func featureTile(_ slot: Int) -> Rectangle {
    rectangle(x: inner.x + 3 + featureLabelWidth + 1, centre: featureRow(slot))
  }

  /// The map of a unit; levels are the hidden layers, then the output.
  func tile(level: Int, unit: Int) -> Rectangle {
    let first = inner.x + 3 + featureLabelWidth + 1
    let last = inner.maxX - tile.width - 1
    let step = Double(last - first) / Double(hidden.count + 1)
    let x = first + Int((step * Double(level + 1)).rounded())
    let count = level < hidden.count ? hidden[level] : outputs
    return rectangle(x: x, centre: centre(of: unit, among: count))
  }

  private func rectangle(x: Int, centre: Int) -> Rectangle {
    Rectangle(
      x: x, y: min(max(inner.y, centre - tile.height / 2), inner.y + rows - tile.height),
      width: tile.width, height: tile.height)
  }

  private func centre(of index: Int, among count: Int) -> Int {
    inner.y + Int((Double(rows) * (Double(index) + 0.5) / Double(max(1, count))).rounded(.down))
  }
}
