/// The parts of the screen that arrow keys act on, in the order of the tab key.
enum DescentPanel: CaseIterable, Sendable {
  /// The surface, the start and the noise.
  case surface
  /// Who takes part, and how they fare.
  case racers
  /// What the chosen racer is.
  case settings
  /// What the chosen racer did in the last step.
  case words

  /// Its name where there is little room.
  var name: String {
    switch self {
    case .surface: "Surface"
    case .racers: "Racers"
    case .settings: "Settings"
    case .words: "Step"
    }
  }
}
