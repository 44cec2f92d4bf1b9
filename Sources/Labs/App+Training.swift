import Engine
import Studio

/// Training: played, paused and stepped through.
extension App {
  mutating func playOrPause() {
    guard canTrain() else { return }
    isRunning.toggle()
    stepsPerSecond = nil
  }

  /// Whether there is something left to train; says how to go on if there is not.
  private mutating func canTrain() -> Bool {
    guard session.trainer.hasStopped else { return true }
    if let epoch = session.refugeEpoch {
      let way = epoch == 0 ? "backspace or r goes" : "backspace goes back to epoch \(epoch), r"
      notice = "Training has diverged: \(way) to epoch 0; ! says why."
    } else {
      notice = "Stopped early: change patience (Overfit) to go on, or press r for epoch 0."
    }
    return false
  }

  mutating func changeSpeed(_ intent: Intent) {
    if intent == .faster { speed.increase() } else { speed.decrease() }
    // What was measured at another speed says nothing of this one.
    stepsPerSecond = nil
    notice = speed.description
  }

  mutating func train(_ steps: Int) {
    if !isFinishingEpoch { targetEpoch = nil }
    let isTraining = isRunning || targetEpoch != nil
    if let targetEpoch {
      session.advance(steps: min(steps, session.trainer.stepsLeftInEpoch))
      if session.trainer.epochCount >= targetEpoch {
        self.targetEpoch = nil
        notice = "Epoch \(targetEpoch) is complete."
      }
    } else if isRunning {
      session.advance(steps: steps)
    }
    if session.trainer.hasStopped && isTraining {
      isRunning = false
      targetEpoch = nil
      tellStop()
    }
  }

  /// Says that training was stopped early, and what came of it; a divergence has its box.
  private mutating func tellStop() {
    guard let watch = session.trainer.earlyStopping, watch.hasStopped else { return }
    notice =
      "Stopped early in epoch \(session.trainer.epochCount):"
      + " the weights of epoch \(watch.bestEpoch) are back."
  }

  /// Stepping by hand pauses first, so that one step is seen as one step.
  mutating func stepBatch() {
    isRunning = false
    guard canTrain() else { return }
    session.advance(steps: 1)
    let trainer = session.trainer
    guard !trainer.hasStopped else { return tellStop() }
    notice =
      trainer.position == 0
      ? "Epoch \(trainer.epochCount) is complete."
      : "Step \(trainer.stepCount): \(trainer.position) of \(trainer.samples.count) samples of"
        + " epoch \(trainer.epochCount + 1) seen."
  }

  /// The loop does the training, so that keys are answered in a long epoch too.
  mutating func stepEpoch() {
    isRunning = false
    guard canTrain() else { return }
    targetEpoch = session.trainer.epochCount + 1
  }

  mutating func start(_ action: Action) {
    let wasRunning = isRunning
    isRunning = false
    notice = session.apply(action).message + (wasRunning ? " Paused." : "")
    lab.fit(to: session)
  }
}
