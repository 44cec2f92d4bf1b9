import Drawing
import Engine
import Studio

/// A surface from above: lines of equal loss, the minima, and the ways of the racers.
struct SurfaceMap {
  let race: Race
  /// The racer whose arrows are shown.
  let chosen: Int
  /// The place that the start may be moved to; nil while none is chosen.
  var cursor: SIMD2<Float>?

  /// Columns left of the map for the weights w₂, and rows below it for w₁.
  private static let (left, below) = (5, 1)
  /// How many lines of equal loss there are, two a power of ten.
  private static let levels = 8

  /// The cells of the map itself in a place with its axes; nil where there is no room.
  static func map(in inner: Rectangle) -> Rectangle? {
    let map = Rectangle(
      x: inner.x + left, y: inner.y, width: inner.width - left, height: inner.height - below)
    return map.width >= 4 && map.height >= 2 ? map : nil
  }

  func draw(in inner: Rectangle, on canvas: inout Canvas) {
    guard let map = Self.map(in: inner), let frame = SurfaceFrame(race.spec.surface.window, in: map)
    else { return }
    let palette = Palette(canvas.capabilities)
    canvas.mark(map, as: DescentTarget.map(map))
    drawAxes(frame, on: &canvas)
    var grid = BrailleGrid(size: map.size)
    drawLevels(frame, palette.muted, on: &grid)
    let paths = RacerPaths(race: race, chosen: chosen, frame: frame)
    paths.draw(palette, on: &grid)
    canvas.draw(grid, at: Point(x: map.x, y: map.y))
    drawMinima(frame, palette, on: &canvas)
    if let cell = frame.cell(race.spec.start) {
      canvas[cell.x, cell.y] = Cell("S", style: .bold)
    }
    paths.drawMarks(palette, on: &canvas)
    if let cursor, let cell = frame.cell(cursor) {
      canvas.drawProbe(at: cell)
      canvas.cursor = cell
    }
  }

  /// Lines two a power of ten below the highest place.
  private func drawLevels(_ frame: SurfaceFrame, _ color: Color, on grid: inout BrailleGrid) {
    let surface = race.spec.surface
    let pixels = Field.size(for: frame.map)
    var highest = -Double.infinity
    let gaps = (0..<pixels.height).flatMap { row in
      (0..<pixels.width).map { column in
        let w = frame.weights(column: Double(column) + 0.5, halfRow: Double(row) + 0.5)
        let gap = surface.value(at: w) - surface.least
        if gap.isFinite { highest = max(highest, gap) }
        return gap
      }
    }
    guard highest > 0 else { return }
    let logarithms = gaps.map { $0.isFinite ? Elementary.logarithm(max($0, 1e-30)) : .nan }
    // ln √10
    let stride = 1.151_292_546_497_022_8
    for index in 1...Self.levels {
      let level = Elementary.logarithm(highest) - stride * Double(index)
      grid.contour(
        of: Field(
          width: pixels.width, height: pixels.height,
          values: logarithms.map { Float($0 - level) }),
        color: color)
    }
  }

  private func drawMinima(_ frame: SurfaceFrame, _ palette: Palette, on canvas: inout Canvas) {
    let surface = race.spec.surface
    let hasStars = canvas.capabilities.glyphs == .braille
    for minimum in surface.minima {
      guard let cell = frame.cell(SIMD2(minimum.place)) else { continue }
      let isLeast = minimum.value <= surface.least
      let glyph: Character = hasStars ? (isLeast ? "★" : "☆") : (isLeast ? "M" : "m")
      canvas[cell.x, cell.y] = Cell(glyph, foreground: palette.success, style: .bold)
    }
  }

  private func drawAxes(_ frame: SurfaceFrame, on canvas: inout Canvas) {
    let map = frame.map
    for share in [0.0, 0.25, 0.5, 0.75, 1] {
      let y = map.y + Int((share * Double(map.height - 1)).rounded())
      let up = frame.weights(at: Point(x: map.x, y: y)).y
      let label = PlaneAxes.label(up, width: Self.left - 1)
      canvas.write(label, at: Point(x: map.x - 1 - columnWidth(label), y: y), style: .dim)
      canvas.write("┤", at: Point(x: map.x - 1, y: y), style: .dim)
      let x = map.x + Int((share * Double(map.width - 1)).rounded())
      let across = frame.weights(at: Point(x: x, y: map.y)).x
      let text = PlaneAxes.label(across, width: max(3, map.width / 6))
      let shift = share == 0 ? 0 : share == 1 ? columnWidth(text) - 1 : columnWidth(text) / 2
      canvas.write(text, at: Point(x: x - shift, y: map.maxY), style: .dim)
    }
    guard map.height >= 10, map.width >= 24 else { return }
    canvas.write("w₂", at: Point(x: map.x - 4, y: map.y + map.height / 8), style: .bold)
    canvas.write("w₁", at: Point(x: map.x + map.width * 7 / 8 - 2, y: map.maxY), style: .bold)
  }
}
