public import Engine

/// Going back from a divergence, which is logged, undone and replayed like any other action.
extension Session {
  /// The epoch that `Action.goBack` leads to; nil while training has not diverged.
  public var refugeEpoch: Int? {
    trainer.divergence == nil ? nil : refuge.sound.epochCount
  }

  /// The network at the last sound place, to be looked at beside what it became.
  public var refugeNetwork: Network { refuge.sound.network }

  /// Back to the last sound place: weights, moments, the order of the samples and the counters are
  /// those of then, the settings those of now.
  mutating func goBack() -> Outcome {
    guard let divergence = trainer.divergence else {
      return .refused("Training has not diverged: u takes the last change back.")
    }
    trainer = refuge.sound
    history.forget(after: trainer.epochCount)
    diagnoses.forget(after: trainer.epochCount)
    let steps = divergence.step - 1 - trainer.stepCount
    return Outcome(
      effect: .restored,
      message: "Back in epoch \(trainer.epochCount), \(max(0, steps) + 1)"
        + " \(steps == 0 ? "step" : "steps") before the failure: now change what caused it.")
  }
}
