/// The line where a field changes its sign, at braille resolution.
struct Contour: Equatable, Sendable {
  /// Columns of cells.
  let width: Int
  /// The braille dots of the line in each cell, row by row.
  private(set) var dots: [UInt8]

  /// The line in a field that fills so many cells.
  ///
  /// The field is interpolated at every dot; of two neighbours on different sides, the one nearer
  /// to zero is on the line. Zero itself counts as positive, and next to NaN there is no line.
  init(of field: Field, in size: Size) {
    width = size.width
    dots = Array(repeating: 0, count: size.width * size.height)
    guard field.width > 0, field.height > 0 else { return }
    let columns = 2 * size.width
    let rows = 4 * size.height
    let scaleX = Float(field.width) / Float(columns)
    let scaleY = Float(field.height) / Float(rows)
    var above = [Float](repeating: .nan, count: columns)
    var current = above
    for y in 0..<rows {
      for x in 0..<columns {
        current[x] = field.value(x: (Float(x) + 0.5) * scaleX, y: (Float(y) + 0.5) * scaleY)
      }
      for x in 0..<columns {
        if x > 0, changes(current[x - 1], current[x]) {
          let isLeft = abs(current[x - 1]) < abs(current[x])
          set(isLeft ? x - 1 : x, y)
        }
        if y > 0, changes(above[x], current[x]) {
          let isUpper = abs(above[x]) < abs(current[x])
          set(x, isUpper ? y - 1 : y)
        }
      }
      swap(&above, &current)
    }
  }

  private func changes(_ first: Float, _ second: Float) -> Bool {
    !first.isNaN && !second.isNaN && (first < 0) != (second < 0)
  }

  private mutating func set(_ x: Int, _ y: Int) {
    dots[y / 4 * width + x / 2] |= brailleBit(x % 2, y % 4)
  }
}
