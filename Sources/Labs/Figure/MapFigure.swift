import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// What the network makes of the plane, with the points, in a figure.
struct MapFigure {
  let session: Session
  let style: FigureStyle

  /// More pixels a side than this are made by stretching.
  private static let sideLimit = 1400
  /// More points than this would hide the map.
  static let pointLimit = 3000

  private var title: String { session.preset.problem == .regression ? "Output" : "Decision map" }

  func draw(in box: PixelBox, on figure: inout Figure) {
    let unit = style.unit
    guard session.trainer.divergence == nil else {
      return DivergedFigure(session: session, style: style).draw(title, in: box, on: &figure)
    }
    let axes = session.dataset.axes
    let isPlain = axes.count < 2 || (axes[0].isPlain && axes[1].isPlain)
    let hasX2 = !session.dataset.isOneDimensional
    let labels = (hasX2 ? [0.0, 0.25, 0.5, 0.75, 1] : []).map { share in
      PlaneAxes.label(axes.count > 1 ? axes[1].value(at: 6 - 12 * share) : 6 - 12 * share, width: 5)
    }
    let margin = (labels.map { style.width($0, 0.9) }.max() ?? 0) + 0.8 * unit
    let top = isPlain || !hasX2 ? 1.8 : 3
    let legend = MapLegend(session: session, style: style, width: box.width)
    let bottom = (isPlain ? 1.7 : 2.9) * unit + legend.height
    let side = min(box.width - margin - 0.6 * unit, box.height - top * unit - bottom).rounded(.down)
    guard side >= 8 else { return }
    let x = (box.x + margin + max(0, box.width - margin - side - 0.6 * unit) / 2).rounded()
    let map = PixelBox(x: x, y: (box.y + top * unit).rounded(), width: side, height: side)
    figure.write(
      title, at: PixelPlace(box.x, box.y + unit),
      style.letters(nil, 1.1, isBold: true))
    drawAxes(around: map, labels, isPlain: isPlain, on: &figure)
    drawMap(in: map, on: &figure)
    drawPoints(in: map, on: &figure)
    figure.frame(map, style.pen(style.muted, 0.07))
    legend.draw(x: box.x, y: map.maxY + (isPlain ? 1.7 : 2.9) * unit, on: &figure)
  }

  private func drawMap(in map: PixelBox, on figure: inout Figure) {
    let side = min(Int(map.width), Self.sideLimit)
    let outputs = session.outputs(width: side, height: side)
    let size = Size(width: side, height: side)
    let line = style.pen(style.contour, 0.13)
    guard outputs.count > 1 else {
      let values = outputs.first.map { session.shown($0) } ?? []
      let field = Field(width: side, height: side, values: values)
      figure.add(.image(MapImage.image(of: field, style), map))
      draw(field.contours(), of: side, in: map, line, on: &figure)
      return
    }
    let (classes, confidences) = session.classes(of: outputs)
    let field = ClassField(width: side, height: side, classes: classes, confidences: confidences)
    figure.add(.image(MapImage.image(of: field, style), map))
    if style.needsMarks { drawTexture(of: field, in: map, on: &figure) }
    for output in outputs.indices where classes.contains(output) {
      let margin = Decision.margin(of: output, in: outputs, size)
      draw(margin.contours(), of: side, in: map, line, on: &figure)
    }
  }

  private func draw(
    _ lines: [[PixelPlace]], of side: Int, in map: PixelBox, _ pen: Figure.Pen,
    on figure: inout Figure
  ) {
    let scale = map.width / Double(side)
    for line in lines where line.count > 1 {
      let places = line.map { PixelPlace(map.x + $0.x * scale, map.y + $0.y * scale) }
      figure.add(.line(places, isClosed: false, pen))
    }
  }

  /// Small marks all over the map, which tell regions apart where colours do not.
  private func drawTexture(of field: ClassField, in map: PixelBox, on figure: inout Figure) {
    let gap = 2.2 * style.unit
    let scale = Double(field.width) / map.width
    for (row, y) in stride(from: gap / 2, to: map.height, by: gap).enumerated() {
      let shift = row % 2 == 0 ? gap / 2 : gap
      for x in stride(from: shift, to: map.width, by: gap) {
        guard let pixel = field[Int(x * scale), Int(y * scale)] else { continue }
        figure.mark(
          class: pixel.index, at: PixelPlace(map.x + x, map.y + y), radius: 0.16 * style.unit,
          Ink.grey(150), light: style.classInk(pixel.index, strength: 1))
      }
    }
  }

  private func drawPoints(in map: PixelBox, on figure: inout Figure) {
    var scene = Scene(session: session)
    scene.look.points = .all
    let points = ShownPoints(scene, limit: Self.pointLimit)
    let marks = FigureMarks(session, style)
    // Training points last: they are what the network has seen.
    for part in points.parts.reversed() {
      for (example, _, _) in part.points {
        let x = (Double(example.x1) + 6) / 12
        let y = (6 - Double(example.x2)) / 12
        guard (0...1).contains(x), (0...1).contains(y) else { continue }
        marks.draw(
          example.label, part.share,
          at: PixelPlace(map.x + x * map.width, map.y + y * map.height), on: &figure)
      }
    }
  }

  private func drawAxes(
    around map: PixelBox, _ labels: [String], isPlain: Bool, on figure: inout Figure
  ) {
    let unit = style.unit
    let axes = session.dataset.axes
    let (small, pen) = (style.letters(style.muted, 0.9), style.pen(style.muted, 0.06))
    for (share, label) in zip([0.0, 0.25, 0.5, 0.75, 1], labels) {
      let y = map.y + share * map.height
      figure.draw(from: PixelPlace(map.x - 0.3 * unit, y), to: PixelPlace(map.x, y), pen)
      figure.write(label, at: PixelPlace(map.x - 0.55 * unit, y + 0.32 * unit), small, .end)
    }
    for share in [0.0, 0.25, 0.5, 0.75, 1] {
      let x = map.x + share * map.width
      let value = axes.first?.value(at: -6 + 12 * share) ?? -6 + 12 * share
      figure.draw(from: PixelPlace(x, map.maxY), to: PixelPlace(x, map.maxY + 0.3 * unit), pen)
      figure.write(
        PlaneAxes.label(value, width: 5), at: PixelPlace(x, map.maxY + 1.25 * unit), small, .middle)
    }
    guard !isPlain, axes.count > 1 else {
      let bold = style.letters(nil, 1, isBold: true)
      figure.write(
        "x₁", at: PixelPlace(map.x + map.width * 0.875, map.maxY + 1.2 * unit), bold, .middle)
      guard !session.dataset.isOneDimensional else { return }
      figure.write(
        "x₂", at: PixelPlace(map.x - 0.5 * unit, map.y + map.height * 0.125 + 0.35 * unit), bold,
        .end)
      return
    }
    let names = axes.map { FigureText.cut($0.name, to: map.width * 0.8, style) }
    figure.write(
      names[0] + " →", at: PixelPlace(map.maxX, map.maxY + 2.6 * unit), style.letters(), .end)
    guard !session.dataset.isOneDimensional else { return }
    figure.write("↑ " + names[1], at: PixelPlace(map.x, map.y - 0.6 * unit), style.letters())
  }
}
