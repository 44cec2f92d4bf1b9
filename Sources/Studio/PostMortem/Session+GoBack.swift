public import Engine

/// The way back from a divergence, which is one back in time like any other.
extension Session {
  /// Whether there is a sound place to go back to: not where a file that was read had diverged.
  private var hasRefuge: Bool {
    trainer.divergence != nil && refuge.sound.divergence == nil
  }

  /// The epoch that `wayBackFromDivergence` leads to; nil while training has not diverged, and where
  /// there is no way back.
  public var refugeEpoch: Int? { hasRefuge ? refuge.sound.epochCount : nil }

  /// The network at the last sound place, to be looked at beside what it became.
  public var refugeNetwork: Network { refuge.sound.network }

  /// To the last sound place of a run that has diverged; nil where there is none.
  public var wayBackFromDivergence: Action? {
    hasRefuge ? .goToStep(refuge.sound.stepCount, branch: position.branch) : nil
  }
}
