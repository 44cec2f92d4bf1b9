import Datasets
import Drawing
import Engine

/// A confusion matrix as a table: rows are true classes, columns predicted ones.
struct ConfusionTable {
  let confusion: ConfusionMatrix
  let share: Dataset.Share
  let hasOneOutput: Bool
  let glyphs: GlyphSet

  /// Columns for a class's mark and, in the wide form, its name.
  private func labelWidth(isSpacious: Bool) -> Int { isSpacious ? 3 : 1 }

  private var hasUnanswered: Bool { confusion.unanswered.contains { $0 > 0 } }

  /// Columns of one count: room for every point in one cell, so that no column moves in training;
  /// the wide form has brackets around what is right.
  private func cellWidth(isSpacious: Bool) -> Int {
    let largest = (0..<confusion.classCount).map(confusion.support).max() ?? 0
    return "\(largest)".count + (isSpacious ? 3 : 1)
  }

  private func restWidth(isSpacious: Bool) -> Int {
    hasUnanswered ? max(cellWidth(isSpacious: isSpacious), 5) : 0
  }

  /// What it takes without its heading.
  func size(isSpacious: Bool) -> Size {
    Size(
      width: labelWidth(isSpacious: isSpacious) + confusion.classCount
        * cellWidth(isSpacious: isSpacious)
        + restWidth(isSpacious: isSpacious),
      height: confusion.classCount + 1)
  }

  /// Draws it, with a heading where there is a row for one.
  func draw(in area: Rectangle, isSpacious: Bool, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let size = size(isSpacious: isSpacious)
    let width = cellWidth(isSpacious: isSpacious)
    let labelWidth = labelWidth(isSpacious: isSpacious)
    var y = area.y
    if area.height > size.height, let heading = heading(width: area.width) {
      canvas.write(heading, at: Point(x: area.x, y: y), style: .dim)
      y += 1
    }
    let classes = 0..<confusion.classCount
    for index in classes {
      let mark = String(Palette.mark(forClass: index, glyphs: glyphs))
      let right = area.x + labelWidth + (index + 1) * width - (isSpacious ? 1 : 0)
      let color = color(index, palette)
      canvas.write(mark, at: Point(x: right - 1, y: y), foreground: color, style: .bold)
      canvas.write(mark, at: Point(x: area.x, y: y + 1 + index), foreground: color, style: .bold)
      if isSpacious {
        canvas.write(name(index), at: Point(x: area.x + 2, y: y + 1 + index), style: .dim)
      }
      for predicted in classes {
        draw(
          confusion.counts[index][predicted], isRight: predicted == index, isSpacious,
          endingAt: area.x + labelWidth + (predicted + 1) * width, y + 1 + index, palette,
          on: &canvas)
      }
    }
    guard hasUnanswered else { return }
    let end = area.x + size.width
    canvas.write("none", at: Point(x: end - 4, y: y), style: .dim)
    for index in classes {
      let text = "\(confusion.unanswered[index])"
      canvas.write(
        text, at: Point(x: end - columnWidth(text), y: y + 1 + index), foreground: palette.warning)
    }
  }

  /// What is right is bold, in brackets or underlined; a cell without points has a dot.
  private func draw(
    _ count: Int, isRight: Bool, _ isSpacious: Bool, endingAt end: Int, _ y: Int,
    _ palette: Palette, on canvas: inout Canvas
  ) {
    let digits = count == 0 && !isRight ? "·" : "\(count)"
    let text = isSpacious ? (isRight ? "[\(digits)]" : "\(digits) ") : digits
    let style: Style =
      isRight ? (isSpacious ? .bold : [.bold, .underline]) : count == 0 ? .dim : []
    canvas.write(
      text, at: Point(x: end - columnWidth(text), y: y),
      foreground: isRight ? palette.success : .standard, style: style)
  }

  private func name(_ index: Int) -> String {
    hasOneOutput ? (index == 1 ? "+" : "-") : "\(index + 1)"
  }

  private func color(_ index: Int, _ palette: Palette) -> Color {
    guard hasOneOutput else { return palette.classColor(index) }
    return index == 1 ? palette.positive : palette.negative
  }

  private func heading(width: Int) -> String? {
    let name = share == .test ? "test" : "training"
    return [
      "\(name) points: rows true, columns predicted", "\(name): true ↓ predicted →",
      "true ↓ predicted →", "true ↓",
    ].first { columnWidth($0) <= width }
  }
}
