import Datasets
public import Drawing
import Engine
import Lessons
import Studio

extension App {
  /// The smallest screen that holds everything.
  public static let minimumSize = Size(width: 80, height: 24)

  /// The whole screen as it is now.
  public func view(size: Size, capabilities: Capabilities) -> Canvas {
    view(size: size, capabilities: capabilities, answersToMouse: false)
  }

  /// The screen, with what answers to the mouse on it if that is asked for.
  func view(size: Size, capabilities: Capabilities, answersToMouse: Bool) -> Canvas {
    var canvas = Canvas(
      size: size, capabilities: capabilities, collectsHotspots: answersToMouse)
    guard size.width >= Self.minimumSize.width, size.height >= Self.minimumSize.height else {
      drawTooSmall(on: &canvas)
      return canvas
    }
    let (top, rest) = canvas.bounds.splitTop(1)
    let (body, foot) = rest.splitTop(rest.height - 2)
    drawTitleBar(in: top, on: &canvas)
    lab.view(session, in: body, on: &canvas)
    drawNotice(in: foot.splitTop(1).top, on: &canvas)
    drawKeyLine(in: foot.splitTop(1).bottom, on: &canvas)
    if showsCaption { CaptionBox(preset: session.preset).draw(in: body, on: &canvas) }
    if let explaining, let card {
      ExplainBox(card: card, choice: explaining.choice, session).draw(on: &canvas)
    }
    if showsHelp { HelpBox(size: size, start: helpStart).draw(on: &canvas) }
    palette?.draw(on: &canvas)
    if showsKeys { drawKeysShown(in: body, on: &canvas) }
    return canvas
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let lines = [
      "This screen is too small for Percept.",
      "It has \(canvas.size.width)×\(canvas.size.height) cells;"
        + " \(Self.minimumSize.width)×\(Self.minimumSize.height) are needed.",
      "Enlarge the window, or press q to quit.",
    ].flatMap { wrap($0, width: max(1, canvas.size.width)) }
    let top = max(0, (canvas.size.height - lines.count) / 2)
    for (row, line) in lines.enumerated() {
      let x = max(0, (canvas.size.width - columnWidth(line)) / 2)
      canvas.write(
        line, at: Point(x: x, y: top + row), style: row == 0 ? .bold : [],
        maxWidth: canvas.size.width)
    }
  }

  /// Whether training runs, waits, or has ended, in words.
  var stateTitle: (mark: String, words: String) {
    if session.trainer.divergence != nil { return ("✕", "diverged") }
    if session.trainer.hasStopped { return ("■", "stopped early") }
    return isRunning || isFinishingEpoch ? ("▶", "training") : ("‖", "paused")
  }

  private func drawTitleBar(in rectangle: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    if let title = lab.titleBar(session) {
      return draw(title, in: rectangle, palette, on: &canvas)
    }
    let trainer = session.trainer
    let state = stateTitle
    let rate = isRunning ? stepsPerSecond.map { $0 / Double(trainer.stepsPerEpoch) } : nil
    let speedTitle =
      speed.title + (rate.map { " \(format($0, significantDigits: 3)) epochs/s" } ?? "")
    let epoch = "epoch \(trainer.epochCount)  "
    let step = "step \(trainer.stepCount)  "
    let left = "percept  \(dataTitle) · \(seedTitle)"
    let stateWidth = columnWidth("\(state.mark) \(state.words)  ")
    // The name goes before the count of steps where there is no room for both.
    let hasRoom =
      columnWidth(left + epoch + step + speedTitle) + stateWidth + 3 <= rectangle.width
    let right = epoch + (hasRoom ? step : "") + speedTitle + " "
    let rightX = rectangle.maxX - columnWidth(right)
    canvas.write(right, at: Point(x: rightX, y: rectangle.y))
    let (epochWidth, stepWidth) = (columnWidth(epoch), hasRoom ? columnWidth(step) : 0)
    for (quantity, x, width) in [
      (Quantity.epoch, rightX, epochWidth), (.step, rightX + epochWidth, stepWidth),
      (.speed, rightX + epochWidth + stepWidth, columnWidth(speedTitle)),
      (.state, rightX - stateWidth, stateWidth - 2),
      (.preset, rectangle.x + 1, max(0, rightX - stateWidth - 2 - rectangle.x)),
    ] {
      canvas.mark(
        Rectangle(x: x, y: rectangle.y, width: max(0, width), height: 1),
        as: Target.topic(.quantity(quantity)))
    }
    let stateText = "\(state.mark) \(state.words)  "
    let stateX = rightX - columnWidth(stateText)
    canvas.write(
      stateText, at: Point(x: stateX, y: rectangle.y),
      foreground: trainer.divergence != nil
        ? palette.warning : isRunning ? palette.success : palette.accent,
      style: .bold)
    var x = rectangle.x + 1
    x += canvas.write("percept", at: Point(x: x, y: rectangle.y), style: .bold)
    canvas.write(
      "  \(dataTitle) · \(seedTitle)", at: Point(x: x, y: rectangle.y),
      maxWidth: max(0, stateX - x - 1))
  }

  private func draw(
    _ title: LabTitle, in rectangle: Rectangle, _ palette: Palette, on canvas: inout Canvas
  ) {
    let right = title.counts + " "
    let state = "\(title.mark) \(title.state)  "
    let countsX = rectangle.maxX - columnWidth(right)
    let stateX = countsX - columnWidth(state)
    canvas.write(right, at: Point(x: countsX, y: rectangle.y))
    canvas.write(
      state, at: Point(x: stateX, y: rectangle.y), foreground: palette.accent, style: .bold)
    var x = rectangle.x + 1
    x += canvas.write("percept", at: Point(x: x, y: rectangle.y), style: .bold)
    canvas.write(
      "  \(title.name)", at: Point(x: x, y: rectangle.y), maxWidth: max(0, stateX - x - 1))
  }

  /// The preset's title, as long as what is learned is still what it says.
  private var dataTitle: String {
    guard session.isChanged else { return session.preset.title }
    return session.preset.data.recipe == session.log.start.data.recipe
      ? session.preset.title + ", changed" : session.preset.recipe.title
  }

  private var seedTitle: String {
    let preset = session.preset
    let seeds = [preset.data.seed, preset.network.seed, preset.training.seed]
    if seeds.allSatisfy({ $0 == seeds[0] }) { return "seed \(seeds[0])" }
    return "seeds: data \(seeds[0]), weights \(seeds[1]), sample order \(seeds[2])"
  }

  private func drawNotice(in rectangle: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let text = notice.isEmpty ? lab.describe(session) : notice
    canvas.write(
      text, at: Point(x: rectangle.x + 1, y: rectangle.y),
      foreground: notice.isEmpty ? .standard : palette.accent,
      style: notice.isEmpty ? .dim : [], maxWidth: rectangle.width - 2)
  }

  private func drawKeyLine(in rectangle: Rectangle, on canvas: inout Canvas) {
    var x = rectangle.x + 1
    for (keys, words, intent) in keyLine(width: rectangle.width - 1) {
      let start = x
      x += canvas.write(keys, at: Point(x: x, y: rectangle.y), style: .bold) + 1
      x += canvas.write(words, at: Point(x: x, y: rectangle.y), style: .dim) + 2
      if let intent {
        canvas.mark(
          Rectangle(x: start, y: rectangle.y, width: x - start - 2, height: 1),
          as: Target.intent(intent))
      }
    }
  }

  /// The keys that do something now.
  private func keyLine(width: Int) -> [(keys: String, words: String, intent: Intent?)] {
    if palette != nil {
      return [("↑↓", "choose", nil), ("enter", "does it", nil), ("esc", "closes the list", nil)]
    }
    if lab.isTyping {
      return [
        ("enter", "takes it", nil), ("backspace", "deletes", nil),
        ("esc", "leaves it as it was", nil),
      ]
    }
    if showsHelp {
      return [
        ("↑↓", "more", nil), ("esc", "closes the keys", .back),
        ("space", isRunning ? "pause" : "play", .playPause),
      ]
    }
    if explaining != nil {
      return [
        ("tab", "related", nil), ("enter", "opens it", nil), ("backspace", "back", nil),
        ("?", "all keys", .help), ("esc", "closes", .back),
        ("space", isRunning ? "pause" : "play", .playPause),
      ]
    }
    return fittingHints(width: width, of: lab.hints).map {
      (label(of: $0), hint(of: $0), $0.intent)
    }
  }

  /// The hints for which there is room; help and quit are always among them.
  ///
  /// - Parameter own: the screen's own; nil for those of the map of keys.
  private func fittingHints(width: Int, of own: [Binding]?) -> [Binding] {
    func cells(_ binding: Binding) -> Int {
      columnWidth(label(of: binding)) + columnWidth(hint(of: binding)) + 3
    }
    let mode: Binding.Mode = lab.isDrawing ? .drawing : .always
    var hints = own ?? KeyMap.bindings.filter { !$0.hint.isEmpty && $0.mode == mode }
    if own == nil, lab.isDrawing {
      hints += [.draw, .explain, .help, .quit].compactMap(KeyMap.binding(of:))
    }
    while hints.map(cells).reduce(0, +) - 2 > width,
      let last = hints.lastIndex(where: {
        ![.explain, .help, .quit, .commands].contains($0.intent)
      })
    {
      hints.remove(at: last)
    }
    return hints
  }

  private func label(of binding: Binding) -> String {
    binding.intent == .increase ? "←→" : binding.label
  }

  private func hint(of binding: Binding) -> String {
    binding.intent == .playPause && isRunning ? "pause" : binding.hint
  }

  /// The keys pressed last, for an audience.
  private func drawKeysShown(in area: Rectangle, on canvas: inout Canvas) {
    let text = " " + keysShown.suffix(6).joined(separator: "  ") + " "
    guard !keysShown.isEmpty else { return }
    let width = columnWidth(text) + 2
    let box = Rectangle(x: area.maxX - width - 1, y: area.maxY - 3, width: width, height: 3)
    canvas.fill(box, with: .blank)
    canvas.drawBox(
      box, focused: true, accent: Palette(canvas.capabilities).accent)
    canvas.write(text, at: Point(x: box.x + 1, y: box.y + 1), style: [.bold, .reverse])
  }
}
