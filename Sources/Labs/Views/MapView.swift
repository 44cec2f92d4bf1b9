import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// What the network, or one part of it, makes of the plane, with the points on it.
struct MapView: RunView {
  static let name = "Map"
  static let key: Character = "1"
  static let summary = "what the network, or the chosen unit, computes"
  static let isSquare = true

  /// The place that is read; nil before an arrow key was pressed.
  private(set) var probe: PlanePoint?

  init() {}

  /// Columns left of the map: the tick labels and the axis.
  static let leftMargin = 4
  /// Rows below the map: the axis and the scale.
  static let bottomMargin = 2

  /// How wide its pane is when the map in it is square and so many rows are there in all.
  static func paneWidth(forHeight height: Int) -> Int {
    2 * max(1, height - 2 - bottomMargin) + leftMargin + 2
  }

  /// How high its pane is when the map in it is square and so many columns are there in all.
  static func paneHeight(forWidth width: Int) -> Int {
    max(1, (width - leftMargin - 2) / 2) + 2 + bottomMargin
  }

  func title(_ scene: Scene) -> String {
    let style =
      switch scene.look.style {
      case .smooth: ""
      case .discrete: " · sign only"
      case .bands: " · bands"
      }
    return (scene.part?.title(scene.session) ?? "Output") + style
  }

  func note(_ scene: Scene) -> String {
    if let truth = TruthText(scene) { return truth.note }
    let all = ShownPoints.shares(scene).reduce(0) { $0 + $1.examples.count }
    return all == 0 ? "no points" : "\(all) \(scene.look.points.adjective)points"
  }

  func describe(_ scene: Scene) -> String {
    guard let place = scene.pointer ?? probe else {
      return TruthText(scene)?.line
        ?? "Map: arrows move a probe that reads it; o, c, t and x change what is shown."
    }
    return ProbeText(scene.session, at: place, truth: scene.truth?.truth).text
  }

  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    let step: (x1: Float, x2: Float)
    switch intent {
    case .selectUp: step = (0, 0.25)
    case .selectDown: step = (0, -0.25)
    case .decrease: step = (-0.25, 0)
    case .increase: step = (0.25, 0)
    case .back where probe != nil:
      probe = nil
      return ViewReply()
    default: return nil
    }
    let (low, high) = (Dataset.domain.lowerBound, Dataset.domain.upperBound)
    let here = probe ?? PlanePoint(x1: -step.x1, x2: -step.x2)
    probe = PlanePoint(
      x1: min(max(here.x1 + step.x1, low), high), x2: min(max(here.x2 + step.x2, low), high))
    return ViewReply()
  }

  /// The largest square map with its axes in a place; nil where there is no room for one.
  static func map(in inner: Rectangle, rowsBelow: Int = bottomMargin) -> Rectangle? {
    let available = Rectangle(
      x: inner.x + leftMargin, y: inner.y, width: inner.width - leftMargin,
      height: inner.height - rowsBelow)
    // Cells are twice as high as wide, so a square map has twice as many columns as rows.
    let rows = min(available.height, available.width / 2)
    guard rows >= 2 else { return nil }
    return Rectangle(
      x: available.x + (available.width - 2 * rows) / 2, y: available.y, width: rows * 2,
      height: rows)
  }

  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    guard let map = Self.map(in: inner) else { return }
    PlaneAxes(dataset: scene.session.dataset).draw(around: map, on: &canvas)
    canvas.mark(map, as: Target.plane(Plane(map: map)))
    guard scene.session.trainer.divergence == nil else {
      DivergenceNotice(session: scene.session).draw(in: map, on: &canvas)
      return
    }
    let picture = PlaneMap(scene, part: scene.part, size: Field.size(for: map))
    picture.draw(in: map, on: &canvas)
    TruthLine(scene)?.draw(in: map, on: &canvas)
    // More marks than a quarter of the cells would hide the map.
    let limit = map.width * map.height / (scene.isBig ? 12 : 4)
    ShownPoints(scene, limit: limit).draw(scene, in: map, on: &canvas)
    PlaneAxes(dataset: scene.session.dataset).drawNames(on: map, on: &canvas)
    if let brush = scene.brush {
      BrushMark(brush: brush).draw(in: map, on: &canvas)
    } else if let place = scene.pointer ?? probe, let cell = Plane(map: map).cell(place) {
      canvas.drawProbe(at: cell)
    }
    MapScale(scene: scene, labels: picture.labels).draw(
      in: Rectangle(x: map.x, y: map.maxY + 1, width: map.width, height: 1), on: &canvas)
  }
}
