import Drawing

/// The axes of a space: which numbers stand where.
struct SpaceFrame: Equatable {
  /// The round numbers that the axis to the right reaches.
  let across: ClosedRange<Double>
  /// The round numbers that the axis up reaches.
  let up: ClosedRange<Double>

  /// How far the picture goes on beyond them, so that saturated units do not stick to its edge.
  private static let margin = 0.04

  /// Axes around numbers; nil if there are none, or they are not finite.
  init?(across: [Float], up: [Float]) {
    guard let across = Self.rounded(across), let up = Self.rounded(up) else { return nil }
    self.across = across
    self.up = up
  }

  /// Round numbers around numbers, so that the axes stand still while these move a little.
  private static func rounded(_ values: [Float]) -> ClosedRange<Double>? {
    var (low, high) = (Float.infinity, -Float.infinity)
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    guard low <= high else { return nil }
    let middle = (Double(low) + Double(high)) / 2
    // What never changes, such as a dead relu, has its place in the middle.
    guard Double(high) - Double(low) > abs(middle) * 1e-5 else {
      let half = middle == 0 ? 1 : abs(middle)
      return middle - half...middle + half
    }
    return Ticks.rounded(Double(low)...Double(high), count: 9)
  }

  /// Where two numbers lie, in dots from the top left of so many cells; far outside if they do.
  func dot(_ x: Float, _ y: Float, _ size: Size) -> (x: Double, y: Double) {
    (
      Self.share(Double(x), across) * Double(2 * size.width) - 0.5,
      (1 - Self.share(Double(y), up)) * Double(4 * size.height) - 0.5
    )
  }

  /// The cell of a plot that two numbers lie in; nil outside, or if they are no numbers.
  func cell(_ x: Float, _ y: Float, in plot: Rectangle) -> Point? {
    let column = Self.share(Double(x), across) * Double(plot.width)
    let row = (1 - Self.share(Double(y), up)) * Double(plot.height)
    guard column >= 0, column < Double(plot.width), row >= 0, row < Double(plot.height) else {
      return nil
    }
    return Point(x: plot.x + Int(column), y: plot.y + Int(row))
  }

  /// The numbers at the centres of so many pixels, row by row from the top.
  func numbers(_ pixels: Size) -> (across: [Float], up: [Float]) {
    let xs = (0..<pixels.width).map {
      Float(Self.number((Double($0) + 0.5) / Double(pixels.width), across))
    }
    let ys = (0..<pixels.height).map {
      Float(Self.number(1 - (Double($0) + 0.5) / Double(pixels.height), up))
    }
    return (ys.flatMap { _ in xs }, ys.flatMap { y in xs.map { _ in y } })
  }

  private static func share(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return (share + margin) / (1 + 2 * margin)
  }

  private static func number(_ share: Double, _ range: ClosedRange<Double>) -> Double {
    range.lowerBound
      + (share * (1 + 2 * margin) - margin) * (range.upperBound - range.lowerBound)
  }
}
