import Engine
import Studio

/// Training: played, paused and stepped through.
extension App {
  /// How much training is wanted now.
  public var demand: Demand {
    if session.isSeeking { return .atOnce(steps: 1 << 20) }
    if !isRunning, !isFinishingEpoch, let beat = lab.beat { return .stepsPerSecond(beat) }
    guard !hasStopped else { return .none }
    if isFinishingEpoch { return .atOnce(steps: pacer.trainer.stepsLeftInEpoch) }
    guard isRunning else { return .none }
    guard let rate = speed.stepsPerSecond(stepsPerEpoch: pacer.trainer.stepsPerEpoch) else {
      return .unlimited
    }
    return .stepsPerSecond(rate)
  }

  /// Whether the present epoch is trained to its end; a start anew in between calls that off.
  var isFinishingEpoch: Bool {
    targetEpoch.map { $0 == pacer.trainer.epochCount + 1 } ?? false
  }

  mutating func playOrPause() {
    guard canTrain() else { return }
    isRunning.toggle()
    stepsPerSecond = nil
  }

  /// Whether there is something left to train; says how to go on if there is not.
  private mutating func canTrain() -> Bool {
    if let reason = session.trainingRefusal {
      if session.attempt?.mustAnswerFirst == true { ask() }
      notice = reason
      return false
    }
    guard hasStopped else { return true }
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
    if session.isSeeking { return seek(steps) }
    if !isFinishingEpoch { targetEpoch = nil }
    let isTraining = isRunning || targetEpoch != nil
    if let targetEpoch {
      advance(steps: min(steps, pacer.trainer.stepsLeftInEpoch))
      if pacer.trainer.epochCount >= targetEpoch {
        self.targetEpoch = nil
        notice = "Epoch \(targetEpoch) is complete."
      }
    } else if isRunning {
      advance(steps: steps)
    }
    if isTraining, !hasStopped, let reason = session.trainingRefusal {
      pause()
      notice = runIsOver ?? reason
    }
    if hasStopped && isTraining {
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
    let (trainer, name) = stepOnce()
    guard !hasStopped else { return tellStop() }
    guard notice.isEmpty, session.trainingRefusal == nil else {
      notice = session.trainingRefusal ?? notice
      return
    }
    notice =
      trainer.position == 0
      ? "\(name)Epoch \(trainer.epochCount) is complete."
      : "\(name)Step \(trainer.stepCount): \(trainer.position) of \(trainer.samples.count) samples of"
        + " epoch \(trainer.epochCount + 1) seen."
  }

  /// Takes a step; gives the trainer that took it, and in a comparison its name where the other one
  /// did not go along.
  private mutating func stepOnce() -> (trainer: Trainer, name: String) {
    let isRival = rival?.leads(session) ?? false
    let name = pacerName ?? ""
    advance(steps: 1)
    let trainer = isRival ? rival?.session.trainer ?? session.trainer : session.trainer
    let areLevel = rival.map { $0.session.samplesSeen == session.samplesSeen } ?? true
    return (trainer, areLevel ? "" : name + ": ")
  }

  /// The loop does the training, so that keys are answered in a long epoch too.
  mutating func stepEpoch() {
    isRunning = false
    session.seek(steps: .max)
    guard canTrain() else { return }
    targetEpoch = pacer.trainer.epochCount + 1
  }

  mutating func start(_ action: Action) {
    let wasRunning = isRunning
    isRunning = false
    notice = session.apply(action).message + (wasRunning ? " Paused." : "")
    lab.fit(to: session)
  }
}
