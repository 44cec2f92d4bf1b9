import Drawing
import Studio

/// The picture.
extension DescentLab {
  func view(_ session: Session, in area: Rectangle, on canvas: inout Canvas) {
    if isSpotlit {
      drawMap(in: area, on: &canvas)
    } else if area.width >= 110 && area.height >= 32 {
      drawWide(in: area, on: &canvas)
    } else {
      drawCompact(in: area, on: &canvas)
    }
  }

  /// Controls left; map and chart beside them, and below these the table and the words.
  private func drawWide(in area: Rectangle, on canvas: inout Canvas) {
    let (left, right) = area.splitLeft(30)
    let (surfaceArea, belowSurface) = left.splitTop(DescentControl.ofSurface.count + 2)
    let (settingsArea, aboutArea) = belowSurface.splitTop(
      min(settings.count + 2, max(0, belowSurface.height - 9)))
    drawPanel(.surface, in: surfaceArea, on: &canvas)
    drawPanel(.settings, in: settingsArea, on: &canvas)
    drawAbout(in: aboutArea, on: &canvas)
    let tableRows = race.racers.count + 3
    // With room for all, the words are always whole; else they are once they have the focus.
    let wordRows = area.height >= 52 ? 17 : panel == .words ? 16 : 6
    let showsTable = area.height >= 52 || panel != .words
    let bottomRows = area.height >= 52 ? tableRows + wordRows : max(16, tableRows + 6)
    let (top, bottom) = right.splitTop(area.height - bottomRows)
    let (mapArea, chartArea) = top.splitLeft(right.width * 3 / 5)
    drawMap(in: mapArea, on: &canvas)
    drawChart(in: chartArea, on: &canvas)
    guard showsTable else { return drawPanel(.words, in: bottom, on: &canvas) }
    let (tableArea, wordArea) = bottom.splitTop(tableRows)
    drawPanel(.racers, in: tableArea, on: &canvas)
    drawPanel(.words, in: wordArea, on: &canvas)
  }

  /// The map left; right the panel that has the focus, and the chart below it where words leave room.
  private func drawCompact(in area: Rectangle, on canvas: inout Canvas) {
    let (left, right) = area.splitLeft(min(area.width / 2 + 1, 2 * area.height + 4))
    drawMap(in: left, on: &canvas)
    let rows =
      switch panel {
      case .surface: 14
      case .racers: race.racers.count + 3
      case .settings: settings.count + 2
      case .words: area.height
      }
    let (top, bottom) = right.splitTop(
      panel == .words ? area.height : min(max(rows, 10), area.height - 6))
    drawPanel(panel, in: top, on: &canvas)
    drawPanelNames(in: top, on: &canvas)
    drawChart(in: bottom, on: &canvas)
  }

  /// Which panels take turns here, in the lower edge of the one that is shown.
  private func drawPanelNames(in area: Rectangle, on canvas: inout Canvas) {
    guard area.height >= 2, area.width >= 40 else { return }
    let y = area.maxY - 1
    var x = area.x + 1
    for other in DescentPanel.allCases {
      let start = x
      x += canvas.write(
        " \(other.name)", at: Point(x: x, y: y), style: other == panel ? .bold : .dim)
      canvas.mark(
        Rectangle(x: start, y: y, width: x - start, height: 1), as: DescentTarget.panel(other))
    }
    canvas.write(" ", at: Point(x: x, y: y))
  }

  private func drawPanel(_ shown: DescentPanel, in area: Rectangle, on canvas: inout Canvas) {
    let isFocused = shown == panel
    let title: String
    var footer = ""
    let inner = area.inset(horizontally: 1, vertically: 1)
    let table = RaceTable(race: race, chosen: chosen, isFocused: isFocused)
    switch shown {
    case .surface: title = "Surface"
    case .racers:
      title = "Racers"
      footer = cutNote(table.cut(toWidth: inner.width, on: canvas), room: inner.width - 8)
    case .settings: title = "Settings of \(chosenTitle(canvas))"
    case .words: title = wordsTitle(canvas)
    }
    canvas.drawBox(
      area, title: title, focused: isFocused, accent: Palette(canvas.capabilities).accent,
      footer: footer)
    canvas.mark(area, as: DescentTarget.panel(shown))
    switch shown {
    case .surface: drawSurface(in: inner, isFocused: isFocused, on: &canvas)
    case .racers: table.draw(in: inner, on: &canvas)
    case .settings: drawRows(settings, isFocused: isFocused, in: inner, on: &canvas)
    case .words:
      if race.racers.indices.contains(chosen) {
        StepBox(racer: race.racers[chosen], surface: race.spec.surface).draw(
          in: inner.inset(horizontally: 1, vertically: 0), on: &canvas)
      }
    }
  }

  /// The controls, and what is to be seen below them where there is room.
  private func drawSurface(in inner: Rectangle, isFocused: Bool, on canvas: inout Canvas) {
    let (rows, rest) = inner.splitTop(DescentControl.ofSurface.count)
    drawRows(DescentControl.ofSurface, isFocused: isFocused, in: rows, on: &canvas)
    drawSurfaceText(in: rest.inset(horizontally: 1, vertically: 0), on: &canvas)
  }

  private func drawRows(
    _ controls: [DescentControl], isFocused: Bool, in inner: Rectangle, on canvas: inout Canvas
  ) {
    DescentRows(
      spec: race.spec, racer: chosen, controls: controls, focus: isFocused ? row : nil,
      typed: isFocused ? entry?.text : nil
    ).draw(in: inner, on: &canvas)
  }

  private func drawAbout(in area: Rectangle, on canvas: inout Canvas) {
    canvas.drawBox(area, title: "About", accent: Palette(canvas.capabilities).accent)
    drawSurfaceText(in: area.inset(horizontally: 2, vertically: 1), on: &canvas)
  }

  private func drawSurfaceText(in area: Rectangle, on canvas: inout Canvas) {
    let surface = race.spec.surface
    var lines = wrap(surface.formula, width: area.width).map { (text: $0, style: Style.bold) }
    lines += wrap(surface.lesson, width: area.width).map { ($0, []) }
    let signs = [
      "From the chosen racer: the solid arrow is downhill, the dashed one what is left of earlier"
        + " steps, as long as its share of the next step.",
      "Marks on a path: 10, 100, 1000 … steps.",
    ]
    for sign in signs { lines += wrap(sign, width: area.width).map { ($0, .dim) } }
    lines += wrap(surface.source, width: area.width).map { ($0, .dim) }
    for (row, line) in lines.prefix(area.height).enumerated() {
      canvas.write(
        line.text, at: Point(x: area.x, y: area.y + row), style: line.style, maxWidth: area.width)
    }
  }

  private func drawMap(in area: Rectangle, on canvas: inout Canvas) {
    let surface = race.spec.surface
    let step = race.stepCount == 1 ? "1 step" : "\(race.stepCount) steps"
    canvas.drawBox(
      area, title: surface.name, focused: cursor != nil,
      accent: Palette(canvas.capabilities).accent,
      footer: cursor != nil ? "enter starts here" : "\(isPlaying ? "▶" : "‖") \(step)")
    SurfaceMap(race: race, chosen: chosen, cursor: cursor)
      .draw(in: area.inset(horizontally: 1, vertically: 1), on: &canvas)
  }

  private func drawChart(in area: Rectangle, on canvas: inout Canvas) {
    canvas.drawBox(
      area, title: "Loss above the least", accent: Palette(canvas.capabilities).accent)
    let inner = area.inset(horizontally: 1, vertically: 1)
    guard !inner.isEmpty else { return }
    RaceChart(race: race, hasLogarithmicSteps: hasLogarithmicSteps)
      .draw(in: inner, on: &canvas)
  }

  /// The chosen racer's mark and name.
  private func chosenTitle(_ canvas: Canvas) -> String {
    guard let racer = race.spec.racer(chosen) else { return "" }
    return "\(RacerPen(index: chosen).mark(canvas)) \(racer.title)"
  }

  private func wordsTitle(_ canvas: Canvas) -> String {
    guard race.racers.indices.contains(chosen), let step = race.racers[chosen].lastStep else {
      return "Step of \(chosenTitle(canvas))"
    }
    return "Step \(step.number + 1) of \(chosenTitle(canvas)), η = \(text(step.rate))"
  }
}
