import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// What the network makes of the plane, with the points on it.
struct OutputPanel {
  let session: Session
  let points: PointChoice
  let isDiscrete: Bool

  /// Columns left of the map: the box, the tick labels and the axis.
  private static let leftMargin = 5
  /// Rows besides the map: the box, the axis and the scale.
  private static let verticalMargin = 4

  /// How wide the panel is when the map in it is square and so many rows are there in all.
  static func width(forHeight height: Int) -> Int {
    2 * max(1, height - verticalMargin) + leftMargin + 1
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(depth: canvas.capabilities.depth)
    let available = Rectangle(
      x: area.x + Self.leftMargin, y: area.y + 1, width: area.width - Self.leftMargin - 1,
      height: area.height - Self.verticalMargin)
    // Cells are twice as high as wide, so a square map has twice as many columns as rows.
    let rows = min(available.height, available.width / 2)
    let map = Rectangle(x: available.x, y: available.y, width: rows * 2, height: rows)
    let panel = Rectangle(
      x: area.x, y: area.y, width: area.width, height: min(area.height, rows + Self.verticalMargin))
    canvas.drawBox(
      panel, title: isDiscrete ? "Output · sign only" : "Output", accent: palette.accent)
    guard rows >= 2 else { return }
    drawAxes(map, on: &canvas)
    drawAxisNames(map, on: &canvas)
    guard session.trainer.divergence == nil else {
      DivergenceNotice(session: session).draw(in: map, on: &canvas)
      return
    }
    drawMap(map, on: &canvas)
    drawPoints(map, in: panel, palette, on: &canvas)
    drawScale(
      Rectangle(x: map.x, y: map.maxY + 1, width: map.width, height: 1), palette, on: &canvas)
  }

  private func drawAxes(_ map: Rectangle, on canvas: inout Canvas) {
    for (label, share) in [("6", 0.0), ("3", 0.25), ("0", 0.5), ("-3", 0.75), ("-6", 1.0)] {
      let y = map.y + Int((share * Double(map.height - 1)).rounded())
      canvas.write(label, at: Point(x: map.x - 1 - columnWidth(label), y: y), style: .dim)
      canvas.write("┤", at: Point(x: map.x - 1, y: y), style: .dim)
    }
    for (label, share) in [("-6", 0.0), ("-3", 0.25), ("0", 0.5), ("3", 0.75), ("6", 1.0)] {
      let x = map.x + Int((share * Double(map.width - 1)).rounded())
      let shift = share == 0 ? 0 : share == 1 ? columnWidth(label) - 1 : columnWidth(label) / 2
      canvas.write(label, at: Point(x: x - shift, y: map.maxY), style: .dim)
    }
  }

  /// Names the axes beside the numbers, where there is room.
  private func drawAxisNames(_ map: Rectangle, on canvas: inout Canvas) {
    guard map.height >= 12 else { return }
    canvas.write("x₂", at: Point(x: map.x - 3, y: map.y + map.height / 8), style: .bold)
    canvas.write("x₁", at: Point(x: map.x + map.width * 7 / 8 - 1, y: map.maxY), style: .bold)
  }

  private func drawMap(_ map: Rectangle, on canvas: inout Canvas) {
    let size = Field.size(for: map)
    let outputs = session.outputs(width: size.width, height: size.height)
    if outputs.count == 1 {
      let field = Field(
        width: size.width, height: size.height, values: session.shown(outputs[0]))
      canvas.draw(HeatMap(field: field, discrete: isDiscrete, showsContour: true), in: map)
    } else {
      let (classes, confidences) = session.classes(of: outputs)
      let field = ClassField(
        width: size.width, height: size.height, classes: classes, confidences: confidences)
      canvas.draw(field, in: map, discrete: isDiscrete)
    }
  }

  private func drawPoints(
    _ map: Rectangle, in panel: Rectangle, _ palette: Palette, on canvas: inout Canvas
  ) {
    let dataset = session.dataset
    // Test points last, so that they stay on top.
    let shares: [(share: Dataset.Share, examples: [Example])] = [
      (.training, dataset.training), (.validation, dataset.validation), (.test, dataset.test),
    ].filter { points.shows($0.share) }
    let all = shares.reduce(0) { $0 + $1.examples.count }
    guard all > 0 else {
      write(note: " no points ", in: panel, on: &canvas)
      return
    }
    // More marks than a quarter of the cells would hide the map.
    let limit = min(all, map.width * map.height / 4)
    var shown = 0
    for (share, examples) in shares {
      let isLast = share == shares.last?.share
      let count = min(examples.count, isLast ? limit - shown : limit * examples.count / all)
      let marks = PointMarks(session, share, canvas.capabilities)
      for example in examples.prefix(count) { marks.draw(example, in: map, on: &canvas) }
      shown += count
    }
    let count = shown < all ? "\(shown) of \(all)" : "\(all)"
    write(note: " \(count) \(points.adjective)points ", in: panel, on: &canvas)
  }

  private func write(note: String, in panel: Rectangle, on canvas: inout Canvas) {
    canvas.write(
      note, at: Point(x: panel.maxX - columnWidth(note) - 2, y: panel.y), style: .dim)
  }

  private func drawScale(_ row: Rectangle, _ palette: Palette, on canvas: inout Canvas) {
    guard session.preset.objective.outputCount == 1 else {
      drawLegend(row, palette, on: &canvas)
      return
    }
    let half = canvas.capabilities.glyphs == .ascii ? ":" : "½"
    let labels = session.preset.objective.loss.takesLogits ? ["0", half, "1"] : ["-1", "0", "1"]
    let width = min(row.width - 8, 33)
    guard width >= 5 else { return }
    let x = row.x + (row.width - width) / 2
    let field = Field(width: width, height: 2) { column, _ in
      2 * Float(column) / Float(width - 1) - 1
    }
    canvas.draw(
      HeatMap(field: field, discrete: isDiscrete),
      in: Rectangle(x: x, y: row.y, width: width, height: 1))
    canvas.drawMark(
      Character(labels[1]), at: Point(x: x + width / 2, y: row.y), color: palette.contour)
    canvas.write(labels[0], at: Point(x: x - columnWidth(labels[0]) - 1, y: row.y), style: .dim)
    canvas.write(labels[2], at: Point(x: x + width + 1, y: row.y), style: .dim)
  }

  private func drawLegend(_ row: Rectangle, _ palette: Palette, on canvas: inout Canvas) {
    let classes = 0..<session.preset.objective.outputCount
    let marks = classes.map { Palette.mark(forClass: $0, glyphs: canvas.capabilities.glyphs) }
    let long = classes.map { "\(marks[$0]) class \($0 + 1)" }
    let short = classes.map { "\(marks[$0]) \($0 + 1)" }
    let isLong = long.map { columnWidth($0) + 2 }.reduce(0, +) <= row.width
    var x = row.x
    for (index, label) in (isLong ? long : short).enumerated() {
      let color = palette.classColor(index)
      x += canvas.write(label, at: Point(x: x, y: row.y), foreground: color) + 2
    }
  }
}
