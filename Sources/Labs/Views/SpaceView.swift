import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The plane as two units of a layer see it: its grid bent, and the points where they come to lie.
///
/// Source: A. Karpathy, *ConvNetJS* (2014), whose demo of classification draws it too.
struct SpaceView: RunView {
  static let name = "Space"
  static let key: Character = "2"
  static let summary = "the plane bent as two units of a layer see it"
  static let isSquare = true

  /// What answers to the mouse.
  enum Spot: Hashable, Sendable {
    /// The picture in these cells.
    case plot(Rectangle)
    /// The name of the axis to the right, or of the one up.
    case axis(isUp: Bool)
  }

  /// The layer that was chosen; nil for the last hidden one.
  private(set) var level: Int?
  /// The units that were chosen, to the right and up.
  private(set) var pair = (0, 1)
  /// Whether the axes reach as far as the points do, not as the whole plane.
  private(set) var fitsPoints = false
  /// The place of the plane that was pressed; nil for none.
  private(set) var probe: PlanePoint?

  init() {}

  func choice(_ scene: Scene) -> SpaceChoice? {
    SpaceChoice(scene.session, level: level, pair: pair)
  }

  func title(_ scene: Scene) -> String {
    choice(scene).map { "Space · \($0.title(scene.session))" } ?? Self.name
  }

  func note(_ scene: Scene) -> String {
    guard let choice = choice(scene) else { return "" }
    let pairs = choice.pairs.count
    let notes = [
      pairs > 1 ? "pair \(choice.place + 1) of \(pairs)" : "",
      choice.isWhole ? "shaded: the output" : "", fitsPoints ? "zoomed" : "",
    ]
    return notes.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  func describe(_ scene: Scene) -> String {
    let session = scene.session
    guard let choice = choice(scene) else {
      return "No input is on and no layer there, so there is no space to show."
    }
    if let place = scene.pointer ?? probe {
      return ProbeText(session, at: place, truth: scene.truth?.truth).text
    }
    let axes = "\(choice.name(choice.across, session)) and \(choice.name(choice.up, session))"
    let keys = choice.pairs.count > 1 ? "←→ pair, ↑↓ layer, z zoom" : "↑↓ layer, z zoom"
    let subject = choice.subject(session)
    // Formulas may have long names.
    return ["\(subject) by \(axes). \(keys), press a place.", "\(subject) by \(axes). \(keys)."]
      .first { columnWidth($0) <= 78 } ?? "\(subject). \(keys), press a place."
  }

  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    guard let choice = choice(scene) else { return nil }
    switch intent {
    case .selectUp: move(-1, choice, scene)
    case .selectDown: move(1, choice, scene)
    case .decrease, .previousOption: turn(-1, choice)
    case .increase, .nextOption: turn(1, choice)
    case .zoomIn:
      fitsPoints = true
      return ViewReply(notice: "The axes reach as far as the points that are shown.")
    case .zoomOut:
      fitsPoints = false
      return ViewReply(notice: "The axes reach as far as the whole plane does.")
    case .back where probe != nil: probe = nil
    default: return nil
    }
    return ViewReply()
  }

  mutating func point(
    _ event: MouseEvent, _ target: any Hashable & Sendable, _ scene: Scene
  ) -> ViewReply? {
    guard let spot = target as? Spot, let choice = choice(scene) else { return nil }
    switch (spot, event.kind) {
    case (_, .wheelUp): return handle(.zoomIn, scene)
    case (_, .wheelDown): return handle(.zoomOut, scene)
    case (.plot(let plot), .press), (.plot(let plot), .drag):
      probe = LayerSpace(scene, choice, plot.size, fitsPoints: fitsPoints)?
        .place(at: event.position, in: plot)
    case (.axis(let isUp), .press): turnAxis(isUp: isUp, choice)
    default: break
    }
    return ViewReply()
  }

  /// To the layer before or after.
  private mutating func move(_ offset: Int, _ choice: SpaceChoice, _ scene: Scene) {
    let levels = SpaceChoice.levels(scene.session)
    let place = (levels.firstIndex(of: choice.level) ?? 0) + offset
    guard levels.indices.contains(place) else { return }
    level = levels[place]
    pair = (0, 1)
  }

  /// To the pair before or after.
  private mutating func turn(_ offset: Int, _ choice: SpaceChoice) {
    let pairs = choice.pairs
    pair = pairs[(choice.place + offset + pairs.count) % pairs.count]
  }

  /// Another unit on one axis; the one on the other axis is left out.
  private mutating func turnAxis(isUp: Bool, _ choice: SpaceChoice) {
    guard choice.units > 1 else { return turn(1, choice) }
    pair = choice.pair
    // Of two units only the axes can change places.
    guard choice.units > 2 else {
      pair = (pair.1, pair.0)
      return
    }
    let kept = isUp ? pair.0 : pair.1
    var next = isUp ? pair.1 : pair.0
    repeat { next = (next + 1) % choice.units } while next == kept
    pair = isUp ? (kept, next) : (next, kept)
  }

  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    guard let choice = choice(scene) else {
      return SpacePicture.say(describe(scene), in: inner, on: &canvas)
    }
    guard scene.session.trainer.divergence == nil else {
      return DivergenceNotice(session: scene.session).draw(in: inner, on: &canvas)
    }
    SpacePicture(
      scene: scene, choice: choice, fitsPoints: fitsPoints, probe: scene.pointer ?? probe
    ).draw(in: inner, on: &canvas)
  }
}
