import Drawing
import Studio

/// The last step of the chosen racer in words and numbers, as much of it as there is room for.
struct StepBox {
  let racer: Racer
  /// The loss of the surface anywhere.
  let surface: any Surface

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.width >= 8, area.height >= 1 else { return }
    guard let step = racer.lastStep else {
      for (row, line) in wrap(
        "No step yet: s takes one, and here stands what it does with its numbers.",
        width: area.width
      ).prefix(area.height).enumerated() {
        canvas.write(line, at: Point(x: area.x, y: area.y + row), style: .dim)
      }
      return
    }
    let lines = lines(step, width: area.width, height: area.height)
    for (row, line) in lines.prefix(area.height).enumerated() {
      canvas.write(
        line.text, at: Point(x: area.x, y: area.y + row), style: line.isFormula ? .bold : [],
        maxWidth: area.width)
    }
  }

  /// A line of text, and whether it is a formula.
  private typealias Line = (text: String, isFormula: Bool)

  /// All of it if there is room, else the formulas alone, else the way they begin and end.
  private func lines(_ step: DescentStep, width: Int, height: Int) -> [Line] {
    let words = StepWords(
      step: step,
      losses: (surface.value(at: SIMD2(step.before)), surface.value(at: SIMD2(step.after))))
    let opening = words.opening.flatMap { pair($0.words, $0.formula, width) }
    let ending = wrap(words.ending, width: width).map { Line($0, false) }
    let middle = words.lines
    let full = opening + middle.flatMap { pair($0.words, $0.formula, width) } + ending
    if full.count <= height { return full }
    let short = opening + middle.flatMap { formula($0.formula, width) } + ending
    if short.count <= height { return short }
    let last = middle.last.map { formula($0.formula, width) } ?? []
    let least = Array(opening.suffix(1)) + last + ending
    return least.count <= height ? least : last + ending
  }

  /// Words, and the formula behind them if both have room in a line.
  private func pair(_ words: String, _ formula: String, _ width: Int) -> [Line] {
    if columnWidth(words) + 2 + columnWidth(formula) <= width {
      return [("\(words)  \(formula)", false)]
    }
    return wrap(words, width: width).map { ($0, false) } + self.formula(formula, width)
  }

  private func formula(_ text: String, _ width: Int) -> [Line] {
    wrap(text, width: max(1, width - 2)).map { ("  " + $0, true) }
  }
}
