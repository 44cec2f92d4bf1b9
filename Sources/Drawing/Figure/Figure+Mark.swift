extension Figure {
  /// Draws the mark of a class: the shapes of `Palette.mark(forClass:glyphs:)`, so that a class is
  /// known by its shape alone. The first is empty, the others full.
  ///
  /// - Parameters:
  ///   - radius: half its width in pixels.
  ///   - ink: its colour, dark enough for a map.
  ///   - light: what surrounds it, and fills the first.
  public mutating func mark(
    class index: Int, at centre: PixelPlace, radius: Double, _ ink: Ink, light: Ink
  ) {
    let line = max(1, radius * 0.36)
    let edge = Pen(light, width: max(0.8, radius * 0.24))
    switch max(0, index) % Palette.classCount {
    case 0:
      add(.circle(centre, radius: radius + line * 0.35, light, nil))
      add(.circle(centre, radius: radius - line * 0.4, light, Pen(ink, width: line)))
    case 1: add(.circle(centre, radius: radius * 0.94, ink, edge))
    case let place:
      let corners = Self.corners[place - 2].map { centre + $0 * radius }
      add(.polygon(corners, ink, edge))
    }
  }

  /// Triangle, square, diamond, cross, the other triangles and the star, about the middle.
  private static let corners: [[PixelPlace]] = {
    let triangle = [PixelPlace(0, -1.1), PixelPlace(1, 0.75), PixelPlace(-1, 0.75)]
    let square = [(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)]
      .map { PixelPlace($0.0, $0.1) }
    let diamond = [(0.0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)].map { PixelPlace($0.0, $0.1) }
    let arm = 0.36
    let cross = [
      (-arm, -1.05), (arm, -1.05), (arm, -arm), (1.05, -arm), (1.05, arm), (arm, arm), (arm, 1.05),
      (-arm, 1.05), (-arm, arm), (-1.05, arm), (-1.05, -arm), (-arm, -arm),
    ].map { PixelPlace($0.0, $0.1) }
    // The sines and cosines of multiples of 36°.
    let star = [
      (0.0, -1.2), (0.294, -0.405), (1.141, -0.371), (0.476, 0.155), (0.705, 0.971), (0.0, 0.5),
      (-0.705, 0.971), (-0.476, 0.155), (-1.141, -0.371), (-0.294, -0.405),
    ].map { PixelPlace($0.0, $0.1) }
    return [
      triangle, square, diamond, cross, triangle.map { PixelPlace($0.x, -$0.y) },
      triangle.map { PixelPlace(-$0.y, $0.x) }, triangle.map { PixelPlace($0.y, $0.x) }, star,
    ]
  }()
}
