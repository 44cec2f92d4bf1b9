/// What a step does to gradient and parameters once the gradient of a batch is known, in this order.
public enum UpdateStage: Int, CaseIterable, Sendable {
  /// Penalties join the gradient.
  case penalty
  /// The gradient of frozen parameters becomes 0.
  case freezing
  /// The gradient is clipped: from here on it is the one that the optimiser gets.
  case clipping
  /// L2 as a decay takes its share of the weights.
  case decay
  /// The optimiser moves the parameters.
  case optimizer
  /// L1 as a proximal step shrinks weights.
  case shrinking
  /// Weights of a unit that are too long together are scaled back.
  case limiting
  /// Frozen parameters get back the value that they had.
  case holding
}

/// Somebody who looks on while a trainer takes a step, and changes nothing.
///
/// There is one step only: with nobody watching, the calls are compiled away.
protocol StepWatch {
  /// Forward pass, loss and backward pass are done; no parameter has changed yet.
  ///
  /// - Parameter chosen: the places of the batch's samples among all.
  mutating func computed(_ workspace: borrowing Workspace, chosen: Span<Int>)
  /// A stage of the update is done.
  mutating func finished(_ stage: UpdateStage, gradient: Span<Float>, parameters: Span<Float>)
}

/// Nobody.
struct NoWatch: StepWatch {
  @inline(__always)
  mutating func computed(_ workspace: borrowing Workspace, chosen: Span<Int>) {}
  @inline(__always)
  mutating func finished(
    _ stage: UpdateStage, gradient: Span<Float>, parameters: Span<Float>
  ) {}
}
