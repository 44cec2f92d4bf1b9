import Drawing
import Engine
import Lessons
import Studio

/// What says how much of a large network has no place in its picture. A press leads there.
struct NetworkRest {
  let session: Session
  let layout: NetworkLayout

  func draw(on canvas: inout Canvas) {
    drawInputs(on: &canvas)
    let levels = session.trainer.network.levels
    for level in levels.indices {
      guard let x = layout.x(ofLevel: level) else { continue }
      // The output stands at the edge: its words end there.
      let isLast = level == levels.count - 1
      let next = isLast ? nil : layout.x(ofLevel: level + 1) ?? x + layout.tile.width + 1
      drawUnits(level, at: x, before: next, on: &canvas)
    }
    if layout.layers.before > 0 {
      drawLayers(layout.layers.before, nearest: layout.layers.before - 1, on: &canvas)
    }
    if layout.layers.after > 0 {
      drawLayers(layout.layers.after, nearest: layout.layers.shown.upperBound, on: &canvas)
    }
  }

  /// How many inputs there are above and below those that are shown.
  private func drawInputs(on canvas: inout Canvas) {
    let column = layout.inputs
    let rest = [
      (column.rowBefore, column.page.before, column.page.before - 1),
      (column.rowAfter, column.page.after, column.page.shown.upperBound),
    ]
    for case (let row?, let count, let slot) in rest where layout.slots.indices.contains(slot) {
      let place = Point(x: layout.inner.x + 3, y: row)
      let width = canvas.write(
        "… \(count) more", at: place, style: .dim, maxWidth: layout.featureLabelWidth + 1)
      canvas.mark(
        Rectangle(x: place.x, y: row, width: width, height: 1),
        as: Target.control(.feature(layout.slots[slot])))
    }
  }

  /// How many units there are above and below those that are shown.
  private func drawUnits(_ level: Int, at x: Int, before next: Int?, on canvas: inout Canvas) {
    let column = layout.column(level)
    let rest = [
      (column.rowBefore, column.page.before, column.page.before - 1),
      (column.rowAfter, column.page.after, column.page.shown.upperBound),
    ]
    for case (let row?, let count, let unit) in rest {
      let long = "… \(count) more"
      let room = next.map { $0 - x - 1 } ?? layout.gutter
      let text = columnWidth(long) <= room ? long : "…\(count)"
      let start = next == nil ? min(x, layout.inner.maxX - columnWidth(text)) : x
      canvas.write(text, at: Point(x: start, y: row), style: .dim)
      canvas.mark(
        Rectangle(x: start, y: row, width: columnWidth(text), height: 1),
        as: Target.part(.unit(level: level, unit: unit)))
    }
  }

  /// How many layers there are on one side of those that are shown, and a mark for each unit of the
  /// one whose lines lead on.
  private func drawLayers(_ count: Int, nearest: Int, on canvas: inout Canvas) {
    let isBehind = nearest >= layout.layers.shown.upperBound
    let source = isBehind ? session.trainer.network.levels.count - 2 : nearest
    var left = layout.inner.maxX
    for unit in 0..<session.trainer.network.levels[source].units {
      guard let place = layout.mark(level: source, unit: unit) else { continue }
      left = place.x
      canvas.write("…", at: place, style: .dim)
      canvas.mark(
        Rectangle(x: place.x, y: place.y, width: 1, height: 1),
        as: Target.part(.unit(level: source, unit: unit)))
    }
    let text = "…\(count)"
    let place = Point(x: left, y: layout.inner.maxY - 1)
    canvas.write(text, at: place, style: .dim, maxWidth: layout.inner.maxX - place.x)
    canvas.mark(
      Rectangle(x: place.x, y: place.y, width: columnWidth(text), height: 1),
      as: Target.control(.units(nearest)))
  }
}
