import Engine

/// Places of the training to go back to, should it diverge.
///
/// They are whole trainers, noted after epochs that depend on the epochs alone, so that a replay notes
/// the same ones: each epoch at first, in the end every 64th. A trainer shares its samples with its
/// copies, and a place costs less to note than the diagnosis that is made after the same epochs.
struct Refuge: Sendable {
  /// The newest place at which the training loss was no more than at the first epoch noted.
  private(set) var sound: Trainer
  /// The newest place of all. The steps from there on were taken with the settings of now.
  private(set) var latest: Trainer
  /// A place some dozens of steps before `latest` or, soon after a change, that of the change: from
  /// here on the last steps are gone again to see what led to a failure.
  private(set) var anchor: Trainer
  /// What becomes the anchor once enough steps lie behind it.
  private var nextAnchor: Trainer
  /// The epoch in which the settings, the points or the weights were changed last.
  private(set) var changeEpoch: Int

  /// At the start of training, or somewhere on its way.
  ///
  /// - Parameter changeEpoch: when something was changed last; now if nil.
  init(_ trainer: Trainer, changeEpoch: Int? = nil) {
    sound = trainer
    latest = trainer
    anchor = trainer
    nextAnchor = trainer
    self.changeEpoch = changeEpoch ?? trainer.epochCount
  }

  /// Takes another place for the sound one.
  mutating func adopt(sound trainer: Trainer) { sound = trainer }

  /// The most epochs between two places.
  static let longestGap = 64

  /// Whether a place is noted after an epoch.
  static func keeps(_ epoch: Int) -> Bool {
    var gap = 1
    while gap < longestGap && gap * 32 < epoch { gap *= 2 }
    return epoch % gap == 0
  }

  /// Notes a place after an epoch.
  ///
  /// - Parameter isSound: whether the loss is no more than at the first epoch noted.
  mutating func note(_ trainer: Trainer, isSound: Bool) {
    latest = trainer
    if isSound { sound = trainer }
    if trainer.stepCount - nextAnchor.stepCount >= FailureTrail.capacity {
      anchor = nextAnchor
      nextAnchor = trainer
    }
  }

  /// Notes that something was changed: what was there before is no way to here any more.
  mutating func noteChange(_ trainer: Trainer, isSound: Bool) {
    changeEpoch = trainer.epochCount
    latest = trainer
    anchor = trainer
    nextAnchor = trainer
    guard !isSound, fits(trainer) else {
      sound = trainer
      return
    }
    sound.settings = trainer.settings
  }

  /// Whether the sound place is one of the same network on the same points, with the same marks.
  private func fits(_ trainer: Trainer) -> Bool {
    sound.network.spec == trainer.network.spec && sound.frozen == trainer.frozen
      && sound.network.killed == trainer.network.killed && sound.samples == trainer.samples
  }
}

extension Session {
  /// Notes a place after an epoch, where one is kept.
  mutating func noteRefuge() {
    guard Refuge.keeps(trainer.epochCount), let last = history.entries.last,
      last.epoch == trainer.epochCount
    else { return }
    refuge.note(trainer, isSound: isSound(last.training))
  }

  /// Notes what an action made of the training.
  mutating func noteChange(_ effect: Outcome.Effect) {
    guard effect != .refused, effect != .unchanged else { return }
    yardstick = Yardstick(preset, dataset, samples.standardizer)
    guard trainer.divergence == nil else { return }
    refuge.noteChange(trainer, isSound: isSound(trainingEvaluation.loss))
  }

  /// Whether a training loss is no more than the first one noted.
  private func isSound(_ loss: Double) -> Bool {
    loss <= history.entries.first?.training ?? .infinity
  }
}
