public import Engine

extension Session {
  /// The gradient that the next step follows, one number for each parameter: over its batch, with
  /// penalties, clipped, 0 where frozen. With it and the optimiser's moments a learner can work out
  /// the step by hand. Once training has diverged, it is that of the step that failed.
  public func gradient() -> [Float] { nextStep().gradient }

  /// The next step, looked at on a copy: its gradient, and the parameters after it.
  public func nextStep() -> NextStep { NextStep(of: trainer) }

  /// What the optimiser remembers of a parameter now, by the names of its formula.
  public func moments(ofParameter index: Int) -> [MomentValue] {
    trainer.settings.optimizer.moments(ofParameter: index)
  }
}
