import Engine
import Lessons

/// Training both in lock-step.
///
/// What is kept equal is the number of training samples that both have seen: both learn from the same
/// points, so both end an epoch at the same moment, whatever their batch sizes. Within an epoch the
/// rival waits until the session in focus has seen as many samples as its next batch brings it to.
/// One that is behind, because it was begun anew or taken back alone, catches up while the other
/// waits; one that has diverged or was stopped early holds up nobody.
extension Rival {
  /// Whether no step is taken any more by either.
  public func hasStopped(beside focused: Session) -> Bool {
    focused.trainer.hasStopped && session.trainer.hasStopped
  }

  /// Whether the next step is the rival's alone.
  public func leads(_ focused: Session) -> Bool {
    if session.trainer.hasStopped { return false }
    return focused.trainer.hasStopped || canFollow(focused)
  }

  /// Takes so many steps of the one that goes ahead, and those of the other that keep it level.
  ///
  /// How the steps are cut into portions changes nothing.
  public mutating func advance(_ focused: inout Session, steps: Int) {
    for _ in 0..<max(0, steps) {
      if leads(focused) {
        session.advance(steps: 1)
        continue
      }
      guard !focused.trainer.hasStopped else { return }
      focused.advance(steps: 1)
      // A step that has diverged has seen nothing.
      while !focused.trainer.hasStopped, !session.trainer.hasStopped, canFollow(focused) {
        session.advance(steps: 1)
      }
    }
  }

  /// Takes the steps of the rival that bring it level with a session that has gone ahead a little.
  public mutating func keepUp(with focused: Session) {
    guard !focused.trainer.hasStopped else { return }
    while !session.trainer.hasStopped, canFollow(focused) { session.advance(steps: 1) }
  }

  /// Whether a step of the rival takes it no further than the session in focus is.
  private func canFollow(_ focused: Session) -> Bool {
    session.samplesSeen + session.nextBatchCount <= focused.samplesSeen
  }
}

extension Session {
  /// Training samples seen since epoch 0, each as often as it was.
  public var samplesSeen: Int { trainer.epochCount * trainer.samples.count + trainer.position }

  /// The samples of the next step: a batch, or what is left of the epoch.
  var nextBatchCount: Int {
    min(preset.training.batchSize, trainer.samples.count - trainer.position)
  }
}
