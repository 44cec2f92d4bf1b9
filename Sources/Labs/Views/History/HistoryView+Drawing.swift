import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The picture of the history: branches on top, losses or differences below.
extension HistoryView {
  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    guard inner.width >= 8, inner.height >= 2 else { return }
    let branches = scene.session.branches
    // The branches have half of the room, and more where little is needed.
    let most = max(1, inner.height >= 12 ? inner.height / 2 - 1 : inner.height - 1)
    let rows = min(branches.count, most)
    let (top, rest) = inner.splitTop(rows + 1)
    drawBranches(branches, scene, in: top, on: &canvas)
    let below = rest.splitTop(1).bottom
    guard below.height >= 3 else { return }
    switch page {
    case .losses: drawLosses(scene, in: below, on: &canvas)
    case .differences: drawDifferences(scene, in: below, on: &canvas)
    }
  }

  private func drawBranches(
    _ branches: [BranchSummary], _ scene: Scene, in area: Rectangle, on canvas: inout Canvas
  ) {
    let palette = Palette(canvas.capabilities)
    let chosen = chosen(scene.session)?.number
    let hasTest = !scene.session.dataset.test.isEmpty
    let columns = HistoryColumns(width: area.width, branches: branches, hasTest: hasTest)
    let axis = HistoryAxis(
      x: area.x + columns.names, width: area.width - columns.names - columns.numbers,
      branches: branches)
    canvas.write(
      "   branch", at: Point(x: area.x, y: area.y), style: .dim, maxWidth: columns.names - 1)
    axis.draw(y: area.y, on: &canvas)
    canvas.mark(
      Rectangle(x: axis.x, y: area.y, width: axis.width, height: 1), as: Spot.axis(axis))
    columns.drawHeadings(endingAt: area.maxX, y: area.y, on: &canvas)
    let tree = HistoryTree(
      branches: branches, axis: axis, present: scene.session.trainer.epochCount,
      chosen: chosen ?? 0)
    let rows = max(0, area.height - 1)
    let place = branches.firstIndex { $0.number == chosen } ?? 0
    let first = min(max(0, place - rows / 2), max(0, branches.count - rows))
    for (row, index) in (first..<min(branches.count, first + rows)).enumerated() {
      let (y, branch) = (area.y + 1 + row, branches[index])
      canvas.mark(
        Rectangle(x: area.x, y: y, width: area.width, height: 1),
        as: Spot.branch(branch.number, axis))
      let isChosen = branch.number == chosen
      if isChosen {
        canvas.write("▸", at: Point(x: area.x, y: y), foreground: palette.accent, style: .bold)
      }
      canvas.write(
        "\(branch.number)", at: Point(x: area.x + 1, y: y), style: branch.isPresent ? .bold : [],
        maxWidth: 2)
      canvas.write(
        branch.hasName ? branch.title : branch.parent == nil ? "run" : "branch",
        at: Point(x: area.x + 4, y: y),
        style: branch.isPresent ? .bold : isChosen ? .underline : .dim,
        maxWidth: columns.names - 5)
      tree.draw(index, y: y, palette, on: &canvas)
      columns.draw(branch, scene, endingAt: area.maxX, y: y, on: &canvas)
    }
  }

  private func drawLosses(_ scene: Scene, in area: Rectangle, on canvas: inout Canvas) {
    let palette = Palette(canvas.capabilities)
    let session = scene.session
    let curves = LossCurves(session: session, now: scene.now)
    let overlay = BranchOverlay(session).curves(.loss, palette)
    let own = curves.series(.loss, palette)
    let last = max(10, session.branches.map(\.lastEpoch).max() ?? 10)
    let all = overlay.map(\.series) + own
    var picture = ReadableChart(
      chart: LineChart(
        series: all, xRange: 0...Double(last),
        yRange: LossCurves.range(of: all, rows: area.height - 3), xLabel: "epoch",
        showsLegend: false),
      title: overlay.isEmpty
        ? "loss" : session.dataset.test.isEmpty ? "loss; numbered: train" : "loss; numbered: test")
    if session.isInThePast { picture.cursor = session.epochs }
    let layout = picture.draw(in: area, on: &canvas)
    BranchOverlay.label(overlay, layout, palette, on: &canvas)
    canvas.mark(
      layout.plot,
      as: Spot.axis(
        HistoryAxis(
          x: layout.plot.x, width: layout.plot.width, branches: session.branches)))
  }

  private func drawDifferences(_ scene: Scene, in area: Rectangle, on canvas: inout Canvas) {
    let lines = HistoryDifferences(scene.session, chosen: chosen(scene.session)).lines
    var y = area.y
    for line in lines {
      for part in wrap(line.text, width: max(8, area.width - 1)) {
        guard y < area.maxY else { return }
        canvas.write(
          part, at: Point(x: area.x, y: y), style: line.isTitle ? .bold : [],
          maxWidth: area.width)
        y += 1
      }
    }
  }
}
