import Drawing
import Engine
import Studio

/// Draws the loss over a plane: heights as colours, lines of equal loss, the run's path and where it
/// is.
struct LandscapeMap {
  let scene: Scene
  let landscape: Landscape
  let surface: LossSurface
  let scale: LandscapeScale
  /// The place that is read; nil for none.
  let cursor: (a: Double, b: Double)?

  /// About how many lines of equal loss there are.
  static let levelCount = 10

  func draw(on plane: LandscapePlane, to canvas: inout Canvas) {
    let map = plane.map
    let palette = Palette(canvas.capabilities)
    let field = heights(on: map)
    canvas.draw(HeatMap(field: field), in: map)
    // Without colours the glyphs of the heights make steps, whose borders are such lines already.
    let hasColors = canvas.capabilities.depth != .mono && canvas.capabilities.glyphs != .ascii
    var grid = BrailleGrid(size: map.size)
    if hasColors {
      for level in scale.levels(count: Self.levelCount) {
        let height = scale.height(level.loss)
        var shifted = field
        for index in shifted.values.indices { shifted.values[index] -= height }
        grid.contour(of: shifted, color: palette.contour)
      }
    }
    let path = LandscapePath(landscape, scene.session)
    path.draw(
      on: plane, color: hasColors ? palette.negativeMark : .standard,
      thickness: scene.isBig ? 3 : 2, to: &grid)
    canvas.draw(grid, at: Point(x: map.x, y: map.y))
    drawMarks(path, on: plane, palette, to: &canvas)
    if let cursor, let cell = plane.cell(a: cursor.a, b: cursor.b) { canvas.drawProbe(at: cell) }
  }

  /// The heights at every pixel of the map.
  private func heights(on map: Rectangle) -> Field {
    let (width, height) = (map.width, 2 * map.height)
    let last = Double(surface.side - 1)
    return Field(width: width, height: height) { x, y in
      scale.height(
        surface.value(
          column: (Double(x) + 0.5) / Double(width) * last,
          row: (Double(y) + 0.5) / Double(height) * last))
    }
  }

  private func drawMarks(
    _ path: LandscapePath, on plane: LandscapePlane, _ palette: Palette, to canvas: inout Canvas
  ) {
    if let start = path.start, let cell = plane.cell(a: start.a, b: start.b) {
      canvas.drawMark("○", at: cell, color: palette.contour)
    }
    guard let now = path.now else { return }
    if now.distance > 0, let middle = plane.cell(a: 0, b: 0) {
      canvas.drawMark("◆", at: middle, color: palette.contour)
    }
    if let cell = plane.cell(a: now.a, b: now.b) {
      canvas.drawMark("●", at: cell, color: palette.contour)
    }
  }
}
