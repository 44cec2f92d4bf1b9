import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// What answers to the mouse among the scores.
enum ScoresSpot: Hashable, Sendable {
  case whole
  case share(Dataset.Share)
  case classIndex(Int)
  case page(ScoresPage)
  /// The slider of the threshold, over these cells.
  case slider(Rectangle)
  /// A curve along which the threshold goes.
  case curve(ScoresPage, ScoresPlot)
}

/// How good the network is beyond its loss: confusion, curves, calibration, residuals.
struct ScoresView: RunView {
  static let name = "Scores"
  static let key: Character = "6"
  static let summary = "confusion, ROC, calibration; residuals"

  /// The place of the page that is shown, or shown first.
  private(set) var page = 0
  /// From which probability on a point is called of the class.
  private(set) var threshold = 0.5
  /// Into how many bars residuals are sorted.
  private(set) var barCount = 16
  private var share: Dataset.Share?
  private var classIndex: Int?

  init() {}

  /// Whose scores are shown in a session, which may have lost the chosen points or class.
  func subject(_ session: Session) -> ScoresSubject {
    let shares = ScoresSubject.shares(session)
    let usual: Dataset.Share = shares.contains(.test) ? .test : .training
    let count = ScoresSubject.classCount(session)
    // With one output its class 1 is the one that it speaks of.
    let usualClass = session.preset.objective.outputCount == 1 ? 1 : 0
    return ScoresSubject(
      session: session, share: share.map { shares.contains($0) ? $0 : usual } ?? usual,
      classIndex: classIndex.map { $0 < count ? $0 : usualClass } ?? usualClass,
      threshold: threshold, barCount: barCount)
  }

  /// The pages of a session.
  func pages(_ session: Session) -> [ScoresPage] {
    ScoresPage.all(isRegression: session.preset.problem == .regression)
  }

  /// The page that is shown, or shown first.
  func current(_ session: Session) -> ScoresPage {
    let pages = pages(session)
    return pages[page % pages.count]
  }

  func title(_ scene: Scene) -> String { "Scores · \(current(scene.session).title)" }

  func note(_ scene: Scene) -> String {
    let subject = subject(scene.session)
    let count = scene.session.dataset[subject.share].count
    return "\(count) \(subject.share.adjective) point\(count == 1 ? "" : "s")"
  }

  func describe(_ scene: Scene) -> String {
    let page = current(scene.session)
    guard page == .calibration, !scene.session.preset.objective.loss.takesLogits else {
      return page.sentence
    }
    return "This loss teaches no probabilities: (output + 1) / 2 stands for one. ↑↓ share."
  }

  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    let session = scene.session
    let count = pages(session).count
    switch intent {
    case .nextOption: page = (page + 1) % count
    case .previousOption: page = (page + count - 1) % count
    case .decrease: turn(by: -1, session)
    case .increase: turn(by: 1, session)
    case .selectUp, .selectDown:
      let shares = ScoresSubject.shares(session)
      let here = shares.firstIndex(of: subject(session).share) ?? 0
      share = shares[(here + (intent == .selectDown ? 1 : shares.count - 1)) % shares.count]
    case .activate:
      let subject = subject(session)
      guard !subject.isRegression else {
        return ViewReply(notice: "Numbers are predicted here, so there are no classes to choose.")
      }
      classIndex = (subject.classIndex + 1) % subject.classCount
    default: return nil
    }
    return ViewReply()
  }

  mutating func point(
    _ event: MouseEvent, _ target: any Hashable & Sendable, _ scene: Scene
  ) -> ViewReply? {
    guard let spot = target as? ScoresSpot else { return nil }
    switch event.kind {
    case .wheelUp: turn(by: 1, scene.session)
    case .wheelDown: turn(by: -1, scene.session)
    case .press, .drag: press(event, spot, scene.session)
    case .hover, .release: break
    }
    return ViewReply()
  }

  private mutating func press(_ event: MouseEvent, _ spot: ScoresSpot, _ session: Session) {
    switch spot {
    case .slider(let cells):
      let share = Double(event.position.x - cells.x) / Double(max(1, cells.width - 1))
      threshold = min(max((share * 100).rounded() / 100, 0), 1)
    case .curve(let page, let plot):
      let subject = subject(session)
      guard let scores = subject.scores() else { return }
      let curves = ScoresCurves(
        scores, on: page, threshold: threshold,
        className: subject.className(subject.classIndex))
      threshold =
        curves.threshold(nearestTo: event.position, in: plot) ?? threshold
    case .share(let share) where event.kind == .press: self.share = share
    case .classIndex(let index) where event.kind == .press: classIndex = index
    case .page(let page) where event.kind == .press:
      self.page = pages(session).firstIndex(of: page) ?? self.page
    case .whole, .share, .classIndex, .page: break
    }
  }

  /// Moves the threshold by a fiftieth, or sorts residuals into fewer or more bars.
  private mutating func turn(by offset: Int, _ session: Session) {
    if session.preset.problem == .regression {
      barCount = min(max(barCount + 2 * offset, 4), 64)
    } else {
      let steps = (threshold * 50 + Double(offset)).rounded()
      threshold = min(max(steps / 50, 0), 1)
    }
  }
}
