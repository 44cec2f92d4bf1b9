import Drawing

/// The numbers at the left of a space and below it.
struct SpaceAxes {
  /// The cells of the picture itself.
  let plot: Rectangle
  private let frame: SpaceFrame
  /// Columns for numbers.
  private let left: Int
  private let across: Ticks
  private let up: Ticks

  /// - Parameter inner: the cells for the picture, its numbers and the names of the axes.
  init(frame: SpaceFrame, in inner: Rectangle) {
    self.frame = frame
    up = Ticks(in: frame.up, count: inner.height >= 22 ? 5 : 4)
    let labels = up.labels.map { columnWidth($0) }.max() ?? 0
    let left = min(max(MapView.leftMargin, labels + 1), inner.width / 2)
    self.left = left - 1
    plot = Rectangle(
      x: inner.x + left, y: inner.y, width: inner.width - left,
      height: inner.height - MapView.bottomMargin)
    across = Ticks(in: frame.across, count: plot.width >= 44 ? 5 : 4)
  }

  func draw(on canvas: inout Canvas) {
    for (value, label) in zip(up.values, up.labels) {
      guard let cell = frame.cell(Float(frame.across.lowerBound), Float(value), in: plot) else {
        continue
      }
      let x = plot.x - 1
      canvas.write("┤", at: Point(x: x, y: cell.y), style: .dim)
      guard columnWidth(label) <= left else { continue }
      canvas.write(label, at: Point(x: x - columnWidth(label), y: cell.y), style: .dim)
    }
    var free = plot.x - 1
    for (value, label) in zip(across.values, across.labels) {
      guard let cell = frame.cell(Float(value), Float(frame.up.lowerBound), in: plot) else {
        continue
      }
      let width = columnWidth(label)
      let x = min(max(cell.x - width / 2, free), plot.maxX - width)
      guard x >= free else { continue }
      canvas.write(label, at: Point(x: x, y: plot.maxY), style: .dim)
      free = x + width + 1
    }
  }
}
