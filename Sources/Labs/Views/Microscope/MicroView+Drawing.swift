import Drawing
import Engine
import Lessons
import Studio

/// What the microscope looks like.
extension MicroView {
  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    guard inner.width >= 20, inner.height >= 3 else { return }
    canvas.mark(inner, as: MicroSpot.whole)
    if let check { return check.draw(in: inner, on: &canvas) }
    guard let script = script(scene.session) else {
      return canvas.drawWords(
        "Training has diverged: there is no next step to look at. r goes back to epoch 0.",
        in: inner)
    }
    let (header, rest) = inner.splitTop(1)
    drawHeader(script, scene, in: header, on: &canvas)
    let (ribbon, below) = rest.splitTop(rest.height >= 8 ? 1 : 0)
    MicroRibbon(script: script).draw(in: ribbon, on: &canvas)
    let stripRows = below.height >= 9 ? MicroStrip.height(width: below.width) : 0
    let (body, strip) = below.splitTop(below.height - stripRows)
    MicroStrip(lit: script.equations).draw(in: strip, on: &canvas)
    if body.width >= 160 {
      let (left, right) = body.splitLeft(body.width - 78)
      levels(script).draw(in: left, on: &canvas)
      drawWork(script, in: right, on: &canvas)
    } else {
      drawStacked(script, in: body, on: &canvas)
    }
  }

  private func levels(_ script: MicroScript) -> MicroLevels {
    MicroLevels(script: script, goesByUnits: grain == .unit)
  }

  /// `Step 13  sample 2 of 10  forward: layer 1 unit 3`
  private func drawHeader(
    _ script: MicroScript, _ scene: Scene, in row: Rectangle, on canvas: inout Canvas
  ) {
    let palette = Palette(canvas.capabilities)
    var x = row.x
    func room() -> Int { max(0, row.maxX - x) }
    if isPlaying {
      x += canvas.write(
        "▶ ", at: Point(x: x, y: row.y), foreground: palette.success, style: .bold,
        maxWidth: room())
    }
    x += canvas.write(
      "Step \(scene.session.trainer.stepCount + 1)", at: Point(x: x, y: row.y), style: .bold,
      maxWidth: room())
    let samples = script.trace.samples.count
    let place =
      script.walk.phase.isOfBatch
      ? "all \(samples) samples" : "sample \(script.walk.sample + 1) of \(samples)"
    x += canvas.write("  \(place)  ", at: Point(x: x, y: row.y), maxWidth: room())
    canvas.write(
      script.title, at: Point(x: x, y: row.y), foreground: palette.accent, style: .bold,
      maxWidth: room())
  }

  /// Levels above, what is worked out below them, then the unit's parameters.
  private func drawStacked(_ script: MicroScript, in body: Rectangle, on canvas: inout Canvas) {
    let levels = levels(script)
    let needed = MicroWork(script: script).height(width: body.width)
    let table = min(MicroTable(script: script).height, 4)
    // What is worked out goes before the table, and some units are always seen.
    let most = max(3, body.height - needed - table)
    let (top, rest) = body.splitTop(min(levels.height, most, body.height))
    levels.draw(in: top, on: &canvas)
    let hasGap = rest.height > needed + table + 1
    drawWork(script, in: hasGap ? rest.splitTop(1).bottom : rest, on: &canvas)
  }

  /// What is worked out, and the table below it.
  private func drawWork(_ script: MicroScript, in area: Rectangle, on canvas: inout Canvas) {
    let work = MicroWork(script: script)
    let (upper, lower) = area.splitTop(min(area.height, work.height(width: area.width)))
    work.draw(in: upper, on: &canvas)
    let table = MicroTable(script: script)
    let hasGap = lower.height > table.height
    let below = hasGap ? lower.splitTop(1).bottom : lower
    let (place, rest) = below.splitTop(table.height)
    table.draw(in: place, on: &canvas)
    MicroBatch(script: script).draw(in: rest.splitTop(1).bottom, on: &canvas)
  }
}

/// The lines of what is worked out, each with the equation that it is.
struct MicroWork {
  let script: MicroScript

  /// Columns of the equations' names.
  private static let margin = 4

  private func rows(width: Int) -> [(tag: String, text: String)] {
    script.lines.flatMap { line in
      line.rows(width: width - Self.margin).enumerated().map { index, text in
        (index == 0 ? line.tag : "", text)
      }
    }
  }

  /// Rows that all of it takes.
  func height(width: Int) -> Int { rows(width: width).count }

  /// A square and a product are other numbers in ASCII unless they are spelled: `0.5.2`.
  private func spelled(_ text: String, _ glyphs: GlyphSet) -> String {
    glyphs == .ascii ? text.replacing("²", with: "^2").replacing("·", with: "*") : text
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.width > Self.margin + 4 else { return }
    let palette = Palette(canvas.capabilities)
    let all = rows(width: area.width)
    for (row, line) in all.prefix(area.height).enumerated() {
      let y = area.y + row
      let isCut = row == area.height - 1 && all.count > area.height
      canvas.write(
        line.tag, at: Point(x: area.x, y: y), foreground: palette.accent, style: .bold,
        maxWidth: Self.margin)
      canvas.write(
        isCut ? "…" : spelled(line.text, canvas.capabilities.glyphs),
        at: Point(x: area.x + Self.margin, y: y),
        maxWidth: area.width - Self.margin)
    }
  }
}
