/// A picture in cells, drawn in memory.
///
/// Everything outside the canvas is clipped, so that drawing is safe at any size, 0×0 included.
public struct Canvas: Equatable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// What the terminal that will show it is able to show.
  public let capabilities: Capabilities
  /// The cells row by row, `size.width` a row.
  public private(set) var cells: [Cell]
  /// Where the terminal's own cursor stands, for screen readers and Braille displays; hidden if nil.
  public var cursor: Point?

  /// A blank canvas; negative sides count as 0.
  public init(size: Size, capabilities: Capabilities) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    self.capabilities = capabilities
    self.cells = Array(repeating: .blank, count: self.size.width * self.size.height)
  }

  /// The whole canvas.
  public var bounds: Rectangle { Rectangle(x: 0, y: 0, width: size.width, height: size.height) }

  /// The cell at a place; blank outside, where writing does nothing.
  public subscript(x: Int, y: Int) -> Cell {
    get { contains(x, y) ? cells[y * size.width + x] : .blank }
    set { if contains(x, y) { cells[y * size.width + x] = newValue } }
  }

  private func contains(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && x < size.width && y >= 0 && y < size.height
  }
}
