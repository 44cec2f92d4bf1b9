import Drawing
import Studio

/// Which weights belong to which cells: the surface's window in the middle of the map, as large as
/// fits, with the same scale along both weights.
struct SurfaceFrame: Equatable {
  /// The cells of the map.
  let map: Rectangle
  private let middle: SIMD2<Double>
  /// The width of a cell, half its height, in units of the weights.
  let unit: Double

  /// - Returns: nil where there is no room.
  init?(_ window: SurfaceWindow, in map: Rectangle) {
    guard map.width > 0, map.height > 0 else { return nil }
    self.map = map
    middle = window.middle
    unit = max(
      (window.w1.upperBound - window.w1.lowerBound) / Double(map.width),
      (window.w2.upperBound - window.w2.lowerBound) / Double(2 * map.height))
  }

  /// The weights at a place counted in columns and half rows from the upper left corner.
  func weights(column: Double, halfRow: Double) -> SIMD2<Double> {
    middle
      + unit * SIMD2(column - Double(map.width) / 2, Double(map.height) - halfRow)
  }

  /// The weights in the middle of a cell.
  func weights(at cell: Point) -> SIMD2<Double> {
    weights(column: Double(cell.x - map.x) + 0.5, halfRow: Double(2 * (cell.y - map.y) + 1))
  }

  /// The cell that holds these weights; nil outside of the map.
  func cell(_ w: SIMD2<Float>) -> Point? {
    let (x, y) = dot(w)
    guard x >= 0, y >= 0, x < Double(2 * map.width), y < Double(4 * map.height) else { return nil }
    return Point(x: map.x + Int(x / 2), y: map.y + Int(y / 4))
  }

  /// The weights counted in dots from the map's upper left corner; not a number where they are none.
  func dot(_ w: SIMD2<Float>) -> (x: Double, y: Double) {
    let away = (SIMD2<Double>(w) - middle) / unit
    return (
      2 * (away.x + Double(map.width) / 2), 2 * (Double(map.height) - away.y)
    )
  }

  /// The cell at the edge of the map on the side where weights outside lie.
  func nearestCell(_ w: SIMD2<Float>) -> Point? {
    let (x, y) = dot(w)
    guard x.isFinite, y.isFinite else { return nil }
    return Point(
      x: map.x + Int(min(max(x / 2, 0), Double(map.width - 1))),
      y: map.y + Int(min(max(y / 4, 0), Double(map.height - 1))))
  }
}
