/// What the next step of a trainer will do, looked at on a copy.
///
/// The step is the optimiser's alone: early stopping neither holds it up nor takes it back. A trainer
/// that has diverged takes no step: its gradient is the one of the step that failed.
public struct NextStep: Sendable {
  /// The slope of the loss along each parameter over the next batch, as the optimiser gets it: with
  /// penalties, clipped, and 0 for frozen parameters.
  public let gradient: [Float]
  /// The parameters after the step.
  public let parameters: [Float]
  /// What the optimiser remembers after the step.
  public let moments: [[Float]]

  /// Looks one step ahead of a trainer, which stays as it is.
  public init(of trainer: Trainer) {
    var copy = trainer
    // Else the step could bring the best weights back, which is no update.
    copy.earlyStopping = nil
    copy.step()
    gradient = copy.workspace.parameterGradient
    parameters = copy.network.parameters
    moments = copy.settings.optimizer.memory.moments
  }
}

/// What an optimiser remembers of one parameter.
public struct MomentValue: Equatable, Sendable {
  /// The moment's name as in the optimiser's formula: `v`.
  public let name: String
  /// One sentence for the learner.
  public let help: String
  /// The number now.
  public let value: Float
}

extension Optimizer {
  /// What it remembers of one parameter; empty for an optimiser without moments, and for a place
  /// that it was not prepared for.
  public func moments(ofParameter index: Int) -> [MomentValue] {
    Self.moments.compactMap { moment in
      let values = self[keyPath: moment.values]
      guard values.indices.contains(index) else { return nil }
      return MomentValue(name: moment.name, help: moment.help, value: values[index])
    }
  }
}
