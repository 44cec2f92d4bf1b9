import Drawing
import Studio

/// What stands below the network: how training goes, seen in three ways.
enum ProgressView: CaseIterable, Sendable {
  /// The losses from epoch to epoch.
  case loss
  /// How good the network is, share by share.
  case metrics
  /// Gradients, updates and activations of each level.
  case layers

  var next: ProgressView {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  /// What is shown, and what comes next.
  var notice: String {
    switch self {
    case .loss: "The loss from epoch to epoch; m shows metrics."
    case .metrics: "Metrics of each share of the points; m shows the layers."
    case .layers: "How each layer does at the next step; m shows the loss."
    }
  }

  func draw(_ session: Session, _ now: Evaluations, in area: Rectangle, on canvas: inout Canvas) {
    switch self {
    case .loss: LossPanel(session: session, now: now).draw(in: area, on: &canvas)
    case .metrics: MetricsPanel(session: session, now: now).draw(in: area, on: &canvas)
    case .layers: DiagnosisPanel(session: session).draw(in: area, on: &canvas)
    }
  }
}
