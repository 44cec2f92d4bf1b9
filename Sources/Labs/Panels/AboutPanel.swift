import Datasets
import Drawing
import Lessons
import Studio

/// What the focused control does, at more length than the line below has room for.
struct AboutPanel {
  let session: Session
  let focus: Control
  /// What is said in place of the control's help, where a view has the focus.
  var view: String?

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.height >= 4 else { return }
    let palette = Palette(canvas.capabilities)
    canvas.drawBox(area, title: "About", accent: palette.accent)
    let inner = area.inset(horizontally: 2, vertically: 1)
    let lines = paragraphs.flatMap { wrap($0, width: max(1, inner.width)) + [""] }
    for (row, line) in lines.prefix(inner.height).enumerated() {
      canvas.write(line, at: Point(x: inner.x, y: inner.y + row), maxWidth: inner.width)
    }
    // The signs are explained at the lower end, if the words above leave room.
    let signs = signs(canvas.capabilities.glyphs)
    guard lines.count + signs.count <= inner.height else { return }
    for (row, sign) in signs.enumerated() {
      let y = inner.maxY - signs.count + row
      let color =
        sign.value > 0 ? palette.positive : sign.value < 0 ? palette.negative : Color.standard
      canvas.write(sign.mark, at: Point(x: inner.x, y: y), foreground: color, style: .bold)
      canvas.write(
        sign.meaning, at: Point(x: inner.x + 7, y: y), style: .dim, maxWidth: inner.width - 7)
    }
  }

  /// What lines and marks mean; `value` is the sign that their colour stands for.
  private func signs(_ glyphs: GlyphSet) -> [(mark: String, meaning: String, value: Int)] {
    let lines = [
      ("━━━━━", "positive weight", 1), ("━━ ━━", "negative weight", -1),
      ("─ ━ █", "thicker: larger", 0),
    ]
    guard session.preset.objective.outputCount == 1 else { return lines }
    func marks(_ share: Dataset.Share) -> String {
      [true, false].map { String(PointMarks.mark(isPositive: $0, share, glyphs)) }
        .joined(separator: " ")
    }
    return lines + [(marks(.training), "points: + and -", 0)]
      + (session.dataset.validation.isEmpty ? [] : [(marks(.validation), "validation points", 0)])
      + [(marks(.test), "test points", 0)]
  }

  private var paragraphs: [String] {
    var paragraphs = [view ?? focus.help(session)]
    if let setting = focus.described {
      if case .choice(let names) = focus.domain(session) {
        paragraphs.append("Choices: " + names.joined(separator: ", ") + ".")
      }
      paragraphs.append(
        setting.effect == .startsAnew || session.attempt?.exercise.changesAreLive == false
          ? "A change starts training anew." : "A change keeps what was learned.")
    }
    return paragraphs
  }
}
