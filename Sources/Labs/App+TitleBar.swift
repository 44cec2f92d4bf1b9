import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The uppermost line: what is learned, how far, how fast.
extension App {
  /// Whether training runs, waits, or has ended, in words.
  var stateTitle: (mark: String, words: String) {
    if let epoch = session.soughtEpoch { return ("▶", "going to \(epoch)") }
    let moves = isRunning || isFinishingEpoch
    if let rival, session.trainer.hasStopped, moves {
      return ("▶", "\(rival.focus.other.rawValue) goes on")
    }
    if session.trainer.divergence != nil { return ("✕", "diverged") }
    if session.trainer.hasStopped { return ("■", "stopped early") }
    return moves ? ("▶", "training") : ("‖", "paused")
  }

  func drawTitleBar(in rectangle: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    if let title = lab.titleBar(session) {
      return draw(title, in: rectangle, palette, on: &canvas)
    }
    let trainer = session.trainer
    let state = stateTitle
    let rate = isRunning ? stepsPerSecond.map { $0 / Double(pacer.trainer.stepsPerEpoch) } : nil
    let speedTitle =
      speed.title + (rate.map { " \(format($0, significantDigits: 3)) epochs/s" } ?? "")
    let last = session.lastEpochOfBranch
    let end = last > trainer.epochCount ? " of \(last)" : ""
    let epoch = "epoch \(trainer.epochCount)\(end)  "
    let step = "step \(trainer.stepCount)  "
    let pair = rival.map { " \($0.focus.rawValue) of A/B " } ?? ""
    let left = "percept  \(pair)  \(dataTitle) · \(seedTitle)"
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
    if !pair.isEmpty {
      x += 2
      x += canvas.write(pair, at: Point(x: x, y: rectangle.y), style: [.bold, .reverse])
    }
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
    if let attempt = session.attempt { return attempt.exercise.fullTitle }
    guard session.isChanged else { return session.preset.title }
    return session.preset.data.recipe == session.log.start.data.recipe
      ? session.preset.title + ", changed" : session.preset.recipe.title
  }

  private var seedTitle: String {
    // Where the task is not seen, how far it is goes before the seed.
    if let attempt = session.attempt, !showsTask {
      return attempt.isPassed ? "✓ passed" : "✓\(GoalLines.count(attempt))"
    }
    let preset = session.preset
    let seeds = [preset.data.seed, preset.network.seed, preset.training.seed]
    if seeds.allSatisfy({ $0 == seeds[0] }) { return "seed \(seeds[0])" }
    return "seeds: data \(seeds[0]), weights \(seeds[1]), sample order \(seeds[2])"
  }
}
