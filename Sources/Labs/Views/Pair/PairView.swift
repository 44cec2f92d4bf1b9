import Datasets
import Drawing
import Studio

/// Two sessions in lock-step: both maps, where they differ, both curves, and the settings that are not
/// the same.
struct PairView: RunView {
  static let name = "Compare"
  static let summary = "A/B: two sessions in lock-step on the same data"
  static let key: Character = "A"

  /// What is shown.
  enum Page: String, CaseIterable, Sendable {
    case maps
    case losses
    case settings
  }

  /// What is shown.
  private(set) var page = Page.maps
  /// Whether equal steps up the chart are equal factors.
  private(set) var isLogarithmic = false
  /// The place that is read on all maps; nil before an arrow key was pressed.
  private(set) var probe: PlanePoint?

  init() {}

  func title(_ scene: Scene) -> String {
    guard let rival = scene.rival else { return Self.name }
    return "\(Self.name) · \(rival.focus.rawValue) is yours"
  }

  func note(_ scene: Scene) -> String {
    guard let rival = scene.rival else { return "" }
    let count = rival.differences(from: scene.session).count
    return switch count {
    case 0: "the same settings"
    case 1: "1 setting differs"
    default: "\(count) settings differ"
    }
  }

  func describe(_ scene: Scene) -> String {
    guard let rival = scene.rival else {
      return "Compare: enter makes a copy of this session, B, which is yours to change."
    }
    guard let place = scene.pointer ?? probe, page == .maps else {
      return page == .maps
        ? "Compare: arrows move a probe over all maps; % swaps, n shows more, E ends it."
        : "Compare: n shows the next page, y another axis; % swaps A and B, E ends it."
    }
    return PairProbeText(PairFrame(scene, rival), at: place).text
  }

  mutating func appear(_ scene: Scene) -> ViewReply? {
    scene.rival == nil ? ViewReply(pairing: .begin) : nil
  }

  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    switch intent {
    case .activate: return ViewReply(pairing: scene.rival == nil ? .begin : .swap)
    case .nextOption: turnPage(by: 1)
    case .previousOption: turnPage(by: -1)
    case .switchAxis:
      isLogarithmic.toggle()
      return ViewReply(
        notice: "The axis of the loss is \(isLogarithmic ? "logarithmic" : "linear").")
    case .selectUp: moveProbe(0, 0.25)
    case .selectDown: moveProbe(0, -0.25)
    case .decrease: moveProbe(-0.25, 0)
    case .increase: moveProbe(0.25, 0)
    case .back where probe != nil: probe = nil
    default: return nil
    }
    return ViewReply()
  }

  private mutating func turnPage(by offset: Int) {
    let all = Page.allCases
    page = all[((all.firstIndex(of: page) ?? 0) + offset + all.count) % all.count]
  }

  private mutating func moveProbe(_ dx: Float, _ dy: Float) {
    let (low, high) = (Dataset.domain.lowerBound, Dataset.domain.upperBound)
    let here = probe ?? PlanePoint(x1: -dx, x2: -dy)
    probe = PlanePoint(
      x1: min(max(here.x1 + dx, low), high), x2: min(max(here.x2 + dy, low), high))
  }

  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    guard !inner.isEmpty else { return }
    guard let rival = scene.rival else { return drawInvitation(in: inner, on: &canvas) }
    let frame = PairFrame(scene, rival)
    switch page {
    case .maps: drawOverview(frame, in: inner, on: &canvas)
    case .losses: PairCurves(frame, isLogarithmic: isLogarithmic).draw(in: inner, on: &canvas)
    case .settings:
      PairTable(frame, hasAllNumbers: true).draw(
        in: inner.inset(horizontally: inner.width > 20 ? 1 : 0, vertically: 0), on: &canvas)
    }
  }

  /// Maps on top; below them what there is room for.
  private func drawOverview(
    _ frame: PairFrame, in inner: Rectangle, on canvas: inout Canvas
  ) {
    let maps = PairMaps(frame: frame, place: frame.scene.pointer ?? probe)
    let (top, below) = inner.splitTop(maps.height(in: inner))
    maps.draw(in: top, on: &canvas)
    let table = PairTable(frame, hasAllNumbers: false)
    if below.height >= 5, below.width >= 60 {
      let (left, right) = below.splitLeft(max(below.width - 60, below.width / 2))
      PairCurves(frame, isLogarithmic: isLogarithmic).draw(in: left, on: &canvas)
      table.draw(in: right.inset(horizontally: 2, vertically: 0), on: &canvas)
    } else if below.height >= 12 {
      let (upper, lower) = below.splitTop(below.height / 2)
      table.draw(in: upper, on: &canvas)
      PairCurves(frame, isLogarithmic: isLogarithmic).draw(in: lower, on: &canvas)
    } else if below.height >= 5 {
      table.draw(in: below, on: &canvas)
    } else {
      PairLines(frame).draw(in: below, on: &canvas)
    }
  }

  private func drawInvitation(in inner: Rectangle, on canvas: inout Canvas) {
    let paragraphs = [
      "Nothing is compared yet.",
      "enter makes a copy of this session, at this very epoch. From then on both learn in"
        + " lock-step on the same data: the one from before is A, the copy is B, and what you"
        + " change is changed in B alone.",
      "Try another rate, another activation or another network, and see what it does.",
    ]
    let lines = paragraphs.flatMap { wrap($0, width: max(1, min(inner.width - 2, 70))) + [""] }
    for (row, line) in lines.prefix(inner.height).enumerated() {
      canvas.write(
        line, at: Point(x: inner.x + (inner.width > 2 ? 1 : 0), y: inner.y + row),
        style: row == 0 ? .bold : [], maxWidth: inner.width)
    }
  }
}
