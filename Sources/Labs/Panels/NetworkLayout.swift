import Datasets
import Drawing

/// Where everything of the network stands in its panel.
struct NetworkLayout {
  /// The panel without its box.
  let inner: Rectangle
  /// Cells of a unit's map.
  let tile: Size
  /// The inputs that have a place, from the top.
  let slots: [Feature]
  /// Cells of an input's map.
  let featureTileSize: Size
  /// Columns for the names of the inputs.
  let featureLabelWidth: Int

  private let hidden: [Int]
  private let outputs: Int
  /// Rows for tiles: all but the last, which holds the counts.
  private let rows: Int

  /// - Parameters:
  ///   - features: the inputs that are switched on; the standard ones have a place as well while
  ///     there is room for all.
  ///   - focused: an input that needs a place too.
  init(
    inner: Rectangle, hidden: [Int], outputs: Int, features: [Feature], focused: Feature? = nil
  ) {
    self.inner = inner
    self.hidden = hidden
    self.outputs = outputs
    rows = max(0, inner.height - 1)
    let formulas = features.filter(\.isFormula)
    let wanted = features + [focused].compactMap { $0 }
    slots =
      Feature.allCases.count + formulas.count <= rows
      ? Feature.allCases + formulas
      : Feature.ordered(Feature.allCases.filter(wanted.contains) + formulas)
    let longest = formulas.map { columnWidth($0.title) }.max() ?? 0
    featureLabelWidth = min(max(6, longest), max(6, inner.width / 5))
    // The largest map that leaves a row between two units, if it can, and columns for the lines;
    // twice as wide as high, or a little wider where there is room for no more rows.
    let pitch = rows / max(1, max(hidden.max() ?? 1, outputs, 1))
    let span = inner.width - featureLabelWidth - 5
    func gutter(_ width: Int) -> Int { (span - width) / (hidden.count + 1) - width }
    let height = (1...4).last { $0 <= max(1, pitch - 1) && gutter(2 * $0) >= 4 } ?? 1
    tile = Size(width: height == 1 && gutter(4) >= 3 ? 4 : 2 * height, height: height)
    let featurePitch = rows / max(1, slots.count)
    let featureHeight = min(height, max(1, featurePitch - 1))
    featureTileSize = Size(width: min(tile.width, 4 * featureHeight), height: featureHeight)
  }

  /// Columns between the tiles of neighbouring levels, for the lines.
  var gutter: Int { tile(level: 0, unit: 0).x - featureTile(0).maxX }

  /// Whether there is room for anything.
  var isDrawable: Bool { inner.width >= 24 && rows >= 1 }

  /// The middle row of an input's slot.
  func featureRow(_ slot: Int) -> Int { centre(of: slot, among: slots.count) }

  /// The map of an input.
  func featureTile(_ slot: Int) -> Rectangle {
    rectangle(
      x: inner.x + 3 + featureLabelWidth + 1, centre: featureRow(slot), size: featureTileSize)
  }

  /// The map of an input by what it is.
  func featureTile(_ feature: Feature) -> Rectangle {
    featureTile(slots.firstIndex(of: feature) ?? 0)
  }

  /// The map of a unit; levels are the hidden layers, then the output.
  func tile(level: Int, unit: Int) -> Rectangle {
    let first = inner.x + 3 + featureLabelWidth + 1
    let last = inner.maxX - tile.width - 1
    let step = Double(last - first) / Double(hidden.count + 1)
    let x = first + Int((step * Double(level + 1)).rounded())
    let count = level < hidden.count ? hidden[level] : outputs
    return rectangle(x: x, centre: centre(of: unit, among: count), size: tile)
  }

  private func rectangle(x: Int, centre: Int, size: Size) -> Rectangle {
    Rectangle(
      x: x, y: min(max(inner.y, centre - size.height / 2), inner.y + rows - size.height),
      width: size.width, height: size.height)
  }

  private func centre(of index: Int, among count: Int) -> Int {
    inner.y + Int((Double(rows) * (Double(index) + 0.5) / Double(max(1, count))).rounded(.down))
  }
}
