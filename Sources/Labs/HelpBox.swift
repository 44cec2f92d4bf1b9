import Drawing

/// The keys and what they do, in a box that can be scrolled.
struct HelpBox {
  /// The size of the screen.
  let size: Size
  /// The first line that is seen.
  let start: Int
  /// The keys of the screen that is shown, which come first; nil if it has none of its own.
  var own: KeyMap.Section?

  private var lines: [(keys: String, text: String)] {
    (own.map(KeyMap.lines) ?? []) + KeyMap.helpLines
  }

  /// The lines that are seen at once.
  private var rows: Int { max(1, min(lines.count, size.height - 6)) }

  /// The furthest that the help can be scrolled.
  var lastStart: Int { max(0, lines.count - rows) }

  func draw(on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let lines = lines
    let keyWidth = (lines.map { columnWidth($0.keys) }.max() ?? 0) + 2
    let textWidth = lines.map { columnWidth($0.text) }.max() ?? 0
    let width = min(keyWidth + textWidth + 6, canvas.size.width - 2)
    let box = Rectangle(
      x: (canvas.size.width - width) / 2, y: (canvas.size.height - rows - 2) / 2, width: width,
      height: rows + 2)
    canvas.fill(box, with: .blank)
    canvas.mark(box, as: Target.overlay)
    canvas.drawBox(
      box, title: "Keys", focused: true, accent: palette.accent,
      footer: lastStart > 0 ? "↑↓ more · esc closes" : "esc closes")
    let inner = box.inset(horizontally: 3, vertically: 1)
    for (row, line) in lines.dropFirst(start).prefix(rows).enumerated() {
      let y = inner.y + row
      if line.keys.isEmpty {
        canvas.write(
          line.text, at: Point(x: inner.x, y: y), foreground: palette.accent, style: .bold,
          maxWidth: inner.width)
      } else {
        canvas.write(line.keys, at: Point(x: inner.x, y: y), style: .bold)
        canvas.write(
          line.text, at: Point(x: inner.x + keyWidth, y: y), maxWidth: inner.width - keyWidth)
      }
    }
    if start > 0 { canvas.write("↑", at: Point(x: box.maxX - 3, y: box.y)) }
    if start < lastStart { canvas.write("↓", at: Point(x: box.maxX - 3, y: box.maxY - 1)) }
  }
}
