import Datasets
import Drawing

/// Where everything of the network stands in its panel.
///
/// Inputs and output always have a place. Hidden layers that do not fit between them are left out
/// before or behind those that are shown, units that do not fit above or below.
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
  /// The rows of the inputs.
  let inputs: NetworkColumn
  /// The hidden layers that are shown.
  let layers: Page

  /// The rows of each level.
  private let columns: [NetworkColumn]
  /// Rows for tiles: all but the last, which holds the counts.
  private let rows: Int

  /// - Parameters:
  ///   - features: the inputs that are switched on; the standard ones have a place as well while
  ///     there is room for all.
  ///   - focused: an input that needs a place too.
  ///   - sight: what must be seen, where not all can be.
  ///   - offersAll: whether inputs that are switched off have a place where there is room.
  init(
    inner: Rectangle, hidden: [Int], outputs: Int, features: [Feature], focused: Feature? = nil,
    sight: NetworkSight = .start, offersAll: Bool = true
  ) {
    self.inner = inner
    rows = max(0, inner.height - 1)
    let rows = rows
    let formulas = features.filter(\.isFormula)
    let wanted = features + [focused].compactMap { $0 }
    slots =
      offersAll && Feature.allCases.count + formulas.count <= rows
      ? Feature.allCases + formulas
      : Feature.ordered(Feature.allCases.filter(wanted.contains) + formulas)
    let longest = formulas.map { columnWidth($0.title) }.max() ?? 0
    featureLabelWidth = min(max(6, longest), max(6, inner.width / 5))
    func column(_ count: Int, _ index: Int) -> NetworkColumn {
      NetworkColumn(of: count, top: inner.y, rows: rows, holding: index)
    }
    let input = sight.index(in: -1, of: features.count)
    let seen = focused ?? (features.indices.contains(input) ? features[input] : nil)
    inputs = column(slots.count, seen.flatMap(slots.firstIndex) ?? 0)
    columns = (hidden + [outputs]).enumerated().map { level, count in
      column(count, sight.index(in: level, of: count))
    }
    let span = inner.width - featureLabelWidth - 5
    layers = Self.layers(of: hidden.count, in: span, holding: sight.level ?? 0)
    // The largest map that leaves a row between two units, if it can, and columns for the lines;
    // twice as wide as high, or a little wider where there is room for no more rows.
    let pitch = rows / max(1, max(hidden.max() ?? 1, outputs, 1))
    let (shown, gaps) = (layers.shown.count, layers.gaps)
    func gutter(_ width: Int) -> Int { Self.gutter(span, tile: width, layers: shown, gaps: gaps) }
    let height = (1...4).last { $0 <= max(1, pitch - 1) && gutter(2 * $0) >= 4 } ?? 1
    tile = Size(width: height == 1 && gutter(4) >= 3 ? 4 : 2 * height, height: height)
    let featurePitch = rows / max(1, slots.count)
    let featureHeight = min(height, max(1, featurePitch - 1))
    featureTileSize = Size(width: min(tile.width, 4 * featureHeight), height: featureHeight)
  }

  /// Columns between tiles so wide.
  private static func gutter(_ span: Int, tile width: Int, layers: Int, gaps: Int) -> Int {
    (span - width - gapWidth * gaps) / (layers + 1) - width
  }

  /// All hidden layers, as long as two columns are left between them, or else as many as leave room
  /// for lines.
  private static func layers(of count: Int, in span: Int, holding level: Int) -> Page {
    guard gutter(span, tile: 2, layers: count, gaps: 0) < 2 else {
      return Page(of: count, edge: count, middle: count, holding: 0)
    }
    func most(_ gaps: Int) -> Int {
      (1..<max(2, count)).last { gutter(span, tile: 2, layers: $0, gaps: gaps) >= 3 } ?? 1
    }
    return Page(of: count, edge: most(1), middle: most(2), holding: level)
  }

  /// Columns for the mark of layers that are left out, and one before it.
  private static let gapWidth = 2

  /// Columns between the tiles of neighbouring levels, for the lines.
  var gutter: Int {
    let first = x(ofLevel: layers.shown.isEmpty ? columns.count - 1 : layers.before) ?? lastX
    let start = layers.before > 0 ? tile.width + Self.gapWidth : featureTileSize.width
    return first - firstX - start
  }

  /// Whether there is room for anything.
  var isDrawable: Bool { inner.width >= 24 && rows >= 1 }

  /// The middle row of an input's slot; nil if it is not shown.
  func featureRow(_ slot: Int) -> Int? { inputs.row(of: slot) }

  /// The map of an input; nil if it is not shown.
  func featureTile(_ feature: Feature) -> Rectangle? {
    guard let slot = slots.firstIndex(of: feature), let row = featureRow(slot) else { return nil }
    return rectangle(x: firstX, centre: row, size: featureTileSize)
  }

  /// The rows of a level.
  func column(_ level: Int) -> NetworkColumn { columns[level] }

  /// The left edge of a level's maps; nil if the level is not shown.
  func x(ofLevel level: Int) -> Int? {
    let count = layers.shown.count
    if level == columns.count - 1 { return lastX }
    guard layers.shown.contains(level) else { return nil }
    let free = lastX - firstX - tile.width * (count + 1) - Self.gapWidth * layers.gaps
    let place = level - layers.before + 1
    let gutters = (Double(free) * Double(place) / Double(count + 1)).rounded()
    return firstX + tile.width * place + (layers.before > 0 ? Self.gapWidth : 0) + Int(gutters)
  }

  /// The map of a unit; levels are the hidden layers, then the output; nil if it is not shown.
  func tile(level: Int, unit: Int) -> Rectangle? {
    guard let x = x(ofLevel: level), let row = columns[level].row(of: unit) else { return nil }
    // Without a row between them, maps are told apart by where they begin.
    let isOdd = (unit - columns[level].page.before) % 2 == 1
    let shift = columns[level].isDense && isOdd && level < columns.count - 1 ? zigzag : 0
    return rectangle(x: x + shift, centre: row, size: tile)
  }

  /// Where the mark of a unit stands whose level is left out just before one that is shown, so that
  /// lines come from it.
  func mark(level: Int, unit: Int) -> Point? {
    guard let row = columns[level].row(of: unit) else { return nil }
    if level == layers.before - 1 { return Point(x: firstX + tile.width + 1, y: row) }
    if layers.after > 0, level == columns.count - 2, let x = x(ofLevel: layers.shown.upperBound - 1)
    {
      return Point(x: x + tile.width + 1, y: row)
    }
    return nil
  }

  /// By how many columns every other map of a dense column stands aside.
  private var zigzag: Int { gutter < 3 ? 0 : gutter < 6 ? 1 : tile.width / 2 }

  private var firstX: Int { inner.x + 3 + featureLabelWidth + 1 }
  private var lastX: Int { inner.maxX - tile.width - 1 }

  private func rectangle(x: Int, centre: Int, size: Size) -> Rectangle {
    Rectangle(
      x: x, y: min(max(inner.y, centre - size.height / 2), inner.y + rows - size.height),
      width: size.width, height: size.height)
  }
}

extension Page {
  /// On how many sides something is left out.
  fileprivate var gaps: Int { (before > 0 ? 1 : 0) + (after > 0 ? 1 : 0) }
}
