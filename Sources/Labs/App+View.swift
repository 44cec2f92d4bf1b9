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
    var canvas = Canvas(size: size, capabilities: capabilities)
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
    if showsHelp { drawHelp(on: &canvas) }
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
    return isRunning ? ("▶", "training") : ("‖", "paused")
  }

  private func drawTitleBar(in rectangle: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(depth: canvas.capabilities.depth)
    let trainer = session.trainer
    let state = stateTitle
    let rate = isRunning ? stepsPerSecond.map { $0 / Double(trainer.stepsPerEpoch) } : nil
    let speedTitle =
      speed.title + (rate.map { " \(format($0, significantDigits: 3)) epochs/s" } ?? "")
    let right =
      "epoch \(trainer.epochCount)  step \(trainer.stepCount)  \(speedTitle) "
    let rightX = rectangle.maxX - columnWidth(right)
    canvas.write(right, at: Point(x: rightX, y: rectangle.y))
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
    let palette = Palette(depth: canvas.capabilities.depth)
    let text = notice.isEmpty ? lab.describe(session) : notice
    canvas.write(
      text, at: Point(x: rectangle.x + 1, y: rectangle.y),
      foreground: notice.isEmpty ? .standard : palette.accent,
      style: notice.isEmpty ? .dim : [], maxWidth: rectangle.width - 2)
  }

  private func drawKeyLine(in rectangle: Rectangle, on canvas: inout Canvas) {
    var x = rectangle.x + 1
    for (keys, words) in keyLine(width: rectangle.width - 1) {
      x += canvas.write(keys, at: Point(x: x, y: rectangle.y), style: .bold) + 1
      x += canvas.write(words, at: Point(x: x, y: rectangle.y), style: .dim) + 2
    }
  }

  /// The keys that do something now.
  private func keyLine(width: Int) -> [(keys: String, words: String)] {
    if lab.isTyping {
      return [
        ("enter", "takes the value"), ("backspace", "deletes"), ("esc", "leaves it as it was"),
      ]
    }
    if showsHelp { return [("esc", "closes the keys"), ("space", isRunning ? "pause" : "play")] }
    return fittingHints(width: width).map { (label(of: $0), hint(of: $0)) }
  }

  /// The hints for which there is room; help and quit are always among them.
  private func fittingHints(width: Int) -> [Binding] {
    func cells(_ binding: Binding) -> Int {
      columnWidth(label(of: binding)) + columnWidth(hint(of: binding)) + 3
    }
    var hints = KeyMap.bindings.filter { !$0.hint.isEmpty }
    while hints.map(cells).reduce(0, +) - 2 > width,
      let last = hints.lastIndex(where: { $0.intent != .help && $0.intent != .quit })
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

  private func drawHelp(on canvas: inout Canvas) {
    let palette = Palette(depth: canvas.capabilities.depth)
    let lines = KeyMap.helpLines
    let keyWidth = (lines.map { columnWidth($0.keys) }.max() ?? 0) + 2
    let width = keyWidth + (lines.map { columnWidth($0.text) }.max() ?? 0) + 6
    let box = Rectangle(
      x: (canvas.size.width - width) / 2, y: (canvas.size.height - lines.count - 4) / 2,
      width: width, height: lines.count + 4)
    canvas.fill(box, with: .blank)
    canvas.drawBox(box, title: "Keys", focused: true, accent: palette.accent, footer: "esc closes")
    for (row, line) in lines.enumerated() {
      let y = box.y + 2 + row
      canvas.write(line.keys, at: Point(x: box.x + 3, y: y), style: .bold)
      canvas.write(line.text, at: Point(x: box.x + 3 + keyWidth, y: y))
    }
  }
}
