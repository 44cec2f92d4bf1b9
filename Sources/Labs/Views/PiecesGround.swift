import Drawing
import Engine

/// The pieces of the plane on which a network is linear, each in a pale colour of its own.
///
/// Neighbours differ by one unit that is on: odd and even counts take colours from two sets, so that
/// neighbours never look alike, and a piece keeps its colour from picture to picture.
struct PiecesGround {
  let pieces: LinearPieces

  func draw(in map: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let side = (
      width: pieces.width, height: pieces.patterns.count / max(1, pieces.width)
    )
    let tints = pieces.hashes.indices.map { tint($0, palette) }
    let hasColors = Self.hasColors(canvas.capabilities)
    for row in 0..<map.height {
      for column in 0..<map.width {
        let x = (2 * column + 1) * side.width / (2 * map.width)
        let top = (4 * row + 1) * side.height / (4 * map.height)
        let bottom = (4 * row + 3) * side.height / (4 * map.height)
        let upper = pieces.patterns[top * side.width + x]
        let lower = pieces.patterns[bottom * side.width + x]
        let cell: Cell
        if !hasColors {
          cell = Cell(pieces.onCounts[lower] % 2 == 0 ? " " : "·", style: .dim)
        } else if tints[upper] == tints[lower] {
          cell = Cell(" ", background: tints[upper])
        } else {
          cell = Cell("▀", foreground: tints[upper], background: tints[lower])
        }
        canvas[map.x + column, map.y + row] = cell
      }
    }
  }

  /// Whether there are enough colours for pale ones; else dots tell neighbours apart.
  static func hasColors(_ capabilities: Capabilities) -> Bool {
    capabilities.glyphs != .ascii && capabilities.depth != .mono && capabilities.depth != .eight
  }

  private func tint(_ pattern: Int, _ palette: Palette) -> Color {
    let isEven = pieces.onCounts[pattern] % 2 == 0
    if palette.depth == .sixteen { return .indexed(isEven ? 15 : 7) }
    // Orange and blue would speak of classes.
    let hash = Int(truncatingIfNeeded: pieces.hashes[pattern] >> 33)
    let colors = isEven ? [2, 4] : [3, 5]
    return palette.classColor(colors[hash & 1], strength: hash & 2 == 0 ? 0 : 0.3)
  }
}
