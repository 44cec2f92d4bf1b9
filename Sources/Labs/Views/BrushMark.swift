import Datasets
import Drawing

/// The brush and its lasso on the map: the cells they cover are reversed.
struct BrushMark {
  let brush: Brush

  func draw(in map: Rectangle, on canvas: inout Canvas) {
    let plane = Plane(map: map)
    if !brush.corners.isEmpty { drawLasso(plane, on: &canvas) }
    guard !brush.isClosed else { return }
    for y in map.y..<map.maxY {
      for x in map.x..<map.maxX {
        let place = plane.place(Point(x: x, y: y))
        if brush.covers(place.x1, place.x2) { canvas[x, y].style.insert(.reverse) }
      }
    }
    if let cell = plane.cell(brush.place) {
      canvas[cell.x, cell.y] = Cell("+", style: [.reverse, .bold])
      canvas.cursor = cell
    }
  }

  /// The edges, as far as they are drawn; the last one leads to the brush, or back to the start.
  private func drawLasso(_ plane: Plane, on canvas: inout Canvas) {
    let corners = (brush.corners + [brush.isClosed ? brush.corners[0] : brush.place])
      .compactMap(plane.cell)
    for (from, to) in zip(corners, corners.dropFirst()) {
      let steps = max(abs(to.x - from.x), abs(to.y - from.y), 1)
      for step in 0...steps {
        let x = from.x + ((to.x - from.x) * step + steps / 2) / steps
        let y = from.y + ((to.y - from.y) * step + steps / 2) / steps
        canvas[x, y] = Cell("•", style: [.reverse, .bold])
      }
    }
  }
}
