import Drawing
import Engine
import Studio

/// Why training diverged: what happened where, the likely cause with what speaks for it, the losses
/// of the last steps, and the last picture that meant something.
struct PostMortemPage {
  let scene: Scene
  let postMortem: PostMortem
  let suggestion: Int

  private var session: Session { scene.session }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.width >= 12 else { return }
    let side = min(44, area.width * 2 / 5)
    guard area.width >= 60, area.height >= 6 else {
      return drawWords(in: area, on: &canvas)
    }
    let (left, right) = area.splitLeft(area.width - side)
    drawWords(
      in: Rectangle(x: left.x, y: left.y, width: left.width - 2, height: left.height), on: &canvas)
    canvas.drawVerticalRule(at: Point(x: right.x - 1, y: area.y), height: area.height)
    drawPictures(in: right, on: &canvas)
  }

  private func drawWords(in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let divergence = postMortem.divergence
    var text = FlowingText(in: area)
    text.write(
      "In epoch \(divergence.epoch), step \(divergence.batch) of it (\(divergence.step) in all),"
        + " \(postMortem.place(in: session)) was no finite number any more.",
      lead: "✕ ", style: .bold, leadColor: palette.warning, on: &canvas)
    if let growth = postMortem.growth { text.write(growth, lead: "  ", on: &canvas) }
    text.skip(ifMoreThan: 9)
    text.write(
      "most likely \(postMortem.cause.title).", lead: "Cause ", style: .bold, on: &canvas)
    for evidence in postMortem.cause.evidence {
      text.write(evidence, lead: "    · ", on: &canvas)
    }
    text.skip(ifMoreThan: 5)
    let epoch = session.refugeEpoch ?? 0
    let place = text.write(
      "enter goes back to epoch \(epoch), the last noted place with a loss no higher than at the"
        + " start.", lead: "Back  ", on: &canvas)
    canvas.mark(place, as: HealthView.Spot.goBack)
    text.skip(ifMoreThan: 3)
    AdviceList(advice: postMortem.cause.advice, chosen: suggestion)
      .draw(&text, palette, on: &canvas)
    if !postMortem.cause.advice.isEmpty {
      text.write("a goes back and tries it; u undoes.", lead: "      ", style: .dim, on: &canvas)
    }
  }

  private func drawPictures(in area: Rectangle, on canvas: inout Canvas) {
    let chartRows = area.height >= 20 ? area.height / 3 : area.height >= 12 ? 6 : area.height
    let (top, bottom) = area.splitTop(chartRows)
    drawLosses(in: top, on: &canvas)
    drawMap(in: bottom, on: &canvas)
  }

  /// The losses of the last steps, on a logarithmic axis: what grows without end is a line there.
  private func drawLosses(in area: Rectangle, on canvas: inout Canvas) {
    guard area.height >= 3 else { return }
    let palette = Palette(canvas.capabilities)
    let steps = postMortem.trail?.steps ?? []
    let points = steps.map { (x: Double($0.number), y: $0.loss) }
    let (head, plot) = area.splitTop(1)
    guard points.contains(where: { $0.y.isFinite && $0.y > 0 }) else {
      var text = FlowingText(
        in: Rectangle(x: area.x + 1, y: area.y, width: area.width - 1, height: area.height))
      text.write(
        postMortem.trail == nil
          ? "The way to it was too long to be gone again."
          : "No step before it had a loss above 0 to draw.", style: .dim, on: &canvas)
      return
    }
    canvas.write(
      "batch loss of the last steps", at: Point(x: head.x + 1, y: head.y), style: .dim,
      maxWidth: head.width - 1)
    canvas.draw(
      LineChart(
        series: [.init(name: "loss", points: points, color: palette.warning)], logarithmic: true,
        xLabel: "step", showsLegend: false), in: plot)
  }

  /// What the network computed before the step that failed or, where even that is not finite any
  /// more, at the last sound place.
  private func drawMap(in area: Rectangle, on canvas: inout Canvas) {
    let (head, rest) = area.splitTop(1)
    let rows = min(rest.height, rest.width / 2)
    guard rows >= 3 else { return }
    let map = Rectangle(
      x: rest.x + (rest.width - 2 * rows) / 2, y: rest.y, width: 2 * rows, height: rows)
    let size = Field.size(for: map)
    var title = "the output before that step"
    var outputs = session.outputs(
      of: postMortem.lastFinite, width: size.width, height: size.height)
    if !outputs.allSatisfy({ $0.allSatisfy(\.isFinite) }) {
      title = "the output at the last sound place"
      outputs = session.outputs(
        of: session.refugeNetwork, width: size.width, height: size.height)
    }
    canvas.write(
      title, at: Point(x: head.x + 1, y: head.y), style: .dim, maxWidth: head.width - 1)
    PlaneMap(scene, outputs: outputs, size: size).draw(in: map, on: &canvas)
  }
}
