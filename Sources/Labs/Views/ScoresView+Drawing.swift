import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// What the scores look like.
extension ScoresView {
  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    guard inner.width >= 12, inner.height >= 3 else { return }
    let session = scene.session
    guard session.trainer.divergence == nil else {
      return DivergenceNotice(session: session).draw(in: inner, on: &canvas)
    }
    canvas.mark(inner, as: ScoresSpot.whole)
    let subject = subject(session)
    let pages = pages(session)
    let footer = ScoresFooter(subject: subject, now: scene.now)
    let layout = ScoresLayout(
      in: inner, pages: pages, current: page % pages.count,
      footerRows: footer.rows(width: inner.width))
    drawHeader(subject, in: layout.header, on: &canvas)
    // One pass over the points for all pages.
    let scores = subject.scores()
    let residuals = session.residuals(of: subject.share).map(TargetUnit(session).residuals)
    for (page, area) in layout.tiles {
      let (top, body) = area.splitTop(1)
      let isCurrent = layout.tiles.count > 1 && page == current(session)
      let title = draw(page, subject, scene.now, scores, residuals, in: body, on: &canvas)
      canvas.write(
        title, at: Point(x: top.x, y: top.y), style: isCurrent ? [.bold, .underline] : .bold,
        maxWidth: top.width)
      drawAxisNames(page, after: columnWidth(title), in: top, on: &canvas)
      canvas.mark(top, as: ScoresSpot.page(page))
    }
    footer.draw(scores, in: layout.footer, on: &canvas)
  }

  /// What goes up and to the right, at the end of a page's heading.
  private func drawAxisNames(
    _ page: ScoresPage, after used: Int, in row: Rectangle, on canvas: inout Canvas
  ) {
    guard let axes = page.axes else { return }
    let name = [axes.long, axes.short].first { columnWidth($0) + used + 2 <= row.width }
    guard let name else { return }
    canvas.write(name, at: Point(x: row.maxX - columnWidth(name), y: row.y), style: .dim)
  }

  /// Draws a page and gives its heading.
  private func draw(
    _ page: ScoresPage, _ subject: ScoresSubject, _ now: Evaluations, _ scores: ClassScores?,
    _ residuals: Residuals?, in area: Rectangle, on canvas: inout Canvas
  ) -> String {
    if let residuals {
      let picture = ScoresResiduals(residuals: residuals, barCount: subject.barCount)
      picture.draw(page, in: area, on: &canvas)
      return page.title
    }
    guard let scores else { return page.title }
    switch page {
    case .overview:
      let overview = ScoresOverview(subject: subject, now: now)
      overview.draw(in: area, on: &canvas)
      return overview.title
    case .roc, .precisionRecall:
      let curves = ScoresCurves(
        scores, on: page, threshold: subject.threshold,
        className: subject.className(subject.classIndex))
      curves.draw(in: area, on: &canvas)
      return curves.title(room: area.width)
    default:
      let calibration = ScoresCalibration(scores)
      calibration.draw(in: area, on: &canvas)
      return calibration.title(room: area.width)
    }
  }

  /// The shares and the classes to choose from, the chosen ones in reverse.
  private func drawHeader(
    _ subject: ScoresSubject, in row: Rectangle, on canvas: inout Canvas
  ) {
    guard row.height > 0 else { return }
    var x = row.x
    func choice(_ text: String, isChosen: Bool, _ spot: ScoresSpot) {
      let width = canvas.write(
        " \(text) ", at: Point(x: x, y: row.y), style: isChosen ? [.bold, .reverse] : .dim,
        maxWidth: row.maxX - x)
      canvas.mark(Rectangle(x: x, y: row.y, width: width, height: 1), as: spot)
      x += width
    }
    for share in ScoresSubject.shares(subject.session) {
      choice(share.shortName, isChosen: share == subject.share, .share(share))
    }
    guard !subject.isRegression else { return }
    let names = (0..<subject.classCount).map(subject.className)
    let needed = names.reduce(2 + 6) { $0 + columnWidth($1) + 2 }
    x += 2
    if needed <= row.maxX - x {
      x += canvas.write("class", at: Point(x: x, y: row.y), style: .dim) + 1
      for (index, name) in names.enumerated() {
        choice(name, isChosen: index == subject.classIndex, .classIndex(index))
      }
    } else if row.maxX - x >= 4 {
      let next = (subject.classIndex + 1) % subject.classCount
      choice(
        "class \(names[subject.classIndex]), \(subject.classIndex + 1) of \(names.count)",
        isChosen: true, .classIndex(next))
    }
  }
}
