import Engine
import Lessons

/// What changes do to lines: at the end of one they are a part of it, in the past they begin a branch.
extension Session {
  /// Keeps what is known of the end of the line, before the session goes elsewhere.
  mutating func leaveLine() {
    guard position.goal == nil, let branch = time[position.branch], !isInThePast else { return }
    let end = Moment(of: self, sharing: branch.moments.last?.data)
    let (history, diagnoses) = (self.history, self.diagnoses)
    time.update(position.branch) { branch in
      branch.end = end
      let last = branch.chapters.indices.last ?? 0
      branch.chapters[last].history = history
      branch.chapters[last].diagnoses = diagnoses
    }
    time.grow(by: end.byteCount + history.byteCount + diagnoses.byteCount)
    shrinkTime()
  }

  /// Leaves the line where it goes on and the session does not. Where nothing was trained since, the
  /// changes since are forgotten; else a branch begins here, and the line stays as it is.
  ///
  /// - Returns: a sentence to tell; empty if there is none.
  mutating func leavePast() -> String {
    guard isInThePast, let branch = time[position.branch], let end = branch.end else { return "" }
    let changes = position.changes
    if end.tick.step == tick.step && end.tick.isFailed == tick.isFailed {
      time.update(position.branch) { $0.forgetChanges(after: changes) }
      time.forgetNearby()
      lookAhead()
      return ""
    }
    // Who has undone a change knows that it was left behind.
    let isUndone = dueChange != nil
    let told = fork()
    return isUndone ? "" : told
  }

  /// Begins a branch here.
  mutating func fork() -> String {
    let moment = Moment(of: self, sharing: time[position.branch]?.moments.last?.data)
    position.branch = time.fork(position.branch, at: moment, epoch: trainer.epochCount)
    lookAhead()
    shrinkTime()
    return "Branch \(position.branch) begins here."
  }

  /// Notes a change of the run on its line.
  ///
  /// - Parameter before: the session before the change.
  /// - Returns: a sentence to tell; empty if there is none.
  mutating func note(
    _ deed: LineChange.Deed, since before: Session, startsAnew: Bool
  ) -> String {
    // The line is left as the session was before the change.
    var past = before
    past.memory = memory
    let told: String
    if startsAnew {
      past.leaveLine()
      told = ""
    } else {
      told = past.leavePast()
    }
    (time, memory, position) = (past.time, past.memory, past.position)
    if startsAnew {
      beginRun(since: before)
    } else {
      append(deed, since: before)
    }
    guard let dropped = position.dropped else { return told }
    return told.isEmpty
      ? "To make room, \(dropped) is dropped."
      : "\(told.dropLast()); to make room, \(dropped) is dropped."
  }

  /// Begins a line for a run that follows from no other. One that never left epoch 0 gives way to it.
  private mutating func beginRun(since before: Session) {
    if before.trainer.stepCount == 0, let branch = time[position.branch], branch.name == nil,
      branch.origin == nil, let end = branch.end, end.tick.step == 0, !end.tick.isFailed
    {
      time.remove(position.branch)
    }
    beginLine(entry: log.entries.count)
    shrinkTime()
  }

  private mutating func append(_ deed: LineChange.Deed, since before: Session) {
    let change = LineChange(
      deed: deed, step: before.trainer.stepCount, isFailed: before.trainer.divergence != nil,
      epoch: before.trainer.epochCount,
      isAtEpochStart: before.trainer.stepCount == before.epochStart, entry: log.entries.count)
    let measuresAnew = preset.objective.loss != before.preset.objective.loss
    position.changes += 1
    let count = position.changes
    time.update(position.branch) { branch in
      branch.append(change)
      branch.end = nil
      guard measuresAnew, let last = branch.chapters.indices.last else { return }
      branch.chapters[last].history = before.history
      branch.chapters[last].diagnoses = before.diagnoses
      branch.chapters.append(Branch.Chapter(changes: count))
    }
    noteEpochStart(since: before.trainer.epochCount)
    time.grow(by: change.byteCount)
    keepMomentAfterChanges()
    shrinkTime()
    lookAhead()
  }

  /// Many large changes are too long a way to go again, and may have to be forgotten.
  private mutating func keepMomentAfterChanges() {
    guard let branch = time[position.branch], let last = branch.moments.last else { return }
    let since = branch.changes.suffix(max(0, branch.changeCount - last.tick.changes))
    guard since.count >= 64 || since.reduce(0, { $0 + $1.byteCount }) > 1 << 20 else { return }
    time.keep(Moment(of: self, sharing: last.data), on: position.branch)
  }
}
