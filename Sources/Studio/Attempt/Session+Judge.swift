import Engine
import Lessons

/// How goals are judged, after every change and at the end of every epoch.
extension Session {
  /// The goals of the exercise as they stand; empty in free play.
  public var goalStates: [GoalState] {
    guard let attempt else { return [] }
    return zip(attempt.exercise.goals, attempt.records).map { goal, record in
      let failure = record.failures.last { $0.preset == preset }
      return GoalState(
        goal: goal, isReached: record.reachedAt != nil, seedProgress: record.trial?.progress,
        failedSeeds: failure.map { ($0.passed, $0.tried) },
        needs: goal.needs.map { state(of: $0, in: goal) }, best: record.best)
    }
  }

  /// Notes that a step was taken.
  mutating func noteStep(since epoch: Int) {
    if trainer.stepCount == 1, !isInThePast { attempt?.runs += 1 }
    if trainer.epochCount > epoch { judge(endsEpoch: true) }
  }

  /// Notes what was done to the session, before it is judged.
  ///
  /// - Parameters:
  ///   - step: the run's step before the change.
  ///   - isJump: whether it led to another place in time.
  /// - Returns: a sentence to tell, where the run counts no longer; empty if there is none.
  mutating func noteDeed(_ action: Action, at step: Int, isJump: Bool) -> String {
    guard let attempt else { return "" }
    if !isJump, action != .reset { self.attempt?.changes += 1 }
    if isAtFreshStart {
      self.attempt?.isClean = true
      for index in attempt.records.indices { self.attempt?.records[index].streak = 0 }
    } else if isJump || !attempt.exercise.changesAreLive && step > 0 {
      self.attempt?.isClean = false
    }
    judge(endsEpoch: false)
    let isLost = attempt.isClean && self.attempt?.isClean == false
    return isLost && attempt.epochLimit != nil ? "This run counts no more; r begins anew." : ""
  }

  /// Whether a run from here is one from a fresh start: the first weights of the settings, unless the
  /// exercise lets them be changed, and nothing on the line ahead.
  private var isAtFreshStart: Bool {
    guard trainer.stepCount == 0, trainer.divergence == nil, !isInThePast, let attempt else {
      return false
    }
    return attempt.exercise.changesAreLive || attempt.exercise.permits.deeds.contains(.editWeights)
      || trainer.network.parameters == firstNetwork.parameters
  }

  /// Whether early stopping has ended the run.
  private var hasEndedEarly: Bool { trainer.hasStopped && trainer.divergence == nil }

  /// Looks at every goal that is not reached yet.
  ///
  /// - Parameter endsEpoch: whether an epoch of training has just ended.
  mutating func judge(endsEpoch: Bool) {
    guard let attempt else { return }
    for (index, goal) in attempt.exercise.goals.enumerated()
    where attempt.records[index].reachedAt == nil && counts(goal, endsEpoch: endsEpoch) {
      var record = self.attempt?.records[index] ?? GoalRecord()
      let holds = goal.needs.allSatisfy { state(of: $0, in: goal, endsEpoch: endsEpoch).holds }
      // What early stopping left stays as it is, however many epochs were still to come.
      record.streak = holds ? (hasEndedEarly ? goal.hold : record.streak + 1) : 0
      if let first = goal.needs.first, case .measure(let measure) = first.subject {
        record.note(value(of: measure, endsEpoch: endsEpoch), for: first)
      }
      let isDue =
        if case .at(let epoch) = goal.timing {
          trainer.epochCount == epoch || hasEndedEarly
        } else { true }
      if isDue && record.streak >= goal.hold { reach(goal, &record) }
      self.attempt?.records[index] = record
    }
  }

  /// Whether this is a moment at which a goal may hold.
  private func counts(_ goal: Goal, endsEpoch: Bool) -> Bool {
    guard let attempt else { return false }
    let epoch = trainer.epochCount
    switch goal.timing {
    case .anyTime: return true
    case .at(let last):
      return endsEpoch && attempt.isClean && epoch <= last
        && (epoch > last - goal.hold || hasEndedEarly)
    case .within(let last): return endsEpoch && attempt.isClean && epoch <= last
    }
  }

  /// A goal whose conditions have held is reached, if other seeds need not reach it as well.
  private func reach(_ goal: Goal, _ record: inout GoalRecord) {
    guard goal.seeds != nil, let attempt else {
      record.reachedAt = totalSteps
      return
    }
    guard record.trial == nil, !record.failures.contains(where: { $0.preset == preset }) else {
      return
    }
    record.trial = SeedTrial(of: goal, preset, Marks(of: trainer), attempt.exercise)
  }

  /// - Parameter endsEpoch: whether an epoch has just ended; else it is for the learner to see, with
  ///   the bound of the epoch that counts.
  private func state(
    of need: Condition, in goal: Goal, endsEpoch: Bool = false
  ) -> GoalState.Need {
    switch need.subject {
    case .measure(let measure):
      let value = value(of: measure, endsEpoch: endsEpoch)
      var epoch = trainer.epochCount
      if case .at(let last) = goal.timing, hasEndedEarly || !endsEpoch { epoch = last }
      let start = attempt?.reference?.value(of: measure, after: epoch) ?? .nan
      let bound: Double =
        switch need.bound {
        case .number(let number): number
        case .ofStart(let factor): factor * start
        case .text: .nan
        }
      return GoalState.Need(
        condition: need, value: value, bound: bound, holds: need.holds(for: value, start: start))
    case .setting(let key):
      let value = SettingCatalogue.keyed(key)?.value(in: preset)
      let bound = if case .number(let number) = need.bound { number } else { Double.nan }
      return GoalState.Need(
        condition: need, value: value.flatMap { Double($0) } ?? .nan, bound: bound,
        holds: need.holds(for: preset))
    }
  }
}

extension Session {
  /// The seeds that a goal waits for, to be tried in the background; nil while none are.
  public var seedTrial: SeedTrial? { attempt?.records.compactMap(\.trial).first }

  /// Takes in how far the seeds are, and what came of them when they are done.
  public mutating func take(_ trial: SeedTrial) {
    guard let attempt,
      let index = attempt.records.firstIndex(where: { $0.trial?.isSame(as: trial) == true })
    else { return }
    guard trial.isFinished else {
      self.attempt?.records[index].trial = trial
      return
    }
    self.attempt?.records[index].trial = nil
    if trial.isPassed {
      self.attempt?.records[index].reachedAt = totalSteps
    } else {
      self.attempt?.records[index].failures.append(trial.failure)
    }
    // Goals that were passed over meanwhile; no epoch ends here a second time.
    judge(endsEpoch: false)
  }

  /// Tries all seeds that goals wait for, at once.
  public mutating func settleTrials() {
    while var trial = seedTrial {
      while !trial.isFinished { trial.advance() }
      take(trial)
    }
  }
}
