import Drawing
import Lessons
import Studio

/// What the focused control does, at more length than the line below has room for.
struct AboutPanel {
  let session: Session
  let focus: Control

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.height >= 4 else { return }
    let palette = Palette(depth: canvas.capabilities.depth)
    canvas.drawBox(area, title: "About", accent: palette.accent)
    let inner = area.inset(horizontally: 2, vertically: 1)
    let lines = paragraphs.flatMap { wrap($0, width: max(1, inner.width)) + [""] }
    for (row, line) in lines.prefix(inner.height).enumerated() {
      canvas.write(line, at: Point(x: inner.x, y: inner.y + row), maxWidth: inner.width)
    }
  }

  private var paragraphs: [String] {
    var paragraphs = [focus.help(session)]
    if case .setting(let key) = focus, let setting = SettingCatalogue.keyed(key) {
      if case .choice(let names) = setting.domain {
        paragraphs.append("Choices: " + names.joined(separator: ", ") + ".")
      }
      paragraphs.append(
        key.hasPrefix("data.") || key == "network.seed" || key == "network.initialization"
          ? "A change starts training anew." : "A change keeps what was learned.")
    }
    return paragraphs
  }
}
