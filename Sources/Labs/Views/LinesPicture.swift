import Drawing
import Engine
import Lessons
import Studio

/// Draws the lines of units over the plane, the points, and what is behind them.
struct LinesPicture {
  let scene: Scene
  /// The hidden layers whose lines are drawn.
  let layers: Range<Int>
  let ground: LinesView.Ground

  /// Rows below the map: the axis, the legend and a sentence.
  private static let rowsBelow = 3

  func draw(in inner: Rectangle, on canvas: inout Canvas) {
    guard let map = MapView.map(in: inner, rowsBelow: Self.rowsBelow) else { return }
    PlaneAxes(dataset: scene.session.dataset).draw(around: map, on: &canvas)
    canvas.mark(map, as: Target.plane(Plane(map: map)))
    guard scene.session.trainer.divergence == nil else {
      return DivergenceNotice(session: scene.session).draw(in: map, on: &canvas)
    }
    let lines = ZeroLines(scene.session)
    let pieces = lines.pieces
    drawGround(lines, pieces, in: map, on: &canvas)
    let chosen = chosen(lines, map)
    drawLines(lines, chosen, in: map, on: &canvas)
    TruthLine(scene)?.draw(
      in: map, standsOnMap: hasGround(canvas.capabilities), on: &canvas)
    ShownPoints(scene, limit: map.width * map.height / 4)
      .draw(scene, in: map, standsOnMap: hasGround(canvas.capabilities), on: &canvas)
    if let chosen { drawLabel(chosen, lines, in: map, on: &canvas) }
    if let place = scene.pointer, let cell = Plane(map: map).cell(place) {
      canvas.drawProbe(at: cell)
    }
    let below = Rectangle(x: inner.x, y: map.maxY + 1, width: inner.width, height: 2)
    LinesLegend(scene: scene, layers: layers, hasGround: hasGround(canvas.capabilities))
      .draw(in: below, on: &canvas)
    drawSentence(lines, pieces, chosen, below: map, in: below, on: &canvas)
  }

  /// Whether there is a map behind the lines, so that they have to be dark and marks stand out.
  private func hasGround(_ capabilities: Capabilities) -> Bool {
    switch ground {
    case .plain: false
    case .pieces: PiecesGround.hasColors(capabilities)
    case .output: true
    }
  }

  private func drawGround(
    _ lines: ZeroLines, _ pieces: LinearPieces?, in map: Rectangle, on canvas: inout Canvas
  ) {
    switch ground {
    case .plain: break
    case .pieces:
      if let pieces { PiecesGround(pieces: pieces).draw(in: map, on: &canvas) }
    case .output:
      PlaneMap(scene, part: nil, size: Field.size(for: map))
        .draw(in: map, showsContour: false, on: &canvas)
    }
  }

  /// The unit whose line is under the pointer, else the one that is chosen in the network.
  private func chosen(_ lines: ZeroLines, _ map: Rectangle) -> UnitPlace? {
    let units = lines.units(of: layers)
    if let pointer = scene.pointer {
      let cell = Float(lines.side) / Float(map.width)
      if let unit = lines.unit(near: pointer, within: max(1.5, cell), of: units) { return unit }
    }
    return scene.part?.unit.map { UnitPlace(level: $0.level, unit: $0.unit) }
      .flatMap { units.contains($0) ? $0 : nil }
  }

  private func drawLines(
    _ lines: ZeroLines, _ chosen: UnitPlace?, in map: Rectangle, on canvas: inout Canvas
  ) {
    let palette = Palette(canvas.capabilities)
    let hasGround = hasGround(canvas.capabilities)
    var grid = BrailleGrid(size: map.size)
    let thickness = scene.isBig ? 2 : 1
    for unit in lines.units(of: layers) where unit != chosen {
      let pen = LinePen(layer: unit.level)
      grid.contour(
        of: lines.field(unit), color: pen.color(palette, hasGround: hasGround),
        pattern: pen.pattern, thickness: thickness)
    }
    let size = Size(width: lines.side, height: lines.side)
    Decision(lines.outputs, size: size).draw(
      on: &grid, color: hasGround ? palette.contour : .standard, priority: 1,
      thickness: thickness + 1)
    if let chosen {
      grid.contour(
        of: lines.field(chosen), color: palette.accent, priority: 2, thickness: thickness + 1,
        covers: true)
    }
    canvas.draw(grid, at: Point(x: map.x, y: map.y))
  }

  /// The number of the chosen unit on its line, with its layer where there are several.
  private func drawLabel(
    _ unit: UnitPlace, _ lines: ZeroLines, in map: Rectangle, on canvas: inout Canvas
  ) {
    guard let pixel = lines.label(unit) else { return }
    let hasLayers = scene.session.trainer.network.levels.count > 2
    let text = hasLayers ? "\(unit.level + 1)·\(unit.unit + 1)" : "\(unit.unit + 1)"
    let width = columnWidth(text)
    let x = map.x + pixel.column * map.width / lines.side
    canvas.write(
      text,
      at: Point(
        x: min(max(map.x, x - width / 2), map.maxX - width),
        y: map.y + pixel.row * map.height / lines.side),
      foreground: Palette(canvas.capabilities).accent, background: .standard,
      style: [.bold, .reverse])
  }

  /// What was found: the chosen unit, else the pieces.
  private func drawSentence(
    _ lines: ZeroLines, _ pieces: LinearPieces?, _ chosen: UnitPlace?, below map: Rectangle,
    in area: Rectangle, on canvas: inout Canvas
  ) {
    let sentences = chosen.map { self.sentences(about: $0, lines) } ?? self.sentences(about: pieces)
    guard let text = sentences.first(where: { columnWidth($0) <= area.width }) else { return }
    let x = area.x + max(0, min(map.x - area.x, area.width - columnWidth(text)))
    canvas.write(text, at: Point(x: x, y: area.y + 1))
  }

  private func sentences(about unit: UnitPlace, _ lines: ZeroLines) -> [String] {
    let name = "layer \(unit.level + 1) unit \(unit.unit + 1)"
    let share = "\(format(100 * lines.share(unit), decimals: 0)) %"
    return [
      "\(name): its sum is above 0 on \(share) of the plane", "\(name): above 0 on \(share)",
    ]
  }

  private func sentences(about pieces: LinearPieces?) -> [String] {
    PiecesText(scene.session, pieces).sentences
  }
}
