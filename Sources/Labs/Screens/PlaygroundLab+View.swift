import Drawing
import Studio

extension PlaygroundLab {
  func view(_ session: Session, in rectangle: Rectangle, on canvas: inout Canvas) {
    var scene = scene(session, evaluations: Evaluations(session), isFocused: focus == .view)
    scene.examined = Health(of: session)
    let frame = Frame(scene: scene)
    if isSpotlit {
      drawSpotlit(frame, in: rectangle, on: &canvas)
    } else if isDemo {
      drawDemo(frame, in: rectangle, on: &canvas)
    } else if rectangle.width >= 110 && rectangle.height >= 32 {
      drawWide(frame, in: rectangle, on: &canvas)
    } else {
      drawCompact(frame, in: rectangle, on: &canvas)
    }
  }

  /// What is computed once for all panels of a picture.
  struct Frame {
    let scene: Scene
    var session: Session { scene.session }
    var now: Evaluations { scene.now }
    var lights: LightsLine { LightsLine(scene.health) }
  }

  /// Controls left, the panes beside them, loss and numbers below these.
  private func drawWide(_ frame: Frame, in area: Rectangle, on canvas: inout Canvas) {
    let (left, rest) = area.splitLeft(29)
    drawControlColumn(frame, in: left, on: &canvas)
    let (top, bottom) = rest.splitTop(
      paneHeight(width: rest.width, most: rest.height - max(11, area.height / 4)))
    drawPanes(frame, in: top, on: &canvas)
    let (lossArea, numbersArea) = bottom.splitLeft(bottom.width - NumbersPanel.width)
    progress.draw(frame.session, frame.now, in: lossArea, on: &canvas)
    NumbersPanel(session: frame.session, now: frame.now, truth: frame.scene.truth)
      .draw(in: numbersArea, on: &canvas)
    frame.lights.draw(intoEdgeOf: numbersArea, on: &canvas)
  }

  private func drawControlColumn(_ frame: Frame, in left: Rectangle, on canvas: inout Canvas) {
    let session = frame.session
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
    let view = views[shownView]
    let about =
      focus == .view
      ? "\(Swift.type(of: view).name): \(Swift.type(of: view).summary)." : nil
    AboutPanel(session: session, focus: focus, view: about).draw(in: aboutArea, on: &canvas)
  }

  func draw(
    _ pane: Pane, _ frame: Frame, in area: Rectangle, on canvas: inout Canvas
  ) {
    switch pane {
    case .network where panel == .layers && area.height >= 24:
      let session = frame.session
      let (upper, lower) = area.splitTop(
        area.height - min(rows(.layers, session), area.height * 2 / 5))
      drawNetwork(session, in: upper, on: &canvas)
      drawControls(.layers, session, in: lower, on: &canvas)
    case .network: drawNetwork(frame.session, in: area, on: &canvas)
    case .view(let index): drawView(index, frame, in: area, on: &canvas)
    }
  }

  private func drawView(
    _ index: Int, _ frame: Frame, in area: Rectangle, on canvas: inout Canvas
  ) {
    var scene = frame.scene
    scene.brush = index == 0 ? brush : nil
    scene.isFocused = focus == .view && index == shownView
    // A map is as high as it is square; the frame ends below it.
    var place = area
    if Swift.type(of: views[index]).isSquare && !isSpotlit {
      place.height = min(area.height, MapView.paneHeight(forWidth: area.width))
    }
    ViewPane(view: views[index], scene: scene, index: index, hasTabs: index == shownView)
      .draw(in: place, on: &canvas)
  }

  /// The rows that a panel of controls takes, its box included.
  private func rows(_ panel: ControlPanel, _ session: Session) -> Int {
    panel.controls(session).count + 2
  }

  /// The shown view right; left the panel that holds the focus, the loss below it. A view that is no
  /// square has the whole width while it holds the focus.
  private func drawCompact(_ frame: Frame, in area: Rectangle, on canvas: inout Canvas) {
    let session = frame.session
    let warnings = WarningLines(session, isShort: true)
    if focus == .view && !isSquare(.view(shownView)) {
      let count = warnings.lines(width: area.width - 2).count + lightRows(frame)
      let (top, notes) = area.splitTop(area.height - 2 - count)
      drawView(shownView, frame, in: top, on: &canvas)
      drawNotes(frame, warnings, in: notes, on: &canvas)
      return
    }
    let mapWidth = min(MapView.paneWidth(forHeight: area.height), area.width / 2)
    let (left, right) = area.splitLeft(area.width - mapWidth)
    let lossRows = max(6, area.height / 3)
    let warningRows = warnings.lines(width: left.width - 2).count + lightRows(frame)
    let (top, bottom) = left.splitTop(left.height - lossRows - 2 - warningRows)
    switch panel {
    case .network: drawNetwork(session, in: top, on: &canvas)
    case .view:
      draw(beside.view.map { .view($0) } ?? .network, frame, in: top, on: &canvas)
    case .data, .layers, .learning, .overfitting:
      drawControls(panel, session, in: top, on: &canvas)
    }
    drawPanelNames(in: top, on: &canvas)
    let (notes, loss) = bottom.splitTop(warningRows + 2)
    drawNotes(frame, warnings, in: notes, on: &canvas)
    progress.draw(session, frame.now, in: loss, on: &canvas)
    drawView(shownView, frame, in: right, on: &canvas)
  }

  /// The rows that lights take on a small screen; none where the view says it all.
  private func lightRows(_ frame: Frame) -> Int {
    if focus == .view && views[shownView] is HealthView { return 0 }
    return frame.lights.text == nil ? 0 : 1
  }

  /// Warnings and lights, and the numbers in two lines below them.
  private func drawNotes(
    _ frame: Frame, _ warnings: WarningLines, in area: Rectangle, on canvas: inout Canvas
  ) {
    let (upper, numbers) = area.splitTop(area.height - 2)
    let lights = lightRows(frame)
    warnings.draw(above: upper.maxY - lights, from: area.x + 1, width: area.width - 2, on: &canvas)
    if lights > 0 {
      frame.lights.draw(
        at: Point(x: area.x + 1, y: upper.maxY - 1), width: area.width - 2, on: &canvas)
    }
    NumbersPanel(session: frame.session, now: frame.now).drawLines(in: numbers, on: &canvas)
  }

  /// Which panels take turns here, in the lower edge of the one that is shown.
  private func drawPanelNames(in area: Rectangle, on canvas: inout Canvas) {
    let y = area.maxY - 1
    let edge = canvas[area.x + 1, y]
    var x = area.x + 1
    for panel in ControlPanel.allCases {
      let start = x
      x += canvas.write(
        " \(panel.shortName)", at: Point(x: x, y: y), style: panel == self.panel ? .bold : .dim)
      canvas.mark(
        Rectangle(x: start, y: y, width: x - start, height: 1), as: Target.panel(panel))
    }
    x += canvas.write(" ", at: Point(x: x, y: y))
    // What is left of a note that stood there would be no word; the scroll mark stays.
    for column in x..<max(x, area.maxX - 1)
    where column != area.maxX - 3 || canvas[column, y].glyph == " " {
      canvas[column, y] = edge
    }
  }

  private func drawSpotlit(_ frame: Frame, in area: Rectangle, on canvas: inout Canvas) {
    if panel == .network {
      drawNetwork(frame.session, in: area, on: &canvas)
    } else {
      drawView(shownView, frame, in: area, on: &canvas)
    }
  }

  private func drawControls(
    _ panel: ControlPanel, _ session: Session, in area: Rectangle, on canvas: inout Canvas
  ) {
    ControlsPanel(
      session: session, panel: panel, focus: focus, typed: typed, side: rival?.focus
    )
    .draw(in: area, on: &canvas)
  }

  func drawNetwork(_ session: Session, in area: Rectangle, on canvas: inout Canvas) {
    NetworkPanel(
      session: session, focus: focus, part: hoveredPart ?? part, chosenPart: part,
      range: look.range,
      side: rival?.focus
    ).draw(in: area, on: &canvas)
  }
}
