import Drawing
import Lessons
import Studio

/// A list of controls with their values, the focused one marked.
struct ControlsPanel {
  let session: Session
  let panel: ControlPanel
  let focus: Control
  let typed: String?
  /// Whose settings they are, where two sessions are compared.
  var side: Rival.Side?

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let holdsFocus = focus.panel == panel
    canvas.drawBox(
      area, title: panel.rawValue + (side.map { " · \($0.rawValue)" } ?? ""), focused: holdsFocus,
      accent: palette.accent)
    canvas.mark(area, as: Target.panel(panel))
    let inner = area.inset(horizontally: 1, vertically: 1)
    guard inner.width >= 8, inner.height >= 1 else { return }
    let controls = panel.controls(session)
    let widest = controls.map { columnWidth($0.title(session)) }.max() ?? 0
    let titleWidth = min(widest + 1, inner.width / 2)
    let focusRow = controls.firstIndex(of: focus) ?? 0
    // Where not all rows fit, the list scrolls so that the focused one is seen.
    let first = min(max(0, focusRow - inner.height + 1), max(0, controls.count - inner.height))
    for (row, control) in controls.dropFirst(first).prefix(inner.height).enumerated() {
      drawRow(control, in: inner, at: inner.y + row, titleWidth, palette, on: &canvas)
    }
    drawScrollMarks(area, first: first, count: controls.count, shown: inner.height, on: &canvas)
  }

  private func drawRow(
    _ control: Control, in inner: Rectangle, at y: Int, _ titleWidth: Int,
    _ palette: Palette, on canvas: inout Canvas
  ) {
    let isFocused = control == focus
    let isLocked = session.isLocked(control)
    canvas.mark(
      Rectangle(x: inner.x, y: y, width: inner.width, height: 1), as: Target.control(control))
    let color: Color = isFocused ? palette.accent : .standard
    canvas.write(
      isFocused ? "▸" : " ", at: Point(x: inner.x, y: y), foreground: color, style: .bold)
    canvas.write(
      control.title(session), at: Point(x: inner.x + 1, y: y), foreground: color,
      style: isFocused ? .bold : .dim, maxWidth: titleWidth - 1)
    let valueX = inner.x + titleWidth + 1
    let valueWidth = inner.maxX - valueX
    if isFocused, let typed {
      canvas.write(
        typed + "_", at: Point(x: valueX, y: y), style: [.underline, .bold], maxWidth: valueWidth)
      canvas.cursor = Point(x: min(valueX + columnWidth(typed), inner.maxX - 1), y: y)
      return
    }
    let used = canvas.write(
      control.value(session), at: Point(x: valueX, y: y), foreground: color,
      style: isFocused ? [.bold, .reverse] : isLocked ? .dim : [],
      maxWidth: isLocked ? valueWidth - 2 : valueWidth)
    guard !isLocked else {
      canvas.write("⊘", at: Point(x: inner.maxX - 1, y: y), style: .dim)
      return
    }
    drawSlider(
      control, from: valueX + max(used, 6) + 1, to: inner.maxX, y, color, isFocused, on: &canvas)
  }

  /// Where the value stands among its stops, where there is room for it.
  private func drawSlider(
    _ control: Control, from x: Int, to end: Int, _ y: Int, _ color: Color, _ isFocused: Bool,
    on canvas: inout Canvas
  ) {
    guard case .number(_, let steps, _, _) = control.domain(session), steps.count > 1,
      end - x >= 4, let value = Double(control.plainValue(session))
    else { return }
    let below = steps.lastIndex { $0 <= value } ?? 0
    let cells = Rectangle(x: x, y: y, width: min(8, end - x), height: 1)
    canvas.mark(cells, as: Target.slider(control, cells))
    canvas.drawSlider(
      value: Double(below) / Double(steps.count - 1), at: Point(x: x, y: y),
      width: min(8, end - x), focused: isFocused, accent: color)
  }

  private func drawScrollMarks(
    _ area: Rectangle, first: Int, count: Int, shown: Int, on canvas: inout Canvas
  ) {
    let x = area.maxX - 3
    if first > 0 { canvas.write("↑", at: Point(x: x, y: area.y)) }
    if first + shown < count { canvas.write("↓", at: Point(x: x, y: area.maxY - 1)) }
  }
}
