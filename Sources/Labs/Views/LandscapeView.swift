import Drawing
import Engine
import Studio

/// The loss over a plane through the present weights, the run's way over it, and how sharply it bends.
struct LandscapeView: RunView {
  static let key: Character = "L"
  static let name = "Landscape"
  static let summary = "the loss around the weights, its curvature"

  /// What is drawn of it.
  enum Page: CaseIterable, Sendable {
    /// The plane from above.
    case map
    /// The loss along each direction.
    case slices
    /// The largest curvature over the epochs.
    case sharpness
  }

  /// A place of the map in steps of a twentieth of the way to its border.
  struct Cursor: Equatable, Sendable {
    var across: Int
    var up: Int

    static let limit = 20
  }

  /// What answers to the mouse.
  struct Spot: Hashable, Sendable {
    let plane: LandscapePlane
  }

  /// Which plane, and whose loss.
  var settings = Landscape.Settings()
  var page = Page.map
  /// Whether equal steps of colour, and up a chart, are equal factors of the loss.
  var isLogarithmic = true
  /// What is shown; nil before there is anything.
  var landscape: Landscape?
  /// The curvature over the epochs; nil before it was asked for.
  var sharpness: SharpnessHistory?
  /// How much of what goes on in the background is done; nil while nothing does.
  var progress: Double?
  /// The place that is read; nil for none.
  var cursor: Cursor?
  /// The place under the pointer, as shares of the plane's reach.
  var hovered: PlanePoint?
  /// Whether there is nothing to look at: training has diverged.
  var isBlocked = false
  /// What the session began with, by its title: of another one, nothing here is true.
  var origin: String?

  init() {}

  /// What is shown, if it is about networks like the session's.
  func shown(_ scene: Scene) -> Landscape? {
    landscape.flatMap { $0.fits(scene.session) ? $0 : nil }
  }

  /// The place that is read, as a and b.
  func reading(_ surface: LossSurface) -> (a: Double, b: Double)? {
    if let hovered {
      return (Double(hovered.x1) * surface.extent, Double(hovered.x2) * surface.extent)
    }
    return cursor.map {
      (
        surface.extent * Double($0.across) / Double(Cursor.limit),
        surface.extent * Double($0.up) / Double(Cursor.limit)
      )
    }
  }

  func title(_ scene: Scene) -> String {
    switch page {
    case .map: "\(Self.name) · \(settings.directionsName)"
    case .slices: "\(Self.name) · \(settings.directionsName), slices"
    case .sharpness: "\(Self.name) · sharpness"
    }
  }

  func note(_ scene: Scene) -> String {
    if let progress { return "computing \(Int((100 * min(max(progress, 0), 1)).rounded(.down))) %" }
    guard let landscape = shown(scene), page != .sharpness else { return "" }
    return "\(landscape.settings.lossName) of step \(landscape.stepCount)"
  }

  func describe(_ scene: Scene) -> String {
    guard scene.session.trainer.divergence == nil else {
      return "Landscape: training has diverged, so there is nothing to look around in."
    }
    switch page {
    case .sharpness:
      return "Sharpness over the epochs: o the map again, y axis, enter anew."
    case .slices:
      return "Loss along the directions: ←→ read, n others, t whose, o sharpness, y axis."
    case .map: break
    }
    guard let landscape = shown(scene), let surface = landscape.surface else {
      return "Landscape: the loss around the weights; enter computes it, n directions."
    }
    if let place = reading(surface) { return words(at: place, surface) }
    return "Landscape: arrows read, n directions, t whose loss, o slices, y log, z Z zoom."
  }

  /// `0.213 here, 0.192 above the middle, at 0.35 across and -0.2 up.`
  private func words(at place: (a: Double, b: Double), _ surface: LossSurface) -> String {
    let loss = surface.loss(a: place.a, b: place.b)
    let numbers = [place.a, place.b].map { format($0, significantDigits: 2) }
    let end = "at \(numbers[0]) across and \(numbers[1]) up."
    guard loss.isFinite else { return "The loss is not finite here, " + end }
    let rise = loss - surface.middleLoss
    let size = format(abs(rise), significantDigits: 3)
    let step = rise == 0 ? "as in the middle" : "\(size) \(rise > 0 ? "above" : "below") the middle"
    return "Loss \(format(loss, significantDigits: 3)), \(step), \(end)"
  }

  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    guard !inner.isEmpty else { return }
    guard scene.session.trainer.divergence == nil else {
      return DivergenceNotice(session: scene.session).draw(in: inner, on: &canvas)
    }
    if page == .sharpness {
      guard let sharpness, sharpness.fits(scene.session), !sharpness.entries.isEmpty else {
        return say(waiting, in: inner, on: &canvas)
      }
      return SharpnessChart(
        history: sharpness, session: scene.session, isLogarithmic: isLogarithmic
      ).draw(in: inner, to: &canvas)
    }
    guard let landscape = shown(scene) else { return say(waiting, in: inner, on: &canvas) }
    guard let surface = landscape.surface else {
      return say(
        "The run has not moved yet, so it has no principal directions: train, then press enter."
          + " n takes random directions.", in: inner, on: &canvas)
    }
    draw(landscape, surface, scene, in: inner, on: &canvas)
  }

  /// What stands where there is no picture yet.
  private var waiting: String {
    progress == nil ? "Enter computes it from the present weights." : "Computing …"
  }

  private func say(_ text: String, in inner: Rectangle, on canvas: inout Canvas) {
    let lines = wrap(text, width: max(1, min(inner.width, 60)))
    let y = inner.y + max(0, (inner.height - lines.count) / 2)
    for (row, line) in lines.prefix(inner.height).enumerated() {
      let x = inner.x + max(0, (inner.width - columnWidth(line)) / 2)
      canvas.write(line, at: Point(x: x, y: y + row), maxWidth: inner.width)
    }
  }

  private func draw(
    _ landscape: Landscape, _ surface: LossSurface, _ scene: Scene, in inner: Rectangle,
    on canvas: inout Canvas
  ) {
    if page == .slices {
      let slices = LandscapeSlices(
        landscape: landscape, surface: surface, isLogarithmic: isLogarithmic,
        cursor: reading(surface)?.a)
      return slices.draw(in: inner, to: &canvas)
    }
    let layout = LandscapeLayout(in: inner)
    guard let range = surface.range,
      let scale = LandscapeScale(range, isLogarithmic: isLogarithmic)
    else {
      return say("No loss is finite here: there is nothing to draw.", in: inner, on: &canvas)
    }
    let text = LandscapeText(
      scene: scene, landscape: landscape,
      levels: scale.levels(count: LandscapeMap.levelCount).map(\.label))
    if let map = layout.map {
      let plane = LandscapePlane(map: map, extent: surface.extent)
      // Random directions count in the units' own lengths, principal ones in that of the way.
      let isPrincipal = surface.directions.variance != nil
      LandscapeAxes(
        scale: scale,
        borders: (
          surface.extent * (isPrincipal ? surface.directions.firstLength : 1),
          surface.extent * (isPrincipal ? surface.directions.secondLength : 1)
        )
      ).draw(around: map, to: &canvas)
      LandscapeMap(
        scene: scene, landscape: landscape, surface: surface, scale: scale,
        cursor: reading(surface)
      ).draw(on: plane, to: &canvas)
      canvas.mark(map, as: Spot(plane: plane))
    }
    if !layout.side.isEmpty {
      text.draw(text.lines(width: layout.side.width), in: layout.side, to: &canvas)
    }
    text.draw(text.shortLines(), in: layout.below, to: &canvas)
  }
}
