import Drawing
import Lessons
import Studio

/// A list of controls with their values, the focused one marked, as on the playground.
struct DescentRows {
  let spec: RaceSpec
  /// The racer that the settings are of.
  let racer: Int
  let controls: [DescentControl]
  /// The row of the focused control; nil if the focus is elsewhere.
  let focus: Int?
  /// What is typed for it; nil while nothing is.
  let typed: String?

  func draw(in inner: Rectangle, on canvas: inout Canvas) {
    guard inner.width >= 8, inner.height >= 1 else { return }
    let widest = controls.map { columnWidth($0.title) }.max() ?? 0
    let titleWidth = min(widest + 1, inner.width / 2)
    // Where not all rows fit, the list scrolls so that the focused one is seen.
    let first = min(
      max(0, (focus ?? 0) - inner.height + 1), max(0, controls.count - inner.height))
    for (row, control) in controls.enumerated().dropFirst(first).prefix(inner.height) {
      drawRow(
        control, isFocused: row == focus, in: inner, at: inner.y + row - first, titleWidth,
        on: &canvas)
    }
    let x = inner.maxX - 2
    if first > 0 { canvas.write("↑", at: Point(x: x, y: inner.y - 1)) }
    if first + inner.height < controls.count { canvas.write("↓", at: Point(x: x, y: inner.maxY)) }
  }

  private func drawRow(
    _ control: DescentControl, isFocused: Bool, in inner: Rectangle, at y: Int,
    _ titleWidth: Int, on canvas: inout Canvas
  ) {
    let palette = Palette(canvas.capabilities)
    canvas.mark(
      Rectangle(x: inner.x, y: y, width: inner.width, height: 1),
      as: DescentTarget.control(control))
    let color: Color = isFocused ? palette.accent : .standard
    canvas.write(
      isFocused ? "▸" : " ", at: Point(x: inner.x, y: y), foreground: color, style: .bold)
    canvas.write(
      control.title, at: Point(x: inner.x + 1, y: y), foreground: color,
      style: isFocused ? .bold : .dim, maxWidth: titleWidth - 1)
    let valueX = inner.x + titleWidth + 1
    let room = inner.maxX - valueX
    if isFocused, let typed {
      canvas.write(
        typed + "_", at: Point(x: valueX, y: y), style: [.underline, .bold], maxWidth: room)
      canvas.cursor = Point(x: min(valueX + columnWidth(typed), inner.maxX - 1), y: y)
      return
    }
    let used = canvas.write(
      control.value(spec, racer), at: Point(x: valueX, y: y), foreground: color,
      style: isFocused ? [.bold, .reverse] : [], maxWidth: room)
    drawSlider(control, from: valueX + max(used, 6) + 1, to: inner.maxX, y, isFocused, on: &canvas)
  }

  /// Where the value stands among its stops, where there is room for it.
  private func drawSlider(
    _ control: DescentControl, from x: Int, to end: Int, _ y: Int, _ isFocused: Bool,
    on canvas: inout Canvas
  ) {
    guard case .number(_, let steps, _, _) = control.domain(spec, racer), steps.count > 1,
      end - x >= 4, let value = control.number(spec, racer)
    else { return }
    let below = steps.lastIndex { $0 <= value + 1e-9 } ?? 0
    canvas.drawSlider(
      value: Double(below) / Double(steps.count - 1), at: Point(x: x, y: y),
      width: min(8, end - x), focused: isFocused,
      accent: isFocused ? Palette(canvas.capabilities).accent : .standard)
  }
}
