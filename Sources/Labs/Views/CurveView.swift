import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// What the network makes of x₁ alone: the output as a curve, with the points, and what it is made of.
struct CurveView: RunView {
  static let name = "Curve"
  static let key: Character = "8"
  static let summary = "the output and units along x₁"

  enum Page: CaseIterable, Sendable {
    /// The output, with the points.
    case output
    /// What each unit of a layer gives.
    case units
    /// What each unit of the last hidden layer adds to the output.
    case contributions
  }

  var page = Page.output
  /// Where the plane is cut.
  var x2: Float = 0
  /// The layer whose units are shown, cut to those that there are.
  var level = 0
  /// The output whose parts are shown, cut likewise.
  var output = 0
  /// The unit that stands out; nil for none.
  var unit: Int?
  /// The place along x₁ that is read; nil for none.
  var cursor: Float?
  /// The place under the pointer.
  var hovered: Float?

  init() {}

  /// The cells of the chart, for the mouse.
  struct Spot: Hashable, Sendable {
    let layout: LineChartLayout
  }

  func title(_ scene: Scene) -> String {
    switch page {
    case .output: "Curve · output"
    case .units: "Curve · units"
    case .contributions: "Curve · contributions"
    }
  }

  func note(_ scene: Scene) -> String {
    guard !scene.session.dataset.isOneDimensional else { return "" }
    return "cut at \(CurveAxes(scene.session).cut(x2))"
  }

  func describe(_ scene: Scene) -> String {
    let axes = CurveAxes(scene.session)
    if let place = hovered ?? cursor {
      return CurveReading(view: self, scene: scene, place: place).text(room: 78)
    }
    let x1 = axes.x1Name
    switch page {
    case .output where scene.session.dataset.isOneDimensional:
      return "The output along \(x1), with the points: ←→ read it, n units and shares."
    case .output: return "A cut along \(x1) at \(axes.cut(x2)): ↑↓ move it, ←→ read it, n units."
    case .units: return "What each unit gives: ↑↓ layer, ←→ one unit or all, n what they add."
    case .contributions:
      return "What each unit adds to the output: ←→ one unit or all, ↑↓ output, n next."
    }
  }

  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    guard !inner.isEmpty else { return }
    guard scene.session.trainer.divergence == nil else {
      return DivergenceNotice(session: scene.session).draw(in: inner, on: &canvas)
    }
    let parts = CurveParts(
      scene.session, view: self, places: min(max(2, 2 * inner.width), 600))
    let palette = Palette(canvas.capabilities)
    let axes = CurveAxes(scene.session)
    let points = page == .output ? CurvePoints(scene, x2: x2) : nil
    let truth = page == .output ? TruthCurve(scene, x2: x2) : nil
    var chart = LineChart(
      series: parts.series(palette) + (truth.map { [$0.series(palette)] } ?? []),
      xRange: axes.x1Range, xLabel: axes.x1Name,
      showsLegend: false)
    chart.yRange = page == .output ? axes.outputRange : nil
    if page == .output, chart.yRange == nil, let points {
      // An unseen curve through the points makes room for them.
      chart.series.append(.init(name: "", points: points.places))
      let layout = LineChartLayout(chart, in: inner)
      chart.yRange = layout.yAxis.range
      chart.series.removeLast()
    }
    let place = (hovered ?? cursor).map { axes.x1(Double($0)) }
    let layout = ReadableChart(chart: chart, title: parts.title, cursor: place)
      .draw(in: inner, on: &canvas)
    points?.draw(layout, on: &canvas)
    canvas.mark(layout.plot, as: Spot(layout: layout))
  }
}
