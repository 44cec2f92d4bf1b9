import Drawing
import Lessons
import Studio

/// Optimisers race down a surface from one start: paths, losses, and what each does in words.
///
/// It is not about the session, which stays as it is.
struct DescentLab: Lab {
  static let name = "Descent"
  static let summary = "optimisers race down a surface of two weights"
  static let key: Character? = "D"

  /// The race.
  var race: Race
  /// Whether it goes on by itself.
  var isPlaying = false
  /// How fast it does.
  var speed = DescentSpeed()
  /// The panel that arrow keys act on.
  var panel = DescentPanel.racers
  /// The focused row of the surface's panel, and of the settings'.
  var surfaceRow = 0
  var settingsRow = 0
  /// The racer whose settings, arrows and words are shown.
  var chosen = 0
  /// The text being typed; nil while keys are commands.
  var entry: TextEntry?
  /// Where the start may be moved to; nil while none is chosen.
  var cursor: SIMD2<Float>?
  /// The place under the pointer.
  var pointer: SIMD2<Double>?
  /// Whether the map has the whole screen.
  var isSpotlit = false
  /// Whether the chart counts steps by powers of ten.
  var hasLogarithmicSteps = false
  /// What the race was fought by before, the newest last, and what was gone back from.
  var past: [RaceSpec] = []
  var future: [RaceSpec] = []

  init() { race = Race(RaceSpec(on: Rosenbrock())) }

  var isTyping: Bool { entry != nil }

  /// The controls of the focused panel; none where it has a table or words.
  var controls: [DescentControl] {
    switch panel {
    case .surface: DescentControl.ofSurface
    case .settings: settings
    case .racers, .words: []
    }
  }

  /// The controls of the chosen racer.
  var settings: [DescentControl] {
    race.spec.racer(chosen)?.settingKeys.map { .setting($0) } ?? []
  }

  /// The focused row among the controls of the focused panel, within what there is.
  var row: Int {
    get { min(max(0, panel == .surface ? surfaceRow : settingsRow), max(0, controls.count - 1)) }
    set {
      let row = min(max(0, newValue), max(0, controls.count - 1))
      if panel == .surface { surfaceRow = row } else { settingsRow = row }
    }
  }

  /// The focused control; nil where the panel has none.
  var control: DescentControl? { controls.indices.contains(row) ? controls[row] : nil }

  func describe(_ session: Session) -> String {
    let surface = race.spec.surface
    if let entry {
      guard let prompt = entry.prompt else {
        return "Type a value; enter takes it, esc leaves it as it was."
      }
      return NoticeLine.typed(entry.text, after: prompt, width: NoticeLine.width)
    }
    if let cursor {
      return NoticeLine.fitting([
        "Start at \(reading(SIMD2(cursor))): arrows move it, enter takes it, esc leaves it.",
        "Arrows move the start, enter takes it, esc leaves it as it was.",
      ])
    }
    if let pointer {
      return NoticeLine.fitting([
        "w = \(reading(pointer)), gradient \(text(surface.slope(at: pointer))); a click starts here",
        "w = \(reading(pointer)); a click starts here.", "A click starts here.",
      ])
    }
    if let control { return control.help(race.spec, chosen) }
    return panel == .racers
      ? "Racers: ↑↓ chooses one, ←→ lets it take part or not, ] and [ add and remove."
      : "Step: s takes one step and says what the racer does; ↑↓ chooses another racer."
  }

  private func reading(_ w: SIMD2<Double>) -> String {
    "\(text(w)), L = \(text(race.spec.surface.value(at: w)))"
  }
}
