import Datasets
import Lessons
import Drawing
import Engine
import Studio

/// The legend below a map: which colour is which number, or which mark is which class.
struct MapScale {
  let scene: Scene
  /// What stands at its ends and in its middle; nil where classes are shown.
  let labels: ScaleLabels?

  func draw(in row: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    guard let labels else { return drawLegend(row, palette, on: &canvas) }
    let margin = max(columnWidth(labels.low), columnWidth(labels.high)) + 2
    let width = min(row.width - 2 * margin, 33)
    guard width >= 5 else { return }
    let x = row.x + (row.width - width) / 2
    let style = scene.look.style
    let field = Field(width: width, height: 2) { column, _ in
      style.shown(2 * Float(column) / Float(width - 1) - 1)
    }
    canvas.draw(
      HeatMap(field: field, discrete: style == .discrete),
      in: Rectangle(x: x, y: row.y, width: width, height: 1))
    let isHalf = labels.middle == "½" && canvas.capabilities.glyphs == .ascii
    let middle = isHalf ? ":" : labels.middle
    for (offset, mark) in middle.enumerated() where middle.count < width {
      canvas.drawMark(
        mark, at: Point(x: x + width / 2 - middle.count / 2 + offset, y: row.y),
        color: palette.contour)
    }
    canvas.write(
      labels.low, at: Point(x: x - columnWidth(labels.low) - 1, y: row.y), style: .dim)
    canvas.write(labels.high, at: Point(x: x + width + 1, y: row.y), style: .dim)
  }

  /// The marks and names of the classes, in the longest form that fits.
  private func drawLegend(_ row: Rectangle, _ palette: Palette, on canvas: inout Canvas) {
    let session = scene.session
    let classes = 0..<session.preset.objective.outputCount
    let marks = classes.map { Palette.mark(forClass: $0, glyphs: canvas.capabilities.glyphs) }
    let names = classes.map { session.className(of: Float($0)) }
    func short(_ index: Int) -> String { String(session.className(index).prefix(3)) }
    let forms: [(labels: [String], gap: Int)] = [
      (classes.map { "\(marks[$0]) \(names[$0])" }, 2),
      (classes.map { "\(marks[$0]) \(short($0))" }, 2),
      (classes.map { "\(marks[$0])\(short($0).prefix(1))" }, 1),
      (classes.map { "\(marks[$0])" }, 0),
    ]
    let (labels, gap) =
      forms.first { form in
        form.labels.map { columnWidth($0) + form.gap }.reduce(0, +) - form.gap <= row.width
      } ?? ([], 0)
    var x = row.x
    for (index, label) in labels.enumerated() {
      // The name in the terminal's own colour: not every class colour can be read on every ground.
      let mark = String(label.prefix(1))
      x += canvas.write(
        mark, at: Point(x: x, y: row.y), foreground: palette.classColor(index), style: .bold)
      x += canvas.write(String(label.dropFirst()), at: Point(x: x, y: row.y)) + gap
    }
  }
}
