/// Numbers on a grid of square pixels, half a cell each, to be shown as a heat map.
public struct Field: Equatable, Sendable {
  /// Pixels in a row.
  public let width: Int
  /// Rows of pixels.
  public let height: Int
  /// The numbers row by row, row 0 on top: `[height × width]`; NaN where there is none.
  public var values: [Float]

  /// A field of these values; missing ones count as NaN.
  public init(width: Int, height: Int, values: [Float]) {
    self.width = max(0, width)
    self.height = max(0, height)
    self.values = values
  }

  /// A field whose numbers are a function of the pixel's column and row.
  public init(width: Int, height: Int, _ value: (_ x: Int, _ y: Int) -> Float) {
    self.init(width: width, height: height, values: [])
    values.reserveCapacity(self.width * self.height)
    for y in 0..<self.height {
      for x in 0..<self.width { values.append(value(x, y)) }
    }
  }

  /// The number at a pixel, that of the nearest pixel outside; NaN if there is none.
  public subscript(x: Int, y: Int) -> Float {
    let index = min(max(y, 0), height - 1) * width + min(max(x, 0), width - 1)
    return values.indices.contains(index) ? values[index] : .nan
  }

  /// The pixels a heat map in this rectangle shows exactly.
  public static func size(for rectangle: Rectangle) -> Size {
    Size(width: rectangle.width, height: 2 * rectangle.height)
  }

  /// The field at another resolution, each pixel taken from the nearest one.
  func resampled(to size: Size) -> Field {
    if size.width == width && size.height == height { return self }
    return Field(width: size.width, height: size.height) { x, y in
      self[(2 * x + 1) * width / (2 * size.width), (2 * y + 1) * height / (2 * size.height)]
    }
  }

  /// The number between the centres of pixels, which lie at halves: bilinear, and that of the
  /// border beyond it.
  func value(x: Float, y: Float) -> Float {
    let left = (x - 0.5).rounded(.down)
    let top = (y - 0.5).rounded(.down)
    let right = x - 0.5 - left
    let down = y - 0.5 - top
    let (column, row) = (Int(left), Int(top))
    let upper = self[column, row] * (1 - right) + self[column + 1, row] * right
    let lower = self[column, row + 1] * (1 - right) + self[column + 1, row + 1] * right
    return upper * (1 - down) + lower * down
  }
}
