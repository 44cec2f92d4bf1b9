import Datasets
import Engine
import Lessons

/// Going to another moment of a line, of this branch or another.
///
/// A jump is done at once where that is quick. Where many steps have to be trained again, `seek` takes
/// them piece by piece, so that the screen stays alive; whatever else is asked of the session first
/// arrives. So it makes no difference when the steps are taken.
extension Session {
  /// Whether the session is still on its way to where it was sent.
  public var isSeeking: Bool { position.goal != nil }

  /// The epoch that it is on its way to; nil while it is on none.
  public var soughtEpoch: Int? {
    position.goal.map { goal in
      switch goal.mark {
      case .epoch(let epoch): epoch
      case .step: time[goal.branch]?.end?.epoch ?? trainer.epochCount
      }
    }
  }

  /// Goes on to where the session was sent, by so many steps at most.
  public mutating func seek(steps: Int) {
    guard let goal = position.goal else { return }
    followLine()
    var left = max(0, steps)
    while !isAt(goal) && !trainer.hasStopped && left > 0 {
      let epoch = trainer.epochCount
      stepOnLine(records: false)
      left -= 1
      if trainer.epochCount > epoch { keepNearby(goal) }
    }
    if isAt(goal) || trainer.hasStopped { position.goal = nil }
    takeCurves(goal)
    lookAhead()
  }

  /// Goes on to where the session was sent, however long it takes.
  mutating func arrive() {
    while isSeeking { seek(steps: .max) }
  }

  /// Carries out a jump.
  mutating func go(_ action: Action, to goal: Goal, epoch: Int) -> Outcome {
    let here = place
    guard goal != here, position.goal != nil || !isAt(goal) else {
      return Outcome(effect: .unchanged, message: "This is \(words(for: goal, epoch: epoch)).")
    }
    noteResumption()
    leaveLine()
    // What was known of the branches may have changed on leaving.
    guard let branch = time[goal.branch] else { return .refused("That branch is not kept any more.") }
    let settled = branch.entry(after: goal.changes)
    rememberJump(action, from: here, restored: settled)
    head(for: goal)
    return Outcome(effect: .restored, message: "Back at \(words(for: goal, epoch: epoch)).")
  }

  /// Where the session is, or is on its way to.
  var place: Goal {
    position.goal
      ?? Goal(
        branch: position.branch,
        mark: .step(trainer.stepCount, isFailed: trainer.divergence != nil),
        changes: position.changes)
  }

  /// Sets out for a goal, from the nearest moment there is.
  mutating func head(for goal: Goal) {
    let moment = time.start(for: goal)
    let isOnTheWay =
      position.branch == goal.branch
      && goal.follows(tick, epoch: trainer.epochCount, isAtEpochStart: isAtEpochStart)
    if let moment, !isOnTheWay || moment.tick > tick { take(moment, on: goal.branch) }
    position.goal = goal
    position.branch = goal.branch
    lookAhead()
    seek(steps: quickSteps)
  }

  private var isAtEpochStart: Bool {
    trainer.stepCount == epochStart && trainer.divergence == nil
  }

  /// So many steps take a few milliseconds.
  private var quickSteps: Int {
    let work = (trainer.network.parameterCount + 50) * min(preset.training.batchSize, 1 << 20)
    return max(1, 10_000_000 / max(1, work))
  }

  private func isAt(_ goal: Goal) -> Bool {
    guard position.branch == goal.branch, position.changes == goal.changes else { return false }
    switch goal.mark {
    // Where the line begins within an epoch, that is as near to its beginning as one gets.
    case .epoch(let epoch):
      return trainer.epochCount == epoch && isAtEpochStart || trainer.epochCount > epoch
    case .step(let step, let isFailed):
      return trainer.stepCount >= step && (trainer.divergence != nil) == isFailed
    }
  }

  private mutating func take(_ moment: Moment, on branch: Int) {
    preset = moment.preset
    (dataset, samples) = (moment.data.dataset, moment.data.samples)
    trainer = moment.trainer.woken
    position.branch = branch
    position.changes = moment.tick.changes
    position.epochStart = moment.epochStart
  }

  private mutating func takeCurves(_ goal: Goal) {
    guard let branch = time[goal.branch] else { return }
    (history, diagnoses) = branch.curves(after: goal.changes, epoch: trainer.epochCount)
  }

  /// Keeps the last epochs on the way, since small steps from the goal are likely to follow.
  private mutating func keepNearby(_ goal: Goal) {
    guard let branch = time[goal.branch], branch.stride > 2 else { return }
    let isNear =
      switch goal.mark {
      case .epoch(let epoch): trainer.epochCount > epoch - 32
      case .step(let step, _): trainer.stepCount > step - 32 * trainer.stepsPerEpoch
      }
    guard isNear else { return }
    time.keepNearby(Moment(of: self, sharing: branch.moments.last?.data), of: goal.branch)
  }

  /// `epoch 40`, `epoch 40 of branch 2`.
  private func words(for goal: Goal, epoch: Int) -> String {
    time.branches.count == 1
      ? "epoch \(epoch)" : "epoch \(epoch) of \(name(ofBranch: goal.branch))"
  }
}
