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
    isSeeking ? position.goalEpoch : nil
  }

  /// The steps of the place that it is on its way to; nil while it is on none, or to an epoch.
  public var soughtStep: Int? {
    guard case .step(let step, _)? = position.goal?.mark else { return nil }
    return step
  }

  /// Goes on to where the session was sent, by so many steps at most.
  public mutating func seek(steps: Int) {
    guard let goal = position.goal else { return }
    followLine(records: false)
    var left = max(0, steps)
    while !hasReached(goal) && !trainer.hasStopped && left > 0 {
      let epoch = trainer.epochCount
      stepOnLine(records: false)
      left -= 1
      if trainer.epochCount > epoch { keepNearby(goal) }
    }
    if hasReached(goal) || trainer.hasStopped { position.goal = nil }
    takeCurves(goal)
    if !isSeeking { takePath(of: goal.branch) }
    if trainer.divergence != nil {
      takeRefuge(of: goal.branch)
      investigate()
    }
    lookAhead()
  }

  /// Goes on to where the session was sent, however long it takes.
  mutating func arrive() {
    while isSeeking { seek(steps: .max) }
  }

  /// Where the session is.
  var standing: Standing {
    Standing(
      goal: Destination(
        branch: position.branch,
        mark: .step(trainer.stepCount, isFailed: trainer.divergence != nil),
        changes: position.changes, entry: position.entry),
      epoch: trainer.epochCount, isAtEpochStart: isAtEpochStart)
  }

  /// Sets out for a goal, from the nearest moment there is.
  mutating func head(for goal: Destination, epoch: Int) {
    let moment = time.start(for: goal)
    let isOnTheWay =
      position.branch == goal.branch
      && goal.follows(tick, epoch: trainer.epochCount, isAtEpochStart: isAtEpochStart)
    if let moment, !isOnTheWay || moment.tick > tick { take(moment, on: goal.branch) }
    (position.goal, position.goalEpoch) = (goal, epoch)
    position.branch = goal.branch
    lookAhead()
    seek(steps: quickSteps)
  }

  var isAtEpochStart: Bool {
    trainer.stepCount == epochStart && trainer.divergence == nil
  }

  /// So many steps take a few milliseconds.
  var quickSteps: Int {
    let work = (trainer.network.parameterCount + 50) * min(preset.training.batchSize, 1 << 20)
    return max(1, 10_000_000 / max(1, work))
  }

  /// Whether nothing is left to do on the way there.
  private func hasReached(_ goal: Destination) -> Bool {
    // A line that ends before the goal is no way to it.
    if let end = time[goal.branch]?.end, end.tick < tick { return true }
    guard position.changes >= goal.changes else { return false }
    switch goal.mark {
    case .epoch(let epoch): return trainer.epochCount >= epoch
    case .step(let step, let isFailed):
      return trainer.stepCount >= step && (trainer.divergence != nil || !isFailed)
    }
  }

  private mutating func take(_ moment: Moment, on branch: Int) {
    preset = moment.preset
    (dataset, samples) = (moment.data.dataset, moment.data.samples)
    trainer = moment.trainer.woken
    let changeEpoch =
      time[branch]?.change(after: moment.tick.changes - 1)?.epoch
      ?? time[branch]?.moments.first?.epoch
    refuge = Refuge(trainer, changeEpoch: changeEpoch)
    yardstick = Yardstick(preset, dataset, samples.standardizer)
    position.branch = branch
    position.changes = moment.tick.changes
    position.epochStart = moment.epochStart
  }

  private mutating func takeCurves(_ goal: Destination) {
    guard let branch = time[goal.branch] else { return }
    (history, diagnoses) = branch.curves(after: goal.changes, epoch: trainer.epochCount)
  }

  /// The last moment that is kept before a divergence at which the loss was no more than at first.
  private mutating func takeRefuge(of branch: Int) {
    guard let first = history.entries.first?.training else { return }
    let sound = time[branch]?.moments.last { moment in
      guard moment.tick < tick, !moment.tick.isFailed else { return false }
      let loss = history.entries.last { $0.epoch <= moment.epoch }?.training
      return (loss ?? first) <= first
    }
    if let sound { refuge.adopt(sound: sound.trainer.woken) }
  }

  /// The path of the weights to here, through the moments that are kept.
  private mutating func takePath(of branch: Int) {
    path = WeightPath()
    for moment in time[branch]?.moments ?? [] where moment.tick < tick {
      if moment.trainer.network.spec != trainer.network.spec { path = WeightPath() }
      path.append(moment.trainer.network.parameters, after: moment.epoch)
    }
    guard trainer.divergence == nil else { return }
    path.append(trainer.network.parameters, after: trainer.epochCount)
  }

  /// Keeps the last epochs on the way, since small steps from the goal are likely to follow.
  private mutating func keepNearby(_ goal: Destination) {
    guard let branch = time[goal.branch], branch.stride > 2 else { return }
    let isNear =
      switch goal.mark {
      case .epoch(let epoch): trainer.epochCount > epoch - 32
      case .step(let step, _): trainer.stepCount > step - 32 * trainer.stepsPerEpoch
      }
    guard isNear else { return }
    time.keepNearby(Moment(of: self, sharing: branch.moments.last?.data), of: goal.branch)
  }
}
