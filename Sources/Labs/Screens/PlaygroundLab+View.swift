public import Drawing
public import Studio

extension PlaygroundLab {
  public func view(_ session: Session, in rectangle: Rectangle, on canvas: inout Canvas) {
    if rectangle.width >= 110 && rectangle.height >= 32 {
      drawWide(session, in: rectangle, on: &canvas)
    } else {
      drawCompact(session, in: rectangle, on: &canvas)
    }
  }

  /// Controls left, network and output beside them, loss and numbers below these.
  private func drawWide(_ session: Session, in area: Rectangle, on canvas: inout Canvas) {
    let now = Evaluations(session)
    let (left, rest) = area.splitLeft(29)
    let (dataArea, belowData) = left.splitTop(rows(.data, session))
    // What the learning panel shows grows with what is chosen; the panel below it always has room.
    let warnings = WarningLines(session)
    let overfittingRows =
      rows(.overfitting, session) + warnings.lines(width: left.width - 2).count
    let (learningArea, belowLearning) = belowData.splitTop(
      min(rows(.learning, session), belowData.height - overfittingRows))
    let (overfittingArea, aboutArea) = belowLearning.splitTop(overfittingRows)
    drawControls(.data, session, in: dataArea, on: &canvas)
    drawControls(.learning, session, in: learningArea, on: &canvas)
    drawControls(.overfitting, session, in: overfittingArea, on: &canvas)
    warnings.draw(
      above: overfittingArea.maxY - 1, from: overfittingArea.x + 1,
      width: overfittingArea.width - 2,
      on: &canvas)
    AboutPanel(session: session, focus: focus).draw(in: aboutArea, on: &canvas)

    let (top, bottom) = rest.splitTop(rest.height - max(11, area.height / 4))
    let mapWidth = min(OutputPanel.width(forHeight: top.height), rest.width * 58 / 100)
    let (networkArea, mapArea) = top.splitLeft(rest.width - mapWidth)
    if panel == .layers {
      let (upper, lower) = networkArea.splitTop(
        networkArea.height - min(rows(.layers, session), networkArea.height * 2 / 5))
      drawNetwork(session, in: upper, on: &canvas)
      drawControls(.layers, session, in: lower, on: &canvas)
    } else {
      drawNetwork(session, in: networkArea, on: &canvas)
    }
    drawOutput(session, in: mapArea, on: &canvas)
    let (lossArea, numbersArea) = bottom.splitLeft(bottom.width - NumbersPanel.width)
    progress.draw(session, now, in: lossArea, on: &canvas)
    NumbersPanel(session: session, now: now).draw(in: numbersArea, on: &canvas)
  }

  /// The rows that a panel of controls takes, its box included.
  private func rows(_ panel: ControlPanel, _ session: Session) -> Int {
    panel.controls(session).count + 2
  }

  /// The map right; left the panel that holds the focus, the loss below it.
  private func drawCompact(_ session: Session, in area: Rectangle, on canvas: inout Canvas) {
    let now = Evaluations(session)
    let mapWidth = min(OutputPanel.width(forHeight: area.height), area.width / 2)
    let (left, right) = area.splitLeft(area.width - mapWidth)
    let numbersRows = 2
    let lossRows = max(6, area.height / 3)
    let warnings = WarningLines(session, isShort: true)
    let warningRows = warnings.lines(width: left.width - 2).count
    let (top, bottom) = left.splitTop(left.height - lossRows - numbersRows - warningRows)
    switch panel {
    case .network: drawNetwork(session, in: top, on: &canvas)
    case .data, .layers, .learning, .overfitting:
      drawControls(panel, session, in: top, on: &canvas)
    }
    drawPanelNames(in: top, on: &canvas)
    let (notes, loss) = bottom.splitTop(warningRows + numbersRows)
    let (warningArea, numbers) = notes.splitTop(warningRows)
    warnings.draw(
      above: warningArea.maxY, from: left.x + 1, width: left.width - 2, on: &canvas)
    NumbersPanel(session: session, now: now).drawLines(in: numbers, on: &canvas)
    progress.draw(session, now, in: loss, on: &canvas)
    drawOutput(session, in: right, on: &canvas)
  }

  /// Which panels take turns here, in the lower edge of the one that is shown.
  private func drawPanelNames(in area: Rectangle, on canvas: inout Canvas) {
    let y = area.maxY - 1
    let edge = canvas[area.x + 1, y]
    var x = area.x + 2
    for panel in ControlPanel.allCases {
      x += canvas.write(
        " \(panel.shortName)", at: Point(x: x, y: y), style: panel == self.panel ? .bold : .dim)
    }
    x += canvas.write(" ", at: Point(x: x, y: y))
    // What is left of a note that stood there would be no word; the scroll mark stays.
    for column in x..<max(x, area.maxX - 1)
    where column != area.maxX - 3 || canvas[column, y].glyph == " " {
      canvas[column, y] = edge
    }
  }

  private func drawControls(
    _ panel: ControlPanel, _ session: Session, in area: Rectangle, on canvas: inout Canvas
  ) {
    ControlsPanel(session: session, panel: panel, focus: focus, typed: typed)
      .draw(in: area, on: &canvas)
  }

  private func drawNetwork(_ session: Session, in area: Rectangle, on canvas: inout Canvas) {
    NetworkPanel(session: session, focus: focus).draw(in: area, on: &canvas)
  }

  private func drawOutput(_ session: Session, in area: Rectangle, on canvas: inout Canvas) {
    OutputPanel(session: session, points: points, isDiscrete: isDiscrete)
      .draw(in: area, on: &canvas)
  }
}
