import Drawing
import Engine
import Studio

/// Gradients, weights, updates and activations of each layer: now, over time, and as histograms.
struct LayersView: RunView {
  static let name = "Layers"
  static let key: Character = "5"
  static let summary = "gradients, weights, activations, also over time"

  enum Page: CaseIterable, Sendable {
    /// Sizes of gradients and weights and the pace of each layer at the next step.
    case now
    /// One of those numbers from epoch to epoch, a curve a layer.
    case overTime
    /// How numbers of one layer are spread, from epoch to epoch.
    case histograms
  }

  var page = Page.now
  /// What the curves show.
  var measure = LayerMeasure.gradient
  /// The layer whose row is marked and whose curve stands out; nil for none.
  var emphasised: Int?
  /// Whether the curves have a logarithmic axis, where that is of use.
  var isLogarithmic = true
  /// What the histograms count.
  var quantity = LayerNumbers.weights
  /// The layer whose histograms are shown, cut to those that there are.
  var level = 0
  /// Whether the histograms show the range of the present numbers alone.
  var isTight = false
  /// The epoch under the pointer.
  var hovered: Double?

  init() {}

  /// The cells of something over epochs, for the mouse.
  struct Spot: Hashable, Sendable {
    let plot: Rectangle
    let axis: ChartAxis
  }

  func title(_ scene: Scene) -> String {
    switch page {
    case .now: "Layers · next step"
    case .overTime: "Layers · over time"
    case .histograms: "Layers · histograms"
    }
  }

  func note(_ scene: Scene) -> String { "n: now, over time, histograms" }

  func describe(_ scene: Scene) -> String {
    switch page {
    case .now:
      // Few layers are seen all at once.
      return scene.session.trainer.network.levels.count > 7
        ? "Layers at the next step: ↑↓ layer, n goes on to curves and to histograms."
        : "Layers at the next step: n goes on to curves over time and to histograms."
    case .overTime:
      if let text = measure.reading(scene.session, near: hovered, room: 78) { return text }
      return "\(measure.title) of each layer: ←→ numbers, ↑↓ layer, y axis, n next."
    case .histograms:
      let name = LayerNames(scene.session).long(shownLevel(scene))
      return "\(quantity.title) of \(name): ←→ other numbers, ↑↓ layer, y range, n next."
    }
  }

  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    guard !inner.isEmpty else { return }
    let session = scene.session
    switch page {
    case .now: LayerFlow(session: session, emphasised: emphasised).draw(in: inner, on: &canvas)
    case .overTime:
      let chart = LayerCurves(
        session: session, measure: measure, emphasised: emphasised,
        isLogarithmic: isLogarithmic && measure.goesByFactors)
      let layout = chart.draw(in: inner, cursor: hovered, on: &canvas)
      canvas.mark(layout.plot, as: Spot(plot: layout.plot, axis: layout.xAxis))
    case .histograms:
      LayerHistograms(
        session: session, level: shownLevel(scene), quantity: quantity, isTight: isTight
      ).draw(in: inner, on: &canvas)
    }
  }

  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    let count = scene.session.trainer.network.levels.count
    switch (intent, page) {
    case (.nextOption, _): page = page.stepped(by: 1)
    case (.previousOption, _): page = page.stepped(by: -1)
    case (.decrease, .overTime): measure = measure.stepped(by: -1)
    case (.increase, .overTime): measure = measure.stepped(by: 1)
    case (.decrease, .histograms): quantity = quantity.stepped(by: -1)
    case (.increase, .histograms): quantity = quantity.stepped(by: 1)
    case (.selectUp, .now), (.selectDown, .now), (.selectUp, .overTime), (.selectDown, .overTime):
      // All of them stand before the first.
      let here = (emphasised.map { min($0, count - 1) } ?? -1) + 1
      let next = (here + (intent == .selectUp ? count : 1)) % (count + 1)
      emphasised = next == 0 ? nil : next - 1
    case (.selectUp, .histograms): level = max(0, shownLevel(scene) - 1)
    case (.selectDown, .histograms): level = min(count - 1, shownLevel(scene) + 1)
    case (.switchAxis, .overTime):
      guard measure.goesByFactors else {
        return ViewReply(notice: "Shares have a linear axis from 0 to 100 %.")
      }
      isLogarithmic.toggle()
      return ViewReply(
        notice: isLogarithmic ? "The axis is logarithmic." : "The axis is linear.")
    case (.switchAxis, .histograms):
      isTight.toggle()
      return ViewReply(
        notice: isTight
          ? "The range is that of the present numbers."
          : "The range holds the numbers of all epochs.")
    default: return nil
    }
    return ViewReply()
  }

  mutating func point(_ event: MouseEvent, _ target: any Hashable & Sendable, _ scene: Scene)
    -> ViewReply?
  {
    guard let spot = target as? Spot else { return nil }
    let share =
      (Double(event.position.x - spot.plot.x) + 0.25) / Double(max(1, spot.plot.width))
    switch event.kind {
    case .hover, .press, .drag: hovered = spot.axis.number(at: min(max(share, 0), 1))
    case .wheelUp: measure = measure.stepped(by: -1)
    case .wheelDown: measure = measure.stepped(by: 1)
    case .release: break
    }
    return ViewReply()
  }

  mutating func settle(_ session: Session) {
    let count = session.trainer.network.levels.count
    if let emphasised, emphasised >= count { self.emphasised = nil }
    level = min(level, count - 1)
  }

  mutating func leave() { hovered = nil }

  private func shownLevel(_ scene: Scene) -> Int {
    min(level, scene.session.trainer.network.levels.count - 1)
  }
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
  /// The case so many places on, from the last to the first.
  func stepped(by offset: Int) -> Self {
    let all = Self.allCases
    let here = all.firstIndex(of: self) ?? 0
    return all[(((here + offset) % all.count) + all.count) % all.count]
  }
}
