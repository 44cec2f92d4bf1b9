/// A width and a height, in terminal cells.
public struct Size: Hashable, Sendable {
  /// Columns.
  public var width: Int
  /// Rows.
  public var height: Int

  /// A size of so many columns and rows.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A cell's place: column `x` from the left and row `y` from the top, both from 0.
public struct Point: Hashable, Sendable {
  /// The column, from the left.
  public var x: Int
  /// The row, from the top.
  public var y: Int

  /// The place in column `x` of row `y`.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of cells; it may be empty, but its sides are never negative.
public struct Rectangle: Hashable, Sendable {
  /// The first column.
  public var x: Int
  /// The first row.
  public var y: Int
  /// Columns; never negative.
  public var width: Int
  /// Rows; never negative.
  public var height: Int

  /// A rectangle whose negative sides count as 0.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The column after the last one.
  public var maxX: Int { x + width }
  /// The row after the last one.
  public var maxY: Int { y + height }
  /// Whether it has no cell.
  public var isEmpty: Bool { width == 0 || height == 0 }
  /// Its width and height.
  public var size: Size { Size(width: width, height: height) }

  /// Whether a cell lies inside.
  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// The part that lies in both; empty where they do not meet.
  public func intersection(_ other: Rectangle) -> Rectangle {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rectangle(
      x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// The rectangle without a margin of so many cells on each side.
  public func inset(horizontally dx: Int, vertically dy: Int) -> Rectangle {
    Rectangle(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
  }

  /// Cuts the rectangle in two at `columns` from the left, clamped to its width.
  public func splitLeft(_ columns: Int) -> (left: Rectangle, right: Rectangle) {
    let cut = min(max(0, columns), width)
    return (
      Rectangle(x: x, y: y, width: cut, height: height),
      Rectangle(x: x + cut, y: y, width: width - cut, height: height)
    )
  }

  /// Cuts the rectangle in two at `rows` from the top, clamped to its height.
  public func splitTop(_ rows: Int) -> (top: Rectangle, bottom: Rectangle) {
    let cut = min(max(0, rows), height)
    return (
      Rectangle(x: x, y: y, width: width, height: cut),
      Rectangle(x: x, y: y + cut, width: width, height: height - cut)
    )
  }
}
