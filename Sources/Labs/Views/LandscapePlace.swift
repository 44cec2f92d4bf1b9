import Drawing
import Engine
import Studio

/// The cells of a landscape's map, and the part of the plane that they show.
struct LandscapePlane: Hashable, Sendable {
  /// The cells; both sides are odd, so that one of them is the very middle.
  let map: Rectangle
  /// The plane goes from −extent to extent, both ways.
  let extent: Double

  /// The cell that shows a place; nil outside, and where a number is not finite.
  func cell(a: Double, b: Double) -> Point? {
    let (across, down) = ((a / extent + 1) / 2, (1 - b / extent) / 2)
    guard (0...1).contains(across), (0...1).contains(down), !map.isEmpty else { return nil }
    return Point(
      x: map.x + min(Int(across * Double(map.width)), map.width - 1),
      y: map.y + min(Int(down * Double(map.height)), map.height - 1))
  }

  /// The place in the middle of a cell.
  func place(_ cell: Point) -> (a: Double, b: Double) {
    let column = Double(min(max(cell.x - map.x, 0), max(0, map.width - 1)))
    let row = Double(min(max(cell.y - map.y, 0), max(0, map.height - 1)))
    return (
      extent * (2 * (column + 0.5) / Double(max(1, map.width)) - 1),
      extent * (1 - 2 * (row + 0.5) / Double(max(1, map.height)))
    )
  }

  /// A place in dots of the map's braille cells; far outside where it is far outside.
  func dot(a: Double, b: Double) -> (x: Double, y: Double) {
    (
      (a / extent + 1) / 2 * Double(2 * map.width) - 0.5,
      (1 - b / extent) / 2 * Double(4 * map.height) - 0.5
    )
  }
}

/// The way of a run over a landscape.
struct LandscapePath {
  /// The noted moments, oldest first, and the present; empty where they have no place on it.
  let places: [PlaneDirections.Coordinates]

  init(_ landscape: Landscape, _ session: Session) {
    guard landscape.fits(session), session.trainer.divergence == nil else {
      places = []
      return
    }
    let moments =
      session.path.entries.map(\.parameters) + [session.trainer.network.parameters]
    places = moments.compactMap { landscape.place(of: $0) }
  }

  /// Where the run is now.
  var now: PlaneDirections.Coordinates? { places.last }
  /// Where it began; nil where that is where it is.
  var start: PlaneDirections.Coordinates? { places.count > 1 ? places.first : nil }

  /// How much of the way between two moments lies in the plane, 0…1; nil for no way.
  static func shareInside(_ place: PlaneDirections.Coordinates) -> Double? {
    guard place.distance > 0 else { return nil }
    let out = place.outside / place.distance
    return max(0, 1 - out * out).squareRoot()
  }

  func draw(on plane: LandscapePlane, color: Color, thickness: Int, to grid: inout BrailleGrid) {
    for (from, to) in zip(places, places.dropFirst()) {
      let isOutside = [from, to].contains { (Self.shareInside($0) ?? 1) < 0.7 }
      grid.line(
        from: plane.dot(a: from.a, b: from.b), to: plane.dot(a: to.a, b: to.b), color: color,
        priority: 2, pattern: isOutside ? .dotted : .solid,
        thickness: isOutside ? 1 : thickness, covers: true)
    }
  }
}
