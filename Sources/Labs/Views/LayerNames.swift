import Drawing
import Engine
import Lessons
import Studio

/// What the levels of a network are called.
struct LayerNames {
  private let session: Session
  private var last: Int { session.trainer.network.levels.count - 1 }

  init(_ session: Session) { self.session = session }

  /// `1`, `out`.
  func short(_ level: Int) -> String { level == last ? "out" : "\(level + 1)" }

  /// `layer 1`, `the output`.
  func long(_ level: Int) -> String { session.name(ofLevel: level) }

  /// Its units and what they apply: `4 tanh`.
  func shape(_ level: Int) -> String {
    let network = session.trainer.network
    let activation =
      level == last ? network.spec.outputActivation : network.spec.hidden[level].activation
    return "\(network.levels[level].units) \(activation.rawValue)"
  }
}

/// A number of a layer that has a curve over time.
enum LayerMeasure: CaseIterable, Sendable {
  case gradient, update, weights, idle

  var title: String {
    switch self {
    case .gradient: "Gradient norm"
    case .update: "Update / weights"
    case .weights: "Weight norm"
    case .idle: "Dead or saturated share"
    }
  }

  /// Whether a logarithmic axis says something.
  var goesByFactors: Bool { self != .idle }

  /// Its number in a level; nil where it has none.
  func value(_ level: Diagnosis.Level) -> Double? {
    switch self {
    case .gradient: level.gradientNorm
    case .update: level.updateRatio
    case .weights: level.weightNorm
    case .idle: (level.deadShare ?? level.saturatedShare).map { 100 * $0 }
    }
  }

  /// The numbers of all levels at the noted epoch nearest to one, in a line; nil without an epoch.
  func reading(_ session: Session, near epoch: Double?, room: Int) -> String? {
    let entries = session.diagnoses.entries
    guard let epoch,
      let entry = entries.min(by: {
        abs(Double($0.epoch) - epoch) < abs(Double($1.epoch) - epoch)
      })
    else { return nil }
    let last = entry.diagnosis.levels.count - 1
    let parts = entry.diagnosis.levels.enumerated().map { place, level in
      let number = value(level).map {
        self == .idle ? format($0, decimals: 0) + "%" : format($0, scientificDigits: 2)
      }
      return "\(place == last ? "out" : "\(place + 1)") \(number ?? "–")"
    }
    let text = "epoch \(entry.epoch): " + parts.joined(separator: "  ")
    return columnWidth(text) <= room ? text : String(text.prefix(max(0, room - 1))) + "…"
  }
}

/// Numbers of a layer that a histogram counts.
enum LayerNumbers: CaseIterable, Sendable {
  case weights, activations, gradients

  var title: String {
    switch self {
    case .weights: "Weights"
    case .activations: "Activations"
    case .gradients: "Gradients"
    }
  }

  func histogram(_ level: Diagnosis.Level) -> Histogram {
    switch self {
    case .weights: level.weights
    case .activations: level.activations
    case .gradients: level.gradients
    }
  }
}
