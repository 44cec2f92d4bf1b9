import Engine
import Lessons

/// Undo and redo, which are logged and replayed like any other action.
///
/// A change that acted from the next step on is undone by putting its settings back, and the training
/// since is kept; so it is where points were drawn, erased or relabelled and the network kept its
/// shape: only the points go back. A change that touched weights, or began anew, is undone by going
/// back to everything as it was before it; to redo it goes forward to everything as it was when it was
/// undone.
extension Session {
  /// The change that `undo` would take back, in short words; nil if there is none.
  public var undoTitle: String? { memory.undos.last.map { describe($0.action) } }

  /// The change that `redo` would make again, in short words; nil if there is none.
  public var redoTitle: String? { memory.redos.last.map { describe($0.action) } }

  /// Takes the last change back.
  @discardableResult
  public mutating func undo() -> Outcome {
    arrive()
    guard let step = memory.undos.last else { return .refused("Nothing to undo.") }
    return cross(step, undoing: true)
  }

  /// Makes the change again that was taken back last.
  @discardableResult
  public mutating func redo() -> Outcome {
    arrive()
    guard let step = memory.redos.last else { return .refused("Nothing to redo.") }
    return cross(step, undoing: false)
  }

  /// Goes on from a file: what was done before can't be undone, and time begins here.
  mutating func resume() -> Outcome {
    memory = UndoMemory()
    resumedStep = nil
    log.append(.resume, at: totalSteps)
    beginTime()
    return Outcome(effect: .live, message: "What was done before can't be undone.")
  }

  /// Logs a change and notes how to undo it.
  mutating func remember(_ action: Action, before: Session, _ effect: Outcome.Effect) {
    noteResumption()
    let past = before.past(
      keepsTraining: effect == .live || hasOnlyOtherPoints(than: before, action))
    let step = UndoMemory.Step(
      action: action, entry: log.entries.count, steps: totalSteps, past: past,
      byteCount: past.byteCount(beside: self))
    let merges = memory.undos.last.map { $0.takesOn(step) } ?? false
    log.append(action, at: totalSteps)
    memory.add(step, merges: merges)
    // There and back again: nothing is left to undo.
    if merges, case .settings(let preset, let marks)? = memory.undos.last?.past,
      preset == self.preset, marks == Marks(of: trainer)
    {
      memory.forgetLast()
    }
  }

  /// Brings back the other side of a change.
  private mutating func cross(_ step: UndoMemory.Step, undoing: Bool) -> Outcome {
    let (old, words) = (self, self.words(for: step, undoing: undoing))
    var removed: (branch: Branch, children: [Int])?
    var effect = Outcome.Effect.live
    switch step.past {
    case .settings(let preset, let marks):
      effect = putBack(preset, marks, for: step.action, undoing: undoing)
    case .whole(let session):
      effect = .restored
      leaveLine()
      let now = self
      self = session
      (log, totalSteps, memory, time) = (now.log, now.totalSteps, now.memory, now.time)
      attempt = now.attempt
      resumedStep = nil
      findLine(entry: step.entry)
    case .place(let place):
      effect = .restored
      leaveLine()
      if time.holds(place.goal) { head(for: place.goal, epoch: place.epoch) }
    case .name(let number, let name): time.update(number) { $0.name = name }
    case .deleted(let branch, let children): time.insert(branch, children: children)
    case .kept(let number): removed = time.remove(number)
    }
    let other: UndoMemory.Past =
      switch step.past {
      case .settings, .whole:
        old.past(keepsTraining: effect == .live || effect == .keptWeights)
      case .place: .place(old.standing)
      case .name(let number, _): .name(number, old.time[number]?.name)
      case .deleted(let branch, _): .kept(branch.number)
      case .kept(let number):
        removed.map { .deleted($0.branch, children: $0.children) } ?? .kept(number)
      }
    memory.cross(
      undoing: undoing,
      UndoMemory.Step(
        action: step.action, entry: log.entries.count, steps: totalSteps, past: other,
        byteCount: other.byteCount(beside: self)))
    log.append(undoing ? .undo : .redo, at: totalSteps, restored: restoredEntry(step, old))
    noteChange(effect)
    var told = ""
    if case .settings(let preset, let marks) = step.past {
      told = note(
        .settings(step.action, preset, marks, undoing: undoing), since: old,
        startsAnew: effect == .startedAnew)
    }
    shrinkTime()
    let end =
      switch effect {
      case .startedAnew: " Started anew, because training had diverged."
      case .restored: " Back at epoch \(soughtEpoch(of: step) ?? trainer.epochCount)."
      default: ""
      }
    return Outcome(effect: effect, message: words + end).adding(told)
  }

  /// Puts settings, points and marks back, and keeps the training.
  mutating func putBack(
    _ preset: Preset, _ marks: Marks, for action: Action, undoing: Bool
  ) -> Outcome.Effect {
    let old = self.preset
    var effect = Outcome.Effect.live
    if action.editsPoints {
      self.preset = preset
      effect = settlePoints(action, from: old, undoing: undoing).effect
    } else if preset != old {
      effect = settle(.undo, from: old, to: preset).effect
    }
    put(marks)
    return effect
  }

  /// The entry of the log before which the settings are as a step has left them.
  private func restoredEntry(_ step: UndoMemory.Step, _ old: Session) -> Int {
    switch step.past {
    case .settings, .whole: step.entry
    case .place(let place): time.holds(place.goal) ? place.goal.entry : old.position.entry
    // Names and branches are no settings: these are as they were.
    case .name, .deleted, .kept: old.log.entries.count
    }
  }

  private func soughtEpoch(of step: UndoMemory.Step) -> Int? {
    if case .place(let place) = step.past, time.holds(place.goal) { return place.epoch }
    return nil
  }

  /// Where a session that comes from undo is among the lines; one of its own, where its line is gone.
  private mutating func findLine(entry: Int) {
    if !time.holds(standing.goal) { beginLine(entry: entry) }
    lookAhead()
  }

  /// What leads back here, with the training since or without.
  private func past(keepsTraining: Bool) -> UndoMemory.Past {
    keepsTraining ? .settings(preset, Marks(of: trainer)) : .whole(bare)
  }

  /// Whether an edit of points is all that sets this session apart, so that it can be taken back
  /// without the training since.
  private func hasOnlyOtherPoints(than before: Session, _ action: Action) -> Bool {
    action.editsPoints && !beginsRuns && before.trainer.divergence == nil
      && preset.networkSpec == before.preset.networkSpec
      && preset.objective.loss == before.preset.objective.loss
  }

  /// `Undid: rate 0.03 → 0.1 (back to 0.03).`
  private func words(for step: UndoMemory.Step, undoing: Bool) -> String {
    let verb = undoing ? "Undid" : "Redid"
    let other =
      switch step.past {
      case .settings(let preset, _): preset
      case .whole(let session): session.preset
      case .place, .name, .deleted, .kept: preset
      }
    guard case .set(let key, _) = step.action, let setting = SettingCatalogue.keyed(key) else {
      return "\(verb): \(describe(step.action))."
    }
    let (from, to) = (setting.value(in: preset), setting.value(in: other))
    guard undoing else { return "\(verb): \(setting.title) \(from) → \(to)." }
    // Where an epoch is gone back to as well, that is said next, in the same line.
    let end = if case .settings = step.past { " (back to \(to))" } else { "" }
    return "\(verb): \(setting.title) \(to) → \(from)\(end)."
  }

  /// Without what belongs to the log as a whole, and would hold on to all that was before.
  private var bare: Session {
    var bare = self
    bare.memory = UndoMemory()
    bare.time = TimeLine()
    bare.attempt = nil
    // Places to go back to are as large as the session; the one that it is at itself costs nothing.
    if trainer.divergence == nil {
      bare.refuge = Refuge(trainer, changeEpoch: refuge.changeEpoch)
    }
    bare.log = ActionLog(start: log.start, weights: log.weights)
    return bare
  }

  /// The first change after a file notes that there was one.
  ///
  /// It is noted for the step at which the file was read: a replay begins time there as well.
  mutating func noteResumption() {
    guard let step = resumedStep else { return }
    resumedStep = nil
    log.append(.resume, at: step)
  }
}

extension UndoMemory.Step {
  /// Whether a change only goes on with this one: the same setting or parameter, with no step of
  /// training in between.
  fileprivate func takesOn(_ next: UndoMemory.Step) -> Bool {
    guard steps == next.steps, action.isSame(as: next.action) else { return false }
    if case .settings = past, case .whole = next.past { return false }
    return true
  }
}

extension Action {
  /// Whether both give the same setting or parameter a value.
  fileprivate func isSame(as other: Action) -> Bool {
    switch (self, other) {
    case (.set(let one, _), .set(let two, _)): one == two
    case (.setParameter(let one, _), .setParameter(let two, _)): one == two
    default: false
    }
  }
}
