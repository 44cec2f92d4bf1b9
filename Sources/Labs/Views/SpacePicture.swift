import Datasets
import Drawing
import Lessons
import Studio

/// Draws the space of a layer with its axes.
struct SpacePicture {
  let scene: Scene
  let choice: SpaceChoice
  let fitsPoints: Bool
  /// The place that is marked.
  let probe: PlanePoint?

  func draw(in inner: Rectangle, on canvas: inout Canvas) {
    guard inner.width >= 12, inner.height >= 4 else { return }
    guard
      let space = LayerSpace(
        scene, choice, inner.size, fitsPoints: fitsPoints, probe: probe)
    else {
      return Self.say("None of its numbers is finite.", in: inner, on: &canvas)
    }
    let axes = SpaceAxes(frame: space.frame, in: inner)
    axes.draw(on: &canvas)
    drawNames(axes.plot, on: &canvas)
    canvas.mark(axes.plot, as: SpaceView.Spot.plot(axes.plot))
    draw(space, in: axes.plot, on: &canvas)
  }

  /// A sentence in the middle.
  static func say(_ text: String, in inner: Rectangle, on canvas: inout Canvas) {
    let lines = wrap(text, width: max(1, inner.width - 2))
    let y = inner.y + max(0, (inner.height - lines.count) / 2)
    for (row, line) in lines.prefix(inner.height).enumerated() {
      let x = inner.x + max(0, (inner.width - columnWidth(line)) / 2)
      canvas.write(line, at: Point(x: x, y: y + row), style: .dim, maxWidth: inner.maxX - x)
    }
  }

  private func draw(_ space: LayerSpace, in plot: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let shade = SpaceShade(scene.session, choice, space.frame, size: plot.size)
    if let shade {
      PlaneMap(scene, outputs: shade.outputs, size: shade.pixels)
        .draw(in: plot, showsContour: false, on: &canvas)
    }
    // A map of glyphs has no colour behind them.
    let standsOnMap =
      shade != nil
      && (canvas.capabilities.depth == .mono || canvas[plot.x, plot.y].background != .standard)
    var grid = BrailleGrid(size: plot.size)
    for line in space.lines {
      draw(line, space, standsOnMap, palette, on: &grid)
    }
    if let shade {
      Decision(shade.outputs, size: shade.pixels).draw(
        on: &grid, color: palette.contour, priority: 1)
    }
    canvas.draw(grid, at: Point(x: plot.x, y: plot.y))
    for share in Dataset.Share.allCases {
      let pen = PointMarks(
        scene.session, share, canvas.capabilities, standsOnMap: standsOnMap)
      for mark in space.marks where mark.share == share {
        guard let cell = space.frame.cell(space.across[mark.place], space.up[mark.place], in: plot)
        else { continue }
        if mark.isFlipped { pen.drawRing(around: cell, in: plot, on: &canvas) }
        pen.draw(mark.label, at: cell, isMistake: mark.isMistake, on: &canvas)
      }
    }
    guard let probe = space.probe,
      let cell = space.frame.cell(space.across[probe], space.up[probe], in: plot)
    else { return }
    canvas.drawProbe(at: cell)
  }

  /// Lines of the grid have the colour of what the network makes of their places, or are dark where
  /// a map shows that already; those through the place that is read stand out.
  private func draw(
    _ line: LayerSpace.Line, _ space: LayerSpace, _ standsOnMap: Bool, _ palette: Palette,
    on grid: inout BrailleGrid
  ) {
    for place in line.places.dropFirst() {
      let (start, end) = (place - 1, place)
      grid.line(
        from: space.frame.dot(space.across[start], space.up[start], grid.size),
        to: space.frame.dot(space.across[end], space.up[end], grid.size),
        color: line.isProbe
          ? palette.accent
          : standsOnMap ? palette.contour : color(end, space.outputs, palette),
        priority: line.isProbe ? 2 : 0)
    }
  }

  private func color(_ place: Int, _ outputs: [[Float]], _ palette: Palette) -> Color {
    guard outputs.count > 1 else {
      return (outputs.first?[place] ?? 0) < 0 ? palette.negative : palette.positive
    }
    var best = 0
    for output in outputs.indices where outputs[output][place] > outputs[best][place] {
      best = output
    }
    return palette.classColor(best)
  }

  /// `→ unit 1   ↑ unit 2` below the numbers; a press takes another unit.
  private func drawNames(_ plot: Rectangle, on canvas: inout Canvas) {
    let y = plot.maxY + 1
    var x = plot.x
    for (arrow, axis, isUp) in [("→", choice.across, false), ("↑", choice.up, true)] {
      let text = "\(arrow) \(choice.name(axis, scene.session))"
      let width = canvas.write(
        text, at: Point(x: x, y: y), style: .bold, maxWidth: max(0, plot.maxX - x))
      canvas.mark(
        Rectangle(x: x, y: y, width: width, height: 1), as: SpaceView.Spot.axis(isUp: isUp))
      x += width + 3
    }
  }
}
