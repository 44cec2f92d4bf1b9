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
  /// What answers to the mouse, in the order it was drawn.
  public private(set) var hotspots: [Hotspot] = []

  private let collectsHotspots: Bool

  /// A blank canvas; negative sides count as 0.
  ///
  /// - Parameter collectsHotspots: whether it keeps what answers to the mouse; a picture that is only
  ///   shown has no need to.
  public init(size: Size, capabilities: Capabilities, collectsHotspots: Bool = false) {
    self.collectsHotspots = collectsHotspots
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    self.capabilities = capabilities
    self.cells = Array(repeating: .blank, count: self.size.width * self.size.height)
  }

  /// The whole canvas.
  public var bounds: Rectangle { Rectangle(x: 0, y: 0, width: size.width, height: size.height) }

  /// The cell at a place; blank outside, where writing does nothing.
  ///
  /// This is the only door to the cells, and keeps two promises: a glyph that the terminal cannot
  /// show is replaced by one that it can, and there is never half a wide character. A wide glyph
  /// takes the next cell too, and whoever overwrites one half of it blanks the other.
  public subscript(x: Int, y: Int) -> Cell {
    get { contains(x, y) ? cells[y * size.width + x] : .blank }
    set { if contains(x, y) { put(newValue, x, at: y * size.width + x) } }
  }

  /// Lets cells answer to the mouse, in front of what was told before.
  public mutating func mark(
    _ area: Rectangle, as target: @autoclosure () -> some Hashable & Sendable
  ) {
    guard collectsHotspots else { return }
    let seen = area.intersection(bounds)
    if !seen.isEmpty { hotspots.append(Hotspot(seen, target: target())) }
  }

  private mutating func put(_ cell: Cell, _ x: Int, at index: Int) {
    guard let wanted = cell.glyph else {
      // The second column of a wide character has no glyph of its own to change.
      let isSecondHalf = cells[index].glyph == nil
      cells[index] = cell
      if !isSecondHalf { cells[index].glyph = " " }
      return
    }
    let glyph = wanted.fitted(to: capabilities.glyphs)
    let width = columnWidth(glyph)
    let fits = width == 1 || (width == 2 && x + 1 < size.width)
    if x > 0, cells[index].glyph == nil { cells[index - 1].glyph = " " }
    cells[index] = cell
    cells[index].glyph = fits ? glyph : " "
    let last = width == 2 && fits ? index + 1 : index
    if x + 1 + (last - index) < size.width, cells[last + 1].glyph == nil {
      cells[last + 1].glyph = " "
    }
    if last > index {
      cells[last] = cell
      cells[last].glyph = nil
    }
  }

  private func contains(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && x < size.width && y >= 0 && y < size.height
  }
}
