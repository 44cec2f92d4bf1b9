import Datasets
import Drawing

/// A place of the plane.
struct PlanePoint: Hashable, Sendable {
  var x1: Float
  var x2: Float
}

/// The plane of the data as cells of a map.
struct Plane: Hashable, Sendable {
  /// The cells of the map.
  let map: Rectangle

  private static var low: Float { Dataset.domain.lowerBound }
  private static var span: Float { Dataset.domain.upperBound - Dataset.domain.lowerBound }

  /// The cell that shows a place; nil outside the domain or for a place that is not a number.
  func cell(_ place: PlanePoint) -> Point? {
    guard !map.isEmpty, Dataset.domain.contains(place.x1), Dataset.domain.contains(place.x2) else {
      return nil
    }
    let column = ((place.x1 - Self.low) / Self.span * Float(map.width)).rounded(.down)
    let row = ((1 - (place.x2 - Self.low) / Self.span) * Float(map.height)).rounded(.down)
    // The right and the lower edge belong to the domain, and to its last cells.
    return Point(
      x: map.x + min(max(0, Int(column)), map.width - 1),
      y: map.y + min(max(0, Int(row)), map.height - 1))
  }

  /// The place at the centre of a cell; cells beyond the map count as its edge.
  func place(_ cell: Point) -> PlanePoint {
    let column = Float(min(max(cell.x - map.x, 0), max(0, map.width - 1)))
    let row = Float(min(max(cell.y - map.y, 0), max(0, map.height - 1)))
    return PlanePoint(
      x1: Self.low + Self.span * (column + 0.5) / Float(max(1, map.width)),
      x2: Self.low + Self.span * (Float(map.height) - row - 0.5) / Float(max(1, map.height)))
  }
}
