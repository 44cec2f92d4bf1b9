import Drawing
import Studio

/// A view in its frame; that of the shown view has the tabs of all views in its upper edge.
struct ViewPane {
  let view: any RunView
  let scene: Scene
  /// The view's place in the catalogue.
  let index: Int
  /// Whether the frame has the tabs.
  let hasTabs: Bool

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    canvas.drawBox(
      area, title: hasTabs ? "" : view.title(scene) + side, focused: scene.isFocused,
      accent: palette.accent, footer: view.note(scene))
    canvas.mark(area, as: Target.pane(index))
    if hasTabs { drawTabs(in: area, palette, on: &canvas) }
    let inner = area.inset(horizontally: 1, vertically: 1)
    guard inner.width >= 1, inner.height >= 1 else { return }
    view.draw(scene, in: inner, on: &canvas)
  }

  /// Whose picture it is, where two sessions are compared.
  private var side: String {
    guard let rival = scene.rival, !(view is PairView) else { return "" }
    return " · \(rival.focus.rawValue)"
  }

  /// `1 Output·2·3·4`: the shown view with its title, the others by name if there is room; of those
  /// without a digit only the shown one if there is not.
  private func drawTabs(in area: Rectangle, _ palette: Palette, on canvas: inout Canvas) {
    let room = area.width - 5
    let all = ViewCatalogue.all
    let title = view.title(scene) + side
    let names = all.map { " \($0.name)" }
    let isLong =
      all.indices.reduce(0) { $0 + 3 + columnWidth($1 == index ? " " + title : names[$1]) } <= room
    let listed = all.indices.filter { isLong || $0 == index || all[$0].key.isWholeNumber }
    var x = area.x + 2
    for other in listed {
      let key = "\(all[other].key)"
      // What the other keys need stays free, however long the title is.
      let rest = isLong ? room : room - 2 * (listed.count - 1) - 2
      let text =
        other == index ? "\(key) \(title)" : isLong ? key + names[other] : key
      let start = x
      x += canvas.write(
        other == listed.first ? " " : isLong ? "  " : "·", at: Point(x: x, y: area.y), style: .dim)
      x += canvas.write(
        text, at: Point(x: x, y: area.y),
        foreground: other == index && scene.isFocused ? palette.accent : .standard,
        style: other == index ? .bold : .dim, maxWidth: other == index ? max(1, rest) : nil)
      canvas.mark(
        Rectangle(x: start, y: area.y, width: x - start, height: 1), as: Target.view(other))
    }
    if x < area.maxX - 1 { canvas.write(" ", at: Point(x: x, y: area.y)) }
  }
}
