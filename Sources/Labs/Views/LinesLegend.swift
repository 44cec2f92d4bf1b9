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
    let isLong = long.reduce(0) { $0 + columnWidth($1) + 6 } - 2 <= area.width
    let names = isLong ? long : short
    let gap = isLong ? 2 : 1
    let width = names.reduce(0) { $0 + columnWidth($1) + 4 + gap } - gap
    var x = area.x + max(0, (area.width - width) / 2)
    for (index, name) in names.enumerated() {
      let isOutput = index == hidden
      let isShown = isOutput || layers.contains(index)
      let end = x + 4 + columnWidth(name)
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
        name, at: Point(x: x + 4, y: area.y), style: isShown && !isOutput ? .bold : .dim)
      if !isOutput {
        canvas.mark(
          Rectangle(x: x, y: area.y, width: end - x, height: 1),
          as: LinesView.Spot.layer(index))
      }
      x = end + gap
    }
  }

  /// What the thick line is.
  private var boundary: String {
    scene.session.preset.problem == .regression ? "output 0" : "boundary"
  }
}
