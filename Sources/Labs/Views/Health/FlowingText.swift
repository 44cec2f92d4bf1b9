import Drawing

/// Paragraphs one below the other in a place, as far as there is room.
struct FlowingText {
  private let area: Rectangle
  /// The row of the next line.
  private(set) var y: Int

  init(in area: Rectangle) {
    self.area = area
    y = area.y
  }

  /// Rows that are left.
  var room: Int { max(0, area.maxY - y) }

  /// Writes a paragraph; of its first line, a lead stands left in bold, under which the rest is
  /// indented.
  ///
  /// - Returns: the cells it took.
  @discardableResult
  mutating func write(
    _ text: String, lead: String = "", color: Color = .standard, style: Style = [],
    leadColor: Color? = nil, on canvas: inout Canvas
  ) -> Rectangle {
    let indent = lead.isEmpty ? 0 : columnWidth(lead)
    let start = y
    for (row, line) in wrap(text, width: max(1, area.width - indent)).enumerated() {
      guard y < area.maxY, area.width > indent else { break }
      if row == 0 && indent > 0 {
        canvas.write(
          lead, at: Point(x: area.x, y: y), foreground: leadColor ?? color, style: .bold,
          maxWidth: area.width)
      }
      canvas.write(
        line, at: Point(x: area.x + indent, y: y), foreground: color, style: style,
        maxWidth: area.width - indent)
      y += 1
    }
    return Rectangle(x: area.x, y: start, width: area.width, height: y - start)
  }

  /// Leaves a row free, where more than so many are left.
  mutating func skip(ifMoreThan rows: Int = 1) {
    if room > rows { y += 1 }
  }
}
