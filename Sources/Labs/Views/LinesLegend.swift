import Engine
import Lessons
import Datasets
import Drawing
import Studio

/// Which line is which layer's; a press on one shows it alone.
struct LinesLegend {
  let scene: Scene
  let layers: Range<Int>
  let hasGround: Bool

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let hidden = scene.session.trainer.network.levels.count - 1
    let long = (0..<hidden).map { "layer \($0 + 1)" } + [boundary]
    let short = (0..<hidden).map { "\($0 + 1)" } + ["out"]
    let isLong = width(of: long, gap: 2) <= area.width
    let names = isLong ? long : short
    let gap = isLong ? 2 : 1
    let page = page(short, gap: gap, isWhole: isLong, width: area.width)
    let shown = page.shown + [hidden]
    let marks = (page.before > 0 ? 2 : 0) + (page.after > 0 ? 2 : 0)
    let needed = width(of: shown.map { names[$0] }, gap: gap) + marks
    var x = area.x + max(0, (area.width - needed) / 2)
    func drawRest(_ layer: Int) {
      canvas.write("…", at: Point(x: x, y: area.y), style: .dim, maxWidth: area.maxX - x)
      if x < area.maxX {
        canvas.mark(
          Rectangle(x: x, y: area.y, width: 1, height: 1), as: LinesView.Spot.layer(layer))
      }
      x += 2
    }
    if page.before > 0 { drawRest(page.before - 1) }
    for index in shown {
      let isOutput = index == hidden
      if isOutput, page.after > 0 { drawRest(page.shown.upperBound) }
      let isShown = isOutput || layers.contains(index)
      let end = x + 4 + columnWidth(names[index])
      // Half a legend would mislead.
      guard end <= area.maxX else {
        canvas.write("…", at: Point(x: min(x, area.maxX - 1), y: area.y), style: .dim)
        return
      }
      let pen = LinePen(layer: index)
      canvas.write(
        isOutput ? "━━━" : pen.sample, at: Point(x: x, y: area.y),
        foreground: isOutput || !isShown
          ? .standard : pen.color(palette, hasGround: false),
        style: isOutput ? .bold : isShown ? [] : .dim)
      canvas.write(
        names[index], at: Point(x: x + 4, y: area.y),
        style: isShown && !isOutput ? .bold : .dim)
      if !isOutput {
        canvas.mark(
          Rectangle(x: x, y: area.y, width: end - x, height: 1),
          as: LinesView.Spot.layer(index))
      }
      x = end + gap
    }
  }

  /// Columns of samples with their names.
  private func width(of names: [String], gap: Int) -> Int {
    names.reduce(0) { $0 + 4 + columnWidth($1) + gap } - gap
  }

  /// The layers for which there is room beside the output; of a deep network those around the one
  /// that is shown.
  private func page(_ short: [String], gap: Int, isWhole: Bool, width: Int) -> Page {
    let hidden = short.count - 1
    guard !isWhole, self.width(of: short, gap: gap) > width else {
      return Page(of: hidden, edge: hidden, middle: hidden, holding: 0)
    }
    // Two digits each, the output behind them, and a mark on one side or both.
    let room = width - self.width(of: ["out"], gap: gap) - gap
    return Page(
      of: hidden, edge: (room - 2) / (6 + gap), middle: (room - 4) / (6 + gap),
      holding: layers.count == 1 ? layers.lowerBound : 0)
  }

  /// What the thick line is.
  private var boundary: String {
    scene.session.preset.problem == .regression ? "output 0" : "boundary"
  }
}
