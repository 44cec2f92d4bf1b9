/// How a line is broken up.
public enum LinePattern: Hashable, Sendable {
  case solid, dashed, longDashed, dotted

  /// Whether a dot at a distance along the line is drawn.
  func shows(_ distance: Int) -> Bool {
    switch self {
    case .solid: true
    // Whole cells of a level line, so that dashes are even in other glyphs too.
    case .dashed: distance % 8 < 4
    // Longer than its gaps, so that the eye follows it among other lines.
    case .longDashed: distance % 8 < 6
    case .dotted: distance % 4 == 0
    }
  }
}

/// Dots on cells, two columns and four rows a cell, for lines that are finer than cells.
///
/// A cell has one colour: that of the stroke of the highest priority in it, the last among equals.
public struct BrailleGrid: Equatable, Sendable {
  /// Columns and rows of cells.
  public let size: Size
  private var dots: [UInt8]
  private var colors: [Color]
  private var priorities: [Float]

  /// A grid without dots on so many cells.
  public init(size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    let count = self.size.width * self.size.height
    dots = Array(repeating: 0, count: count)
    colors = Array(repeating: .standard, count: count)
    priorities = Array(repeating: -.infinity, count: count)
  }

  /// Columns and rows of dots.
  public var dotSize: Size { Size(width: 2 * size.width, height: 4 * size.height) }

  /// The dots of a cell and their colour; nil if it has none.
  func cell(_ x: Int, _ y: Int) -> (dots: UInt8, color: Color)? {
    let index = y * size.width + x
    guard dots[index] != 0 else { return nil }
    return (dots[index], colors[index])
  }

  /// Draws one dot; nothing outside the grid.
  ///
  /// With `covers`, a stroke that takes over a cell wipes what weaker strokes drew there.
  public mutating func set(
    x: Int, y: Int, color: Color, priority: Float = 0, covers: Bool = false
  ) {
    guard let index = index(x, y) else { return }
    if priority >= priorities[index] {
      if covers { cover(index, priority) }
      colors[index] = color
      priorities[index] = priority
    } else if covers {
      return
    }
    dots[index] |= brailleBit(x % 2, y % 4)
  }

  private func index(_ x: Int, _ y: Int) -> Int? {
    guard x >= 0, x < 2 * size.width, y >= 0, y < 4 * size.height else { return nil }
    return y / 4 * size.width + x / 2
  }

  /// Wipes a cell for a stroke, if what is there is weaker.
  private mutating func cover(_ index: Int, _ priority: Float) {
    guard priority > priorities[index] else { return }
    dots[index] = 0
    priorities[index] = priority
  }

  /// Draws a straight line between two places counted in dots, and returns the distance along it
  /// in dots, so that the next piece of a broken line can go on with its pattern.
  ///
  /// Places outside the grid are clipped, those that are not numbers draw nothing. `thickness` is
  /// 1–3 dots; `distance` is where in the pattern the line starts.
  @discardableResult
  public mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), color: Color,
    priority: Float = 0, pattern: LinePattern = .solid, thickness: Int = 1, distance: Int = 0,
    covers: Bool = false
  ) -> Int {
    let margin = Rectangle(x: 0, y: 0, width: dotSize.width, height: dotSize.height)
    guard let (first, last) = clip(start, end, to: margin) else { return distance }
    let (dx, dy) = (last.x - first.x, last.y - first.y)
    let steps = Int(max(abs(dx), abs(dy)).rounded())
    let isFlat = abs(dx) >= abs(dy)
    for step in 0...steps {
      let part = steps == 0 ? 0 : Double(step) / Double(steps)
      let x = Int((first.x + dx * part).rounded())
      let y = Int((first.y + dy * part).rounded())
      guard pattern.shows(distance + step) else {
        // Weaker strokes must not fill the gaps of a stronger one, else its dashes do not read.
        if covers, let index = index(x, y) { cover(index, priority) }
        continue
      }
      for stroke in 0..<min(max(thickness, 1), 3) {
        let offset = stroke == 2 ? -1 : stroke
        set(
          x: isFlat ? x : x + offset, y: isFlat ? y + offset : y, color: color,
          priority: priority, covers: covers)
      }
    }
    return distance + steps
  }
}

/// The part of a line inside a rectangle and up to a dot around it.
///
/// Source: You-Dong Liang and Brian Barsky, "A new concept and method for line clipping", 1984.
private func clip(
  _ start: (x: Double, y: Double), _ end: (x: Double, y: Double), to area: Rectangle
) -> ((x: Double, y: Double), (x: Double, y: Double))? {
  let (dx, dy) = (end.x - start.x, end.y - start.y)
  guard !area.isEmpty, start.x.isFinite, start.y.isFinite, dx.isFinite, dy.isFinite else {
    return nil
  }
  var (from, to) = (0.0, 1.0)
  let borders = [
    (-dx, start.x + 1), (dx, Double(area.width) - start.x), (-dy, start.y + 1),
    (dy, Double(area.height) - start.y),
  ]
  for (slope, room) in borders {
    if slope == 0 {
      if room < 0 { return nil }
    } else if slope < 0 {
      from = max(from, room / slope)
    } else {
      to = min(to, room / slope)
    }
  }
  guard from <= to else { return nil }
  return (
    (start.x + dx * from, start.y + dy * from), (start.x + dx * to, start.y + dy * to)
  )
}
