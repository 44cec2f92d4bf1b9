import Drawing
import Studio

/// The lights that are on, in few words, to be seen beside anything else; a press shows them all.
struct LightsLine {
  private let health: Health

  init(_ health: Health) { self.health = health }

  /// `! 2 lights: dead units, plateau`: the sign is also the key that shows them. Nil while none is
  /// on.
  var text: String? { health.summary.map { "\(HealthView.key) \($0)" } }

  /// `! plateau` or `! 2 lights`.
  private var shortText: String? {
    let lit = health.lit
    guard let first = lit.first else { return nil }
    return "\(HealthView.key) " + (lit.count == 1 ? first.name : "\(lit.count) lights")
  }

  /// Draws the line into one row.
  func draw(at point: Point, width: Int, on canvas: inout Canvas) {
    guard let text, width > 4 else { return }
    write(text, at: point, width: width, on: &canvas)
  }

  /// Writes as much as fits into the lower edge of a box.
  func draw(intoEdgeOf box: Rectangle, on canvas: inout Canvas) {
    guard let text, let shortText, box.width >= 12, box.height >= 2 else { return }
    let room = box.width - 6
    let shown = columnWidth(text) <= room ? text : shortText
    let width = min(columnWidth(shown), room)
    let point = Point(x: box.maxX - 3 - width, y: box.maxY - 1)
    canvas.write(" ", at: Point(x: point.x - 1, y: point.y))
    write(shown, at: point, width: width, on: &canvas)
    canvas.write(" ", at: Point(x: point.x + width, y: point.y))
  }

  private func write(_ text: String, at point: Point, width: Int, on canvas: inout Canvas) {
    let used = canvas.write(
      text, at: point, foreground: Palette(canvas.capabilities).warning, style: .bold,
      maxWidth: width)
    guard let place = ViewCatalogue.place(of: HealthView.self) else { return }
    canvas.mark(
      Rectangle(x: point.x, y: point.y, width: used, height: 1), as: Target.view(place))
  }
}
