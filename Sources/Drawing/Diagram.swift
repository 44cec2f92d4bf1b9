/// A weight between two units, drawn as a line between their tiles.
public struct Connection: Equatable, Sendable {
  /// The cell at the right edge of the tile it leaves; the line starts in the next column.
  public var from: Point
  /// The cell at the left edge of the tile it enters; the line ends in the column before.
  public var to: Point
  /// The weight.
  public var weight: Float
  /// Whether it is pointed at.
  public var isHighlighted: Bool

  /// A connection between two tiles.
  public init(from: Point, to: Point, weight: Float, isHighlighted: Bool = false) {
    self.from = from
    self.to = to
    self.weight = weight
    self.isHighlighted = isHighlighted
  }
}

extension Canvas {
  /// Draws connections: positive ones solid and negative ones dashed, in one to three dots of
  /// thickness by their size; `scale` is the weight that counts as full.
  ///
  /// Weights below 2 % of the scale are grey, and a weight of exactly 0 is not drawn. Where lines
  /// cross, the larger weight is in front. A highlighted one is in front of all, in the accent
  /// colour and with an arrow at its end.
  public mutating func drawConnections(
    _ connections: [Connection], scale: Float, palette: Palette
  ) {
    let drawn = connections.filter { $0.weight != 0 && $0.to.x - $0.from.x > 1 }
    guard let area = extent(drawn), !area.isEmpty else { return }
    var grid = BrailleGrid(size: area.size)
    for connection in drawn { grid.draw(connection, in: area, scale, palette) }
    draw(grid, at: Point(x: area.x, y: area.y))
    for connection in drawn where connection.isHighlighted {
      stroke("▸", connection.to.x - 1, connection.to.y, palette.accent, .bold)
    }
  }

  /// The cells that connections can touch.
  private func extent(_ connections: [Connection]) -> Rectangle? {
    guard let left = connections.map({ $0.from.x + 1 }).min(),
      let right = connections.map({ $0.to.x }).max(),
      let top = connections.map({ min($0.from.y, $0.to.y) }).min(),
      let bottom = connections.map({ max($0.from.y, $0.to.y) }).max()
    else { return nil }
    return Rectangle(x: left, y: top, width: right - left, height: bottom + 1 - top)
      .intersection(bounds)
  }
}

extension Connection {
  fileprivate var priority: Float {
    if isHighlighted { return .infinity }
    return weight.isNaN ? .greatestFiniteMagnitude : min(abs(weight), .greatestFiniteMagnitude)
  }
}

extension BrailleGrid {
  fileprivate mutating func draw(
    _ connection: Connection, in area: Rectangle, _ scale: Float, _ palette: Palette
  ) {
    let size = abs(connection.weight) / max(scale, .leastNormalMagnitude)
    let isFinite = connection.weight.isFinite
    let isTiny = !isFinite || size < 0.02
    let sign: Color = connection.weight < 0 ? palette.negative : palette.positive
    line(
      from: (
        Double(2 * (connection.from.x + 1 - area.x)), Double(4 * (connection.from.y - area.y)) + 1.5
      ),
      to: (
        Double(2 * (connection.to.x - area.x) - 1), Double(4 * (connection.to.y - area.y)) + 1.5
      ),
      color: connection.isHighlighted
        ? palette.accent : isFinite ? (isTiny ? palette.muted : sign) : palette.warning,
      priority: connection.priority,
      pattern: isFinite ? (connection.weight < 0 ? .longDashed : .solid) : .dotted,
      thickness: isTiny || size < 1 / 3 ? 1 : (size < 2 / 3 ? 2 : 3), covers: true)
  }
}
