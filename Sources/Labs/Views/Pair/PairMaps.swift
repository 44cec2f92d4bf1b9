import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The maps of A and B and of their difference, side by side, each in a frame that says whose it is.
struct PairMaps {
  let frame: PairFrame
  /// The place that is read on all of them.
  let place: PlanePoint?

  /// The rows that the maps take: square where there is room, and no more than leaves some below.
  func height(in inner: Rectangle) -> Int {
    let square = max(0, inner.width / 3 - 2) / 2 + 2
    return min(square, max(inner.height - 3, min(inner.height, 6)))
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let width = area.width / 3
    guard width >= 6, area.height >= 4 else { return }
    var rest = area
    var outputs: [[[Float]]] = []
    let rows = min(area.height - 2, (width - 2) / 2)
    let size = Field.size(for: Rectangle(x: 0, y: 0, width: 2 * rows, height: rows))
    for side in frame.sides {
      let (box, remaining) = rest.splitLeft(width)
      rest = remaining
      outputs.append(side.session.outputs(width: size.width, height: size.height))
      draw(side, outputs[outputs.count - 1], in: box, size, on: &canvas)
    }
    drawDifference(outputs, in: rest.splitLeft(width).left, size, on: &canvas)
  }

  /// The square map in its frame.
  private func map(in box: Rectangle, _ size: Size) -> Rectangle {
    let inner = box.inset(horizontally: 1, vertically: 1)
    let (columns, rows) = (size.width, size.height / 2)
    return Rectangle(
      x: inner.x + (inner.width - columns) / 2, y: inner.y + (inner.height - rows) / 2,
      width: columns, height: rows)
  }

  private func draw(
    _ side: PairFrame.Side, _ outputs: [[Float]], in box: Rectangle, _ size: Size,
    on canvas: inout Canvas
  ) {
    let palette = Palette(canvas.capabilities)
    let scene = frame.scene(of: side)
    canvas.drawBox(
      box, title: title(side), focused: side.isFocused, accent: palette.accent,
      footer: footer(side, room: box.width - 6))
    let map = map(in: box, size)
    canvas.mark(map, as: Target.plane(Plane(map: map)))
    guard side.session.trainer.divergence == nil else {
      return drawDivergence(side, in: map, &canvas)
    }
    PlaneMap(scene, outputs: outputs, size: size).draw(in: map, on: &canvas)
    ShownPoints(scene, limit: map.width * map.height / 6).draw(scene, in: map, on: &canvas)
    drawProbe(in: map, on: &canvas)
  }

  private func title(_ side: PairFrame.Side) -> String {
    side.isFocused ? "\(side.name.rawValue) · yours" : side.name.rawValue
  }

  /// How good it is, as much of it as there is room for.
  private func footer(_ side: PairFrame.Side, room: Int) -> String {
    let hasTest = !side.session.dataset.test.isEmpty
    let now = hasTest ? side.now.test : side.now.training
    let name = hasTest ? "test" : "train"
    let loss = "\(name) \(format(now.loss, significantDigits: 2))"
    guard frame.hasClasses else { return loss }
    let share = "\(format(100 * now.accuracy, decimals: 1)) %"
    let long = "\(loss) · \(share)"
    return columnWidth(long) <= room ? long : share
  }

  private func drawDivergence(
    _ side: PairFrame.Side, in map: Rectangle, _ canvas: inout Canvas
  ) {
    let palette = Palette(canvas.capabilities)
    canvas.fill(map, with: Cell("╱", foreground: palette.muted, style: .dim))
    let epoch = side.session.trainer.divergence?.epoch ?? 0
    for (row, line) in [" diverged ", " in epoch \(epoch) "].enumerated() {
      let width = min(columnWidth(line), map.width)
      canvas.write(
        line, at: Point(x: map.x + (map.width - width) / 2, y: map.y + map.height / 2 + row),
        foreground: palette.warning, style: .bold, maxWidth: width)
    }
  }

  private func drawDifference(
    _ outputs: [[[Float]]], in box: Rectangle, _ size: Size, on canvas: inout Canvas
  ) {
    let palette = Palette(canvas.capabilities)
    let map = map(in: box, size)
    canvas.drawBox(box, title: "B − A", accent: palette.accent)
    canvas.mark(map, as: Target.plane(Plane(map: map)))
    guard frame.sides.allSatisfy({ $0.session.trainer.divergence == nil }) else {
      canvas.fill(map, with: Cell("╱", foreground: palette.muted, style: .dim))
      return
    }
    let difference = PairDifference(frame, a: outputs[0], b: outputs[1])
    canvas.drawBox(
      box, title: "B − A", accent: palette.accent, footer: note(difference, room: box.width - 6))
    let field = Field(width: size.width, height: size.height, values: difference.values)
    canvas.draw(HeatMap(field: field), in: map)
    drawBoundaries(outputs, in: map, size, on: &canvas)
    drawOneSidedPoints(in: map, on: &canvas)
    drawProbe(in: map, on: &canvas)
  }

  /// How large it is at most, and on how much of the plane the classes differ.
  private func note(_ difference: PairDifference, room: Int) -> String {
    guard difference.full > 0 else { return "no difference" }
    let share = difference.disagreement.map {
      "\(format(100 * $0, significantDigits: 2)) % disagree"
    }
    let size = "±\(format(difference.full, significantDigits: 2))"
    let isPlain = frame.a.session.preset.objective.outputCount == 1
    let long = [isPlain ? size : nil, share].compactMap { $0 }.joined(separator: " · ")
    return columnWidth(long) <= room ? long : isPlain ? size : share ?? size
  }

  /// Where each of them decides otherwise: A's line thin, B's thick.
  private func drawBoundaries(
    _ outputs: [[[Float]]], in map: Rectangle, _ size: Size, on canvas: inout Canvas
  ) {
    let capabilities = canvas.capabilities
    guard frame.hasClasses, capabilities.depth != .mono, capabilities.glyphs == .braille else {
      return
    }
    var grid = BrailleGrid(size: map.size)
    let color = Palette(capabilities).contour
    for (index, one) in outputs.enumerated() {
      Decision(one, size: size).draw(
        on: &grid, color: color, priority: Float(index), thickness: index + 1)
    }
    canvas.draw(grid, at: Point(x: map.x, y: map.y))
  }

  /// The points that only one of them takes for what they are.
  private func drawOneSidedPoints(in map: Rectangle, on canvas: inout Canvas) {
    for (share, examples) in ShownPoints.shares(frame.scene) {
      guard let a = frame.a.session.mistakes(in: share),
        let b = frame.b.session.mistakes(in: share), a.count == examples.count,
        b.count == examples.count
      else { continue }
      let marks = PointMarks(frame.scene.session, share, canvas.capabilities)
      for (index, example) in examples.enumerated() where a[index] != b[index] {
        marks.draw(example, in: map, on: &canvas)
      }
    }
  }

  private func drawProbe(in map: Rectangle, on canvas: inout Canvas) {
    if let place, let cell = Plane(map: map).cell(place) { canvas.drawProbe(at: cell) }
  }
}
