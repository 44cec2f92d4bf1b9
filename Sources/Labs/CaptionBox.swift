import Drawing
import Lessons

/// What a preset says about itself, over the lower part of the screen.
struct CaptionBox {
  let preset: Preset

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let width = min(area.width - 4, 76)
    let text = preset.summary.isEmpty ? "This preset has no caption." : preset.summary
    let all = wrap(text, width: max(1, width - 6))
    let room = max(1, area.height - 3)
    let lines = all.count > room ? all.prefix(room - 1) + ["…"] : all[...]
    let box = Rectangle(
      x: area.x + (area.width - width) / 2, y: area.maxY - lines.count - 3, width: width,
      height: lines.count + 2)
    canvas.fill(box, with: .blank)
    canvas.mark(box, as: Target.overlay)
    canvas.drawBox(
      box, title: preset.title, focused: true, accent: palette.accent, footer: "C hides it")
    for (row, line) in lines.enumerated() {
      canvas.write(line, at: Point(x: box.x + 3, y: box.y + 1 + row), style: .bold)
    }
  }
}
