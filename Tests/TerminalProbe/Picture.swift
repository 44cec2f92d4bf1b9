import Drawing

/// What the probe shows.
struct Picture {
  var events: [String] = []
  var isBusy = false
  var isCursorShown = false
  private var count = 0
  private var frame = 0

  mutating func note(_ event: ScreenEvent) {
    count += 1
    events.append("\(count) \(Self.name(event))")
  }

  mutating func draw(size: Size, capabilities: Capabilities) -> Canvas {
    var canvas = Canvas(size: size, capabilities: capabilities)
    let title =
      "probe \(size.width)x\(size.height) \(capabilities.depth.rawValue)"
      + " \(capabilities.glyphs.rawValue)"
    write(title, at: Point(x: 0, y: 0), style: .bold, on: &canvas)
    for x in 0..<size.width {
      let shade = UInt8(clamping: x * 255 / max(1, size.width - 1))
      canvas[x, 1] = Cell(
        capabilities.glyphs == .ascii ? "#" : "▀", foreground: .rgb(shade, 119, 255 - shade),
        background: .rgb(255 - shade, shade, 34))
    }
    let rows = max(0, size.height - 2)
    for (y, line) in events.suffix(rows).enumerated() {
      write(line, at: Point(x: 0, y: y + 2), on: &canvas)
    }
    if isBusy { scramble(&canvas) }
    canvas.cursor = isCursorShown ? Point(x: 3, y: 1) : nil
    return canvas
  }

  /// Every cell other than in the frame before: the most a terminal can be given.
  private mutating func scramble(_ canvas: inout Canvas) {
    frame += 1
    for y in 2..<max(2, canvas.size.height) {
      for x in 0..<canvas.size.width {
        let value = UInt8(truncatingIfNeeded: (x * 7 + y * 13) ^ (frame * 31))
        canvas[x, y] = Cell(
          "▀", foreground: .rgb(value & 0xE0, 128, 64), background: .rgb(64, value & 0xC0, 128))
      }
    }
  }

  private func write(
    _ text: String, at point: Point, style: Style = [], on canvas: inout Canvas
  ) {
    for (index, character) in text.enumerated() {
      canvas[point.x + index, point.y] = Cell(character, style: style)
    }
  }

  private static func name(_ event: ScreenEvent) -> String {
    switch event {
    case .key(let key): "key \(key)"
    case .mouse(let event):
      "\(event.kind) \(event.button) \(event.position.x),\(event.position.y)"
        + (event.shift ? " shift" : "") + (event.control ? " control" : "")
    case .resized(let size): "resized \(size.width)x\(size.height)"
    case .terminated(let signal): "terminated \(signal)"
    }
  }
}
