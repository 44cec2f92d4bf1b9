import Drawing
import Engine
import Studio

/// Lights for what can be wrong with a run, each with what was measured, why it matters, what to try
/// and where it is seen; and, once training has diverged, what led to that.
struct HealthView: RunView {
  static let name = "Health"
  static let key: Character = "!"
  static let summary = "what is wrong, why, and what to try"

  enum Page: CaseIterable, Sendable {
    /// A light for each symptom.
    case lights
    /// Why training diverged.
    case postMortem
  }

  /// The page that was chosen; nil for the one that fits: the post-mortem once there is one.
  var page: Page?
  /// The light whose words are shown; nil for the worst.
  var chosen: Int?
  /// The suggestion that `a` carries out, cut to those that there are.
  var suggestion = 0

  init() {}

  /// What of it answers to the mouse.
  enum Spot: Hashable, Sendable {
    case light(Int)
    case suggestion(Int)
    case evidence
    case goBack
  }

  /// The page that is shown.
  func page(_ scene: Scene) -> Page {
    scene.session.postMortem == nil ? .lights : page ?? .postMortem
  }

  /// The light whose words are shown: the chosen one, else the first of the worst.
  func place(in health: Health) -> Int {
    if let chosen, health.lights.indices.contains(chosen) { return chosen }
    let worst = health.lights.map(\.state).max() ?? .off
    return health.lights.firstIndex { $0.state == worst } ?? 0
  }

  func title(_ scene: Scene) -> String {
    guard page(scene) == .lights else { return "Health · why it diverged" }
    let count = scene.health.lit.count
    return count == 0 ? "Health" : "Health · \(count) \(count == 1 ? "light is" : "lights are") on"
  }

  func note(_ scene: Scene) -> String {
    switch page(scene) {
    case .lights:
      scene.session.postMortem == nil
        ? "enter: the evidence, a: try it" : "n: why it diverged, a: try it"
    case .postMortem: "enter goes back, n: lights"
    }
  }

  func describe(_ scene: Scene) -> String {
    guard page(scene) == .lights else {
      guard let epoch = scene.session.refugeEpoch else {
        return "Training diverged; nothing is known of before: r goes back to epoch 0."
      }
      return "Training diverged: enter goes back to epoch \(epoch), where all was sound."
    }
    let health = scene.health
    let light = health.lights[place(in: health)]
    let rest =
      light.advice.isEmpty
      ? "↑↓ other lights, enter shows the evidence."
      : "↑↓ light, enter shows it, ←→ advice, a tries it."
    return "\(light.name): \(light.state.word). \(rest)"
  }

  func draw(_ scene: Scene, in inner: Rectangle, on canvas: inout Canvas) {
    guard !inner.isEmpty else { return }
    if page(scene) == .postMortem, let postMortem = scene.session.postMortem {
      PostMortemPage(scene: scene, postMortem: postMortem, suggestion: suggestion)
        .draw(in: inner, on: &canvas)
    } else {
      let health = scene.health
      LightsPage(health: health, chosen: place(in: health), suggestion: suggestion)
        .draw(in: inner, on: &canvas)
    }
  }

  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    if intent == .nextOption || intent == .previousOption { return turnPage(scene) }
    let isPostMortem = page(scene) == .postMortem
    switch intent {
    case .selectUp, .selectDown:
      guard !isPostMortem else { return ViewReply() }
      let health = scene.health
      let count = health.lights.count
      chosen = (place(in: health) + (intent == .selectDown ? 1 : count - 1)) % count
      suggestion = 0
    case .decrease, .increase:
      let count = advice(scene).count
      guard count > 0 else { return ViewReply(notice: "There is nothing to try here.") }
      let here = min(suggestion, count - 1)
      suggestion = (here + (intent == .increase ? 1 : count - 1)) % count
    case .activate:
      return isPostMortem ? goBack(scene) : showEvidence(scene)
    // `a` adds a formula elsewhere; here it applies what is suggested.
    case .addFormula: return apply(scene)
    default: return nil
    }
    return ViewReply()
  }

  mutating func point(_ event: MouseEvent, _ target: any Hashable & Sendable, _ scene: Scene)
    -> ViewReply?
  {
    guard let spot = target as? Spot else { return nil }
    switch event.kind {
    case .wheelUp: return handle(.selectUp, scene)
    case .wheelDown: return handle(.selectDown, scene)
    case .press: break
    case .hover, .drag, .release: return ViewReply()
    }
    switch spot {
    case .light(let index):
      let wasChosen = place(in: scene.health) == index
      chosen = index
      if event.isDouble { return showEvidence(scene) }
      if !wasChosen { suggestion = 0 }
    case .suggestion(let index):
      let wasChosen = min(suggestion, max(0, advice(scene).count - 1)) == index
      suggestion = index
      if wasChosen || event.isDouble { return apply(scene) }
    case .evidence: return showEvidence(scene)
    case .goBack: return goBack(scene)
    }
    return ViewReply()
  }

  mutating func appear(_ scene: Scene) -> ViewReply? {
    page = nil
    chosen = nil
    suggestion = 0
    return nil
  }

  private mutating func turnPage(_ scene: Scene) -> ViewReply {
    guard scene.session.postMortem != nil else {
      return ViewReply(notice: "Training has not diverged: there is no post-mortem to show.")
    }
    page = page(scene).stepped(by: 1)
    suggestion = 0
    return ViewReply()
  }

  private func showEvidence(_ scene: Scene) -> ViewReply {
    let health = scene.health
    let light = health.lights[place(in: health)]
    return ViewReply(
      notice: "\(light.name): \(light.evidence.words); \(Self.key) goes back.",
      evidence: light.evidence)
  }

  /// What can be tried on the page that is shown.
  private func advice(_ scene: Scene) -> [Advice] {
    if page(scene) == .postMortem { return scene.session.postMortem?.cause.advice ?? [] }
    let health = scene.health
    return health.lights[place(in: health)].advice
  }

  private func goBack(_ scene: Scene) -> ViewReply {
    guard let way = scene.session.wayBackFromDivergence else {
      return ViewReply(notice: "Nothing is known of before: r goes back to epoch 0.")
    }
    return ViewReply(actions: [way])
  }

  /// Carries a suggestion out; after a divergence from the place gone back to.
  private func apply(_ scene: Scene) -> ViewReply {
    let advice = advice(scene)
    guard let first = advice.first else {
      return ViewReply(notice: "There is nothing to try here: the light is off.")
    }
    let wanted = advice.indices.contains(suggestion) ? advice[suggestion] : first
    guard let action = wanted.action else {
      return ViewReply(notice: "That is for you to do: \(wanted.text).")
    }
    return ViewReply(
      actions: [scene.session.wayBackFromDivergence, action].compactMap { $0 })
  }
}

extension Light.State {
  /// In a word.
  var word: String {
    switch self {
    case .on: "on"
    case .watch: "watch"
    case .off: "off"
    case .notApplicable: "n/a"
    }
  }

  /// As a lamp; the shapes differ as well as the colours.
  var glyph: Character {
    switch self {
    case .on: "●"
    case .watch: "◐"
    case .off: "○"
    case .notApplicable: "·"
    }
  }

  func color(_ palette: Palette) -> Color {
    switch self {
    case .on: palette.warning
    case .watch: palette.accent
    case .off: palette.success
    case .notApplicable: palette.muted
    }
  }
}
