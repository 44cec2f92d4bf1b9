import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// Where each hidden unit's sum is 0: the lines that the network puts its output together from, and
/// the pieces that they cut the plane into.
struct LinesView: RunView {
  static let name = "Lines"
  static let key: Character = "3"
  static let summary = "where each hidden unit sets in; linear pieces"
  static let isSquare = true

  /// What is behind the lines.
  enum Ground: CaseIterable, Sendable {
    /// The pieces on each of which the network is linear.
    case pieces
    /// What the network makes of the plane.
    case output
    /// Nothing.
    case plain
  }

  /// What answers to the mouse.
  enum Spot: Hashable, Sendable {
    /// A layer in the legend; pressed again, all of them are shown.
    case layer(Int)
  }

  /// The hidden layer that is shown; nil for all.
  private(set) var layer: Int?
  /// What was chosen to be behind the lines; nil for the pieces, where there are any.
  private(set) var chosenGround: Ground?

  init() {}

  /// What there can be behind the lines: pieces only where the network is made of straight lines.
  static func grounds(_ session: Session) -> [Ground] {
    session.trainer.network.spec.isPiecewiseLinear
      ? [.pieces, .output, .plain] : [.plain, .output]
  }

  func ground(_ session: Session) -> Ground {
    let all = Self.grounds(session)
    return chosenGround.flatMap { all.contains($0) ? $0 : nil } ?? all[0]
  }

  /// The hidden layers that are shown.
  func layers(_ session: Session) -> Range<Int> {
    let hidden = session.trainer.network.levels.count - 1
    guard let layer, layer < hidden else { return 0..<hidden }
    return layer..<(layer + 1)
  }

  func title(_ scene: Scene) -> String {
    let session = scene.session
    let layers = layers(session)
    guard layers.count == 1, session.trainer.network.levels.count > 2 else { return Self.name }
    return "\(Self.name) · layer \(layers.lowerBound + 1)"
  }

  func note(_ scene: Scene) -> String {
    let behind =
      switch ground(scene.session) {
      case .pieces: "behind: pieces"
      case .output: "behind: the output"
      case .plain: ""
      }
    return [behind, TruthText(scene)?.legend ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  func describe(_ scene: Scene) -> String {
    let session = scene.session
    if let place = scene.pointer {
      return ProbeText(session, at: place, truth: scene.truth?.truth).text
    }
    if let (level, unit) = scene.part?.unit, layers(session).contains(level) {
      return UnitLineText(session, level: level, unit: unit).text
    }
    guard session.trainer.network.levels.count > 1 else {
      return "There is no hidden layer yet, so the output's own line is the only one."
    }
    return "Lines are where sums of units are 0. ←→ a unit, ↑↓ a layer, n what is behind."
  }

  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    let session = scene.session
    switch intent {
    case .selectUp: move(-1, session)
    case .selectDown: move(1, session)
    case .decrease: return choose(-1, scene)
    case .increase: return choose(1, scene)
    case .nextOption: return turn(1, session)
    case .previousOption: return turn(-1, session)
    default: return nil
    }
    return ViewReply()
  }

  mutating func point(
    _ event: MouseEvent, _ target: any Hashable & Sendable, _ scene: Scene
  ) -> ViewReply? {
    guard case .layer(let wanted) = target as? Spot else { return nil }
    if event.kind == .press { layer = layer == wanted ? nil : wanted }
    return ViewReply()
  }

  mutating func settle(_ session: Session) {
    if let layer, layer >= session.trainer.network.levels.count - 1 { self.layer = nil }
  }

  /// From all layers to the first, and on to the last.
  private mutating func move(_ offset: Int, _ session: Session) {
    let hidden = session.trainer.network.levels.count - 1
    let here = layer.map { $0 < hidden ? $0 : -1 } ?? -1
    let next = min(max(here + offset, -1), hidden - 1)
    layer = next < 0 ? nil : next
  }

  /// The unit before or after; after the last one the output as a whole.
  private func choose(_ offset: Int, _ scene: Scene) -> ViewReply {
    let session = scene.session
    let levels = session.trainer.network.levels
    let output = NetworkPart.unit(level: levels.count - 1, unit: 0)
    let units = layers(session).flatMap { level in
      (0..<levels[level].units).map { NetworkPart.unit(level: level, unit: $0) }
    }
    let all = units + (output.isOutput(session) ? [output] : [])
    guard !units.isEmpty else {
      return ViewReply(notice: "There is no hidden layer yet; ] adds one.")
    }
    let here = scene.part?.unit.flatMap { part in
      all.firstIndex(of: .unit(level: part.level, unit: part.unit))
    }
    // With nothing chosen the output as a whole is shown; it stands before the first unit.
    let start = here ?? (offset < 0 ? units.count : all.count - 1)
    return ViewReply(part: all[(start + offset + all.count) % all.count])
  }

  private mutating func turn(_ offset: Int, _ session: Session) -> ViewReply {
    let all = Self.grounds(session)
    let place = all.firstIndex(of: ground(session)) ?? 0
    let next = all[(place + offset + all.count) % all.count]
    chosenGround = next
    let isLinear = all.contains(.pieces)
    let rest = isLinear ? "" : " Pieces need relu, leaky-relu or linear units."
    switch next {
    case .pieces: return ViewReply(notice: "Behind the lines: the pieces of the plane.")
    case .output: return ViewReply(notice: "Behind the lines: the output.\(rest)")
    case .plain: return ViewReply(notice: "Behind the lines: nothing.\(rest)")
    }
  }

  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    LinesPicture(
      scene: scene, layers: layers(scene.session), ground: ground(scene.session)
    ).draw(in: inner, on: &canvas)
  }
}
