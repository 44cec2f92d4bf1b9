import Drawing
import Lessons

/// The state as an address of TensorFlow Playground, made to be copied from a terminal: its lines
/// reach from the first column to the last, with nothing beside them that would be copied as well.
struct LinkBox: Sendable {
  /// The address and what it can't tell.
  let address: PlaygroundAddress
  /// Whether the mouse is the program's, so that it can't select text.
  let hasMouse: Bool

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.width > 0, area.height > 0 else { return }
    canvas.fill(area, with: .blank)
    canvas.mark(area, as: Target.overlay)
    let accent = Palette(canvas.capabilities).accent
    canvas.write(
      "This state as an address of TensorFlow Playground", at: Point(x: area.x + 1, y: area.y),
      foreground: accent, style: .bold, maxWidth: area.width - 2)
    var y = area.y + 2
    for line in wrap(address.text, width: area.width).prefix(max(0, area.height - 2)) {
      canvas.write(line, at: Point(x: area.x, y: y), maxWidth: area.width)
      y += 1
    }
    let lines = remarks(width: area.width - 4)
    let room = area.maxY - y - 4
    guard room > 0 else { return }
    let isCut = lines.count > room
    let shown = isCut ? lines.prefix(room - 1) + ["… “percept link” tells all of it."] : lines[...]
    for line in shown {
      y += 1
      canvas.write(line, at: Point(x: area.x + 1, y: y), maxWidth: area.width - 2)
    }
    canvas.write(
      hasMouse
        ? "M leaves the mouse to the terminal, so that the address can be selected."
        : "The mouse is the terminal's: the address can be selected. M takes it back.",
      at: Point(x: area.x + 1, y: y + 2), style: .dim, maxWidth: area.width - 2)
    canvas.write(
      "It is printed as well when you leave Percept.", at: Point(x: area.x + 1, y: y + 3),
      style: .dim, maxWidth: area.width - 2)
  }

  /// What the address can't tell, each thing beginning a line of its own.
  private func remarks(width: Int) -> [String] {
    address.remarks.flatMap { remark in
      wrap(remark, width: max(1, width)).enumerated().map {
        ($0.offset == 0 ? "· " : "  ") + $0.element
      }
    }
  }
}
