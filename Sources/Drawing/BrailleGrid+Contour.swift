extension BrailleGrid {
  /// Draws the line where a field that fills the grid changes its sign.
  ///
  /// Between the centres of four neighbouring pixels the line is straight; zero itself counts as
  /// positive, and next to a number that is not finite there is no line. A pattern counts from the
  /// grid's corner, so that its dashes stand still while the line moves.
  ///
  /// Source: W. Lorensen and H. Cline, "Marching cubes: a high resolution 3D surface construction
  /// algorithm", 1987, in two dimensions.
  public mutating func contour(
    of field: Field, color: Color, priority: Float = 0, pattern: LinePattern = .solid,
    thickness: Int = 1, covers: Bool = false
  ) {
    let (width, height) = (field.width, field.height)
    guard width > 1, height > 1, field.values.count == width * height,
      size.width > 0, size.height > 0
    else { return }
    let scale = (
      x: Double(dotSize.width) / Double(width), y: Double(dotSize.height) / Double(height)
    )
    let values = field.values.span
    for row in 0..<(height - 1) {
      let (upper, lower) = (row * width, row * width + width)
      var (isUpperNegative, isLowerNegative) = (values[upper] < 0, values[lower] < 0)
      for column in 0..<(width - 1) {
        let wasNegative = (isUpperNegative, isLowerNegative)
        isUpperNegative = values[upper + column + 1] < 0
        isLowerNegative = values[lower + column + 1] < 0
        // Nearly all squares have one sign; they have to be passed fast.
        if wasNegative.0 == isUpperNegative, wasNegative.1 == isLowerNegative,
          isUpperNegative == isLowerNegative
        {
          continue
        }
        let square = ContourSquare(
          values[upper + column], values[upper + column + 1], values[lower + column + 1],
          values[lower + column])
        guard square.isFinite else { continue }
        for (start, end) in square.lines {
          // A pixel's centre lies at halves, as a dot's does.
          func dot(_ place: (x: Double, y: Double)) -> (x: Double, y: Double) {
            (
              (Double(column) + 0.5 + place.x) * scale.x - 0.5,
              (Double(row) + 0.5 + place.y) * scale.y - 0.5
            )
          }
          let (from, to) = (dot(start), dot(end))
          let isFlat = abs(to.x - from.x) >= abs(to.y - from.y)
          // Lines run towards larger numbers, in which the pattern counts.
          let isForward = isFlat ? from.x <= to.x : from.y <= to.y
          let (low, high) = isForward ? (from, to) : (to, from)
          line(
            from: low, to: high, color: color, priority: priority, pattern: pattern,
            thickness: thickness, distance: max(0, Int((isFlat ? low.x : low.y).rounded())),
            covers: covers)
        }
      }
    }
  }
}

/// Four neighbouring numbers, and the line between their signs.
private struct ContourSquare {
  private let upperLeft: Float
  private let upperRight: Float
  private let lowerRight: Float
  private let lowerLeft: Float

  init(_ upperLeft: Float, _ upperRight: Float, _ lowerRight: Float, _ lowerLeft: Float) {
    self.upperLeft = upperLeft
    self.upperRight = upperRight
    self.lowerRight = lowerRight
    self.lowerLeft = lowerLeft
  }

  /// Whether all four are numbers; the sum tells.
  var isFinite: Bool { (upperLeft + upperRight + lowerRight + lowerLeft).isFinite }

  /// Its pieces, in parts of the square from the upper left corner: one, or two across a saddle.
  var lines: [((x: Double, y: Double), (x: Double, y: Double))] {
    let crossings: [(x: Double, y: Double)?] = [
      Self.part(upperLeft, upperRight).map { (x: $0, y: 0) },
      Self.part(upperRight, lowerRight).map { (x: 1, y: $0) },
      Self.part(lowerLeft, lowerRight).map { (x: $0, y: 1) },
      Self.part(upperLeft, lowerLeft).map { (x: 0, y: $0) },
    ]
    let found = crossings.compactMap { $0 }
    guard found.count == 4 else { return found.count == 2 ? [(found[0], found[1])] : [] }
    // Of a saddle the mean tells which corners belong together.
    let isMiddleNegative = upperLeft + upperRight + lowerRight + lowerLeft < 0
    return (upperLeft < 0) == isMiddleNegative
      ? [(found[0], found[1]), (found[2], found[3])] : [(found[0], found[3]), (found[1], found[2])]
  }

  /// Where between two numbers of different signs the zero lies, 0…1; nil if it does not.
  private static func part(_ first: Float, _ second: Float) -> Double? {
    guard (first < 0) != (second < 0) else { return nil }
    return Double(first) / (Double(first) - Double(second))
  }
}
