import Drawing
import Studio

/// What cannot go well as it is set now; it stays on the screen as long as it holds.
struct WarningLines {
  private let warnings: [String]

  /// - Parameter isShort: where there is little room, the first warning and how many more there are.
  init(_ session: Session, isShort: Bool = false) {
    let all = session.warnings
    if isShort, let first = all.first {
      warnings = [first + (all.count > 1 ? " (+ \(all.count - 1))" : "")]
    } else {
      warnings = all
    }
  }

  /// The warnings in lines of so many columns, each with its sign in front.
  func lines(width: Int) -> [String] {
    warnings.flatMap { warning in
      wrap(warning, width: max(1, width - 3)).enumerated().map { ($0 == 0 ? "! " : "  ") + $1 }
    }
  }

  /// Draws the lines so that they end above a row.
  func draw(above end: Int, from x: Int, width: Int, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let lines = lines(width: width)
    for (row, line) in lines.enumerated() {
      canvas.write(
        line, at: Point(x: x, y: end - lines.count + row), foreground: palette.warning,
        style: .bold, maxWidth: width)
    }
  }
}
