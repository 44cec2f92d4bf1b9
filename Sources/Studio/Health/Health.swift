/// How a run is doing: a light for each symptom of the catalogue.
///
/// It follows from the session alone: from the next step, looked at on a copy, and from what was
/// noted of the epochs before. That makes the lights the same whenever and however often they are
/// looked at, and lets them have a memory without keeping one: each light follows its number through
/// the noted epochs, and goes out only well below where it went on.
///
/// It costs about as much as a step with 256 samples, and no training waits for it.
public struct Health: Equatable, Sendable {
  /// A light for each symptom, in the catalogue's order.
  public let lights: [Light]

  /// Examines a session.
  public init(of session: Session) {
    let run = Checkup(session)
    lights = SymptomCatalogue.all.map { $0.light(run) }
  }

  /// The lights that are on.
  public var lit: [Light] { lights.filter { $0.state == .on } }

  /// `2 lights: dead units, rate too high`; nil if none is on.
  public var summary: String? {
    let lit = lit
    guard !lit.isEmpty else { return nil }
    return (lit.count == 1 ? "1 light: " : "\(lit.count) lights: ")
      + lit.map(\.name).joined(separator: ", ")
  }
}
