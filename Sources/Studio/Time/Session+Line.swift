import Engine
import Lessons

extension Session {
  /// How far along its line the session is.
  var tick: Tick {
    Tick(step: trainer.stepCount, isFailed: trainer.divergence != nil, changes: position.changes)
  }

  /// The step at which the present epoch began.
  var epochStart: Int { position.epochStart }

  /// Whether the line that the session is on goes further than the session.
  public var isInThePast: Bool {
    guard let end = time[position.branch]?.end else { return false }
    return tick < end.tick
  }

  /// Whether training on would make changes again that were made later on the line.
  var followsChanges: Bool { isInThePast && position.nextChange < .max && dueChange == nil }

  /// Begins the only line there is, here.
  mutating func beginTime() {
    time = TimeLine()
    position = LinePosition()
    beginLine(entry: log.entries.count)
  }

  /// Begins a line here, of a run that follows from no other.
  mutating func beginLine(entry: Int) {
    position.changes = 0
    // What came before the start of a line is not known on it.
    position.epochStart = trainer.position == 0 ? trainer.stepCount : -1
    position.branch = time.begin(at: Moment(of: self, sharing: nil), entry: entry)
    lookAhead()
  }

  /// Finds out what comes next on the line.
  mutating func lookAhead() {
    guard let branch = time[position.branch] else { return }
    position.entry = branch.entry(after: position.changes)
    position.nextChange = branch.change(after: position.changes)?.step ?? .max
    position.nextKept = (trainer.epochCount / branch.stride + 1) * branch.stride
  }

  /// Takes a step on the line, with the changes that are due after it.
  ///
  /// - Parameter records: whether losses are noted and moments kept.
  mutating func stepOnLine(records: Bool) {
    let epoch = trainer.epochCount
    trainer.step()
    if trainer.epochCount > epoch {
      position.epochStart = trainer.stepCount
      if records {
        recordEpoch()
        if trainer.epochCount >= position.nextKept { keepMoment() }
      }
    }
    if trainer.stepCount >= position.nextChange { followLine(records: records) }
  }

  /// The change of the line that comes next, if it is due here; nil if none is.
  var dueChange: LineChange? {
    guard position.nextChange <= trainer.stepCount,
      position.changes < position.goal?.changes ?? .max,
      let change = time[position.branch]?.change(after: position.changes),
      change.step == trainer.stepCount, change.isFailed == (trainer.divergence != nil)
    else { return nil }
    return change
  }

  /// Makes the changes that are due here.
  ///
  /// - Parameter records: whether the log tells that, since training goes on.
  mutating func followLine(records: Bool) {
    while let change = dueChange {
      make(change)
      if records { log.append(.follow, at: totalSteps + 1, restored: change.entry) }
      lookAhead()
    }
  }

  /// Makes a change of the line again.
  private mutating func make(_ change: LineChange) {
    let epoch = trainer.epochCount
    switch change.deed {
    case .action(let action): noteChange(perform(action).effect)
    case .settings(let action, let preset, let marks, let undoing):
      noteChange(putBack(preset, marks, for: action, undoing: undoing))
    }
    position.changes += 1
    noteEpochStart(since: epoch)
  }

  /// A change may end an epoch.
  mutating func noteEpochStart(since epoch: Int) {
    if trainer.epochCount > epoch { position.epochStart = trainer.stepCount }
  }

  /// Keeps a moment at the end of an epoch, where the line is new.
  private mutating func keepMoment() {
    if let branch = time[position.branch], branch.keeps(trainer.epochCount),
      let last = branch.moments.last, last.tick < tick
    {
      time.keep(Moment(of: self, sharing: last.data), on: position.branch)
      shrinkTime()
    }
    lookAhead()
  }

  /// Drops what there is no room for; what lies on branches that are gone can't be gone back to by
  /// undo.
  mutating func shrinkTime() {
    guard time.isLarge else { return }
    var gone = time.shrink(present: position.branch, tick: tick)
    if time.isLarge, !isInThePast {
      // What lies behind the session can be forgotten if the line can begin here.
      time.keep(Moment(of: self, sharing: nil), on: position.branch)
      gone += time.shrink(present: position.branch, tick: tick)
    }
    for branch in gone {
      memory.forget(branch: branch.number)
      position.dropped = branch.name ?? "branch \(branch.number)"
    }
  }
}
