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
    var lab = lab
    lab.rival = rival
    drawTitleBar(in: top, on: &canvas)
    drawLab(lab, in: body, on: &canvas)
    drawNotice(
      notice.isEmpty ? learning?.box?.line ?? lab.describe(session) : notice,
      in: foot.splitTop(1).top, on: &canvas)
    drawKeyLine(in: foot.splitTop(1).bottom, on: &canvas)
    if showsCaption { CaptionBox(preset: session.preset).draw(in: body, on: &canvas) }
    linkBox?.draw(in: body, on: &canvas)
    if let explaining, let card {
      ExplainBox(card: card, choice: explaining.choice, session).draw(on: &canvas)
    }
    learning?.box?.draw(in: TaskPlace(body).task, on: &canvas)
    if showsHelp { helpBox(size).draw(on: &canvas) }
    palette?.draw(on: &canvas)
    if showsKeys { drawKeysShown(in: body, on: &canvas) }
    return canvas
  }

  /// The help, with the keys of a screen of its own first.
  func helpBox(_ size: Size) -> HelpBox {
    HelpBox(
      size: size, start: helpStart,
      own: lab.hints.map { KeyMap.Section(title: Swift.type(of: lab).name, bindings: $0) })
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

  private func drawNotice(_ text: String, in rectangle: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
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
    if let box = learning?.box { return box.keys.map { ($0.0, $0.1, nil) } }
    if lab.isTyping {
      return [
        ("enter", "takes it", nil), ("backspace", "deletes", nil),
        ("esc", "leaves it as it was", nil),
      ]
    }
    if shownLink != nil {
      return [("M", "the mouse for selecting", nil), ("any other key", "goes back", nil)]
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
    return fittingHints(width: width, of: lab.hints ?? learningHints).map {
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
    var hints = (own ?? KeyMap.bindings.filter { $0.mode == mode }).filter { !$0.hint.isEmpty }
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
