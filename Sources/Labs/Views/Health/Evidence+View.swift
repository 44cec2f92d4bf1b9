import Studio

/// Which view shows what a light speaks of.
extension Evidence {
  /// The view.
  var view: any RunView.Type {
    switch self {
    case .layersNow, .gradientsOverTime, .updatesOverTime, .idleOverTime, .activations:
      LayersView.self
    case .losses: LossView.self
    case .parameters: TableView.self
    }
  }

  /// What is seen there.
  var words: String {
    switch self {
    case .layersNow: "gradient and update of each layer"
    case .gradientsOverTime: "each layer's gradient over time"
    case .updatesOverTime: "each layer's update over time"
    case .idleOverTime: "dead or saturated units over time"
    case .activations: "what the layer hands on"
    case .losses: "the losses over the epochs"
    case .parameters: "all weights in a table"
    }
  }
}

extension LayersView {
  /// Turns to the page on which something is seen.
  mutating func turn(to evidence: Evidence) {
    switch evidence {
    case .layersNow: page = .now
    case .gradientsOverTime: (page, measure) = (.overTime, .gradient)
    case .updatesOverTime: (page, measure) = (.overTime, .update)
    case .idleOverTime: (page, measure) = (.overTime, .idle)
    case .activations(let level):
      (page, quantity) = (.histograms, .activations)
      self.level = level
    case .losses, .parameters: return
    }
    emphasised = nil
  }
}

extension LossView {
  /// Shows all epochs of the loss.
  mutating func turn(to evidence: Evidence) {
    guard evidence == .losses else { return }
    page = .loss
    window = .all
    cursor = nil
  }
}
