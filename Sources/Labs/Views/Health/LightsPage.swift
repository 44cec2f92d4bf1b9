import Drawing
import Studio

/// The lights in a column, and beside them, or below, what the chosen one has to say.
struct LightsPage {
  let health: Health
  let chosen: Int
  let suggestion: Int

  private static let listWidth = 30
  /// From so many columns on the words stand beside the lights.
  private static let wide = 64

  private var light: Light { health.lights[chosen] }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.width >= 12, health.lights.indices.contains(chosen) else { return }
    if area.width >= Self.wide {
      let (left, right) = area.splitLeft(Self.listWidth)
      drawList(in: left, on: &canvas)
      canvas.drawVerticalRule(at: Point(x: left.maxX - 1, y: area.y), height: area.height)
      drawWords(
        in: Rectangle(
          x: right.x + 1, y: right.y, width: right.width - 2, height: right.height), on: &canvas)
    } else {
      // The words need their rows; the lights move on under the chosen one.
      let rows = min(health.lights.count, max(1, min(area.height / 3, area.height - 8)))
      let (top, bottom) = area.splitTop(rows)
      drawList(in: top, on: &canvas)
      guard bottom.height > 1 else { return }
      canvas.drawHorizontalRule(at: Point(x: bottom.x, y: bottom.y), width: bottom.width)
      drawWords(in: bottom.splitTop(1).bottom, on: &canvas)
    }
  }

  private func drawList(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let count = health.lights.count
    let first = min(max(0, chosen - area.height / 2), max(0, count - area.height))
    for (row, index) in (first..<min(count, first + area.height)).enumerated() {
      let one = health.lights[index]
      let y = area.y + row
      let isChosen = index == chosen
      canvas.write(
        isChosen ? "▸" : " ", at: Point(x: area.x, y: y), foreground: palette.accent, style: .bold)
      canvas.write(
        String(one.state.glyph), at: Point(x: area.x + 1, y: y),
        foreground: one.state.color(palette), style: one.state == .on ? .bold : [])
      let room = area.width - 2
      canvas.write(
        one.name, at: Point(x: area.x + 3, y: y),
        style: isChosen ? .bold : one.state == .notApplicable ? .dim : [],
        maxWidth: max(0, room - 10))
      let word = one.state.word
      canvas.write(
        word, at: Point(x: area.maxX - 2 - columnWidth(word), y: y),
        foreground: one.state >= .watch ? one.state.color(palette) : .standard,
        style: one.state == .on ? .bold : .dim, maxWidth: max(0, room))
      canvas.mark(
        Rectangle(x: area.x, y: y, width: max(0, area.width - 1), height: 1),
        as: HealthView.Spot.light(index))
    }
  }

  private func drawWords(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    var text = FlowingText(in: area)
    text.write(
      light.measured, lead: "\(light.state.glyph) ", style: .bold,
      leadColor: light.state.color(palette), on: &canvas)
    text.skip(ifMoreThan: 8)
    text.write(light.why, lead: "Why   ", on: &canvas)
    if !light.advice.isEmpty {
      text.skip(ifMoreThan: 6)
      drawAdvice(&text, palette, on: &canvas)
    }
    text.skip(ifMoreThan: 4)
    let place = text.write(
      "\(light.evidence.view.name): \(light.evidence.words) (enter)", lead: "See   ", on: &canvas)
    canvas.mark(place, as: HealthView.Spot.evidence)
    text.skip(ifMoreThan: 3)
    text.write(light.rule, lead: "Rule  ", style: .dim, on: &canvas)
  }

  private func drawAdvice(_ text: inout FlowingText, _ palette: Palette, on canvas: inout Canvas) {
    AdviceList(advice: light.advice, chosen: suggestion).draw(&text, palette, on: &canvas)
  }
}

/// What can be tried, with a mark at the suggestion that `a` carries out.
struct AdviceList {
  let advice: [Advice]
  let chosen: Int

  func draw(_ text: inout FlowingText, _ palette: Palette, on canvas: inout Canvas) {
    let here = min(max(0, chosen), advice.count - 1)
    for (index, one) in advice.enumerated() {
      let isChosen = index == here
      let place = text.write(
        one.text + (isChosen && one.action != nil ? " (a)" : ""),
        lead: (index == 0 ? "Try " : "    ") + (isChosen ? "▸ " : "  "),
        style: isChosen ? .bold : [], leadColor: isChosen ? palette.accent : .standard,
        on: &canvas)
      canvas.mark(place, as: HealthView.Spot.suggestion(index))
    }
  }
}
