import Lessons
import Drawing
import Engine
import Studio

/// What stands on and around the maps of units: the biases, the chosen part, what is frozen or
/// killed.
struct NetworkMarks {
  let session: Session
  let layout: NetworkLayout
  /// The part that is chosen or under the pointer.
  let part: NetworkPart?

  func draw(on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    for (input, feature) in session.preset.features.enumerated() {
      guard let tile = layout.featureTile(feature) else { continue }
      canvas.mark(tile, as: Target.part(.input(input)))
      if part == .input(input) { embrace(tile, palette, on: &canvas) }
    }
    let levels = session.trainer.network.levels
    for level in levels.indices {
      for unit in 0..<levels[level].units {
        guard let tile = layout.tile(level: level, unit: unit) else { continue }
        canvas.mark(tile, as: Target.part(.unit(level: level, unit: unit)))
        if session.isKilled(level: level, unit: unit) {
          canvas.fill(tile, with: Cell("╳", foreground: palette.muted, style: .dim))
        }
        drawBias(level, unit, tile, palette, on: &canvas)
        if let chosen = part?.unit, chosen == (level, unit) { embrace(tile, palette, on: &canvas) }
      }
    }
  }

  /// The bias is a square at the lower left corner, in the colour of its sign.
  private func drawBias(
    _ level: Int, _ unit: Int, _ tile: Rectangle, _ palette: Palette, on canvas: inout Canvas
  ) {
    let bias = NetworkPart.bias(level: level, unit: unit)
    guard let index = bias.parameter(in: session), tile.width >= 2,
      session.trainer.divergence == nil
    else { return }
    let value = session.trainer.network.parameters[index]
    let place = Point(x: tile.x, y: tile.maxY - 1)
    canvas.mark(Rectangle(x: place.x, y: place.y, width: 1, height: 1), as: Target.part(bias))
    let isChosen = part == bias
    // Small maps keep their cells; the bias shows when it is chosen.
    guard isChosen || tile.height >= 2 else { return }
    let glyph: Character = session.isFrozen(index) ? "■" : "▖"
    canvas.drawMark(
      glyph, at: place,
      color: isChosen ? palette.accent : value < 0 ? palette.negativeMark : palette.positiveMark)
  }

  /// Brackets in the accent colour beside a map.
  private func embrace(_ tile: Rectangle, _ palette: Palette, on canvas: inout Canvas) {
    for row in tile.y..<tile.maxY {
      canvas.write("▐", at: Point(x: tile.x - 1, y: row), foreground: palette.accent, style: .bold)
      canvas.write("▌", at: Point(x: tile.maxX, y: row), foreground: palette.accent, style: .bold)
    }
  }
}
