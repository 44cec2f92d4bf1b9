import Engine
import Lessons

/// What actions on time and branches mean.
extension Session {
  /// The name of a branch: its own, or `branch 3`.
  public func name(ofBranch number: Int) -> String {
    time[number]?.name ?? "branch \(number)"
  }

  /// Carries out an action on time or branches; nil for an action of another kind.
  mutating func travel(_ action: Action) -> Outcome? {
    switch action {
    case .goToEpoch(let epoch, let branch):
      return jump(to: branch) { Self.goal(epoch: epoch, on: $0, $1) }
    case .goToStep(let step, let branch):
      return jump(to: branch) { Self.goal(step: step, on: $0, $1) }
    case .goToEnd(let branch):
      return jump(to: branch) { Self.goal(step: .max, on: $0, $1) }
    case .follow: return .refused("Training on makes the changes of a line again by itself.")
    case .branch: return branchHere()
    case .nameBranch(let number, let name): return nameBranch(number, name)
    case .deleteBranch(let number): return deleteBranch(number)
    default: return nil
    }
  }

  /// Where a wish leads on a branch, with the action that says so exactly.
  private typealias Aim = (goal: Destination, action: Action, epoch: Int)

  private mutating func jump(
    to number: Int?, _ aim: (Branch, Moment) -> Aim
  ) -> Outcome {
    let number = number ?? position.branch
    leaveLine()
    guard let branch = time[number], let end = branch.end else {
      return .refused("There is no branch \(number).")
    }
    let (goal, action, epoch) = aim(branch, end)
    return go(action, to: goal, epoch: epoch)
  }

  /// The beginning of an epoch, or what is nearest to it on the line.
  private static func goal(epoch: Int, on branch: Branch, _ end: Moment) -> Aim {
    let first = branch.moments[0]
    if epoch > end.epoch { return goal(step: .max, on: branch, end) }
    if epoch < first.epoch || (epoch == first.epoch && !first.isAtEpochStart) {
      return goal(step: first.tick.step, on: branch, end)
    }
    let changes = branch.changes.count { $0.precedes(startOf: epoch) }
    return (
      branch.goal(.epoch(epoch), changes: changes),
      .goToEpoch(epoch, branch: branch.number), epoch
    )
  }

  /// A step, or what is nearest to it on the line, after all changes that were made there.
  private static func goal(step: Int, on branch: Branch, _ end: Moment) -> Aim {
    let first = branch.moments[0]
    let isEnd = step > end.tick.step
    let step = min(max(step, first.tick.step), end.tick.step)
    let isFailed = isEnd && end.tick.isFailed
    let changes =
      isEnd
      ? branch.changes.count
      : branch.changes.count { $0.step < step || ($0.step == step && !$0.isFailed) }
    let goal = branch.goal(.step(step, isFailed: isFailed), changes: changes)
    let action: Action =
      isEnd ? .goToEnd(branch: branch.number) : .goToStep(step, branch: branch.number)
    let last = branch.moments.last { $0.tick.step <= step } ?? first
    return (goal, action, isEnd ? end.epoch : last.epoch(at: step))
  }

  /// Goes on beside the line, even if nothing is changed.
  private mutating func branchHere() -> Outcome {
    arrive()
    noteResumption()
    leaveLine()
    let here = standing
    let told = fork()
    log.append(.branch, at: totalSteps)
    memory.add(jumpStep(.branch, from: here, entry: log.entries.count - 1), merges: false)
    return Outcome(effect: .live, message: told + " What was here stays as it is.")
  }

  private mutating func nameBranch(_ number: Int, _ name: String) -> Outcome {
    guard let branch = time[number] else { return .refused("There is no branch \(number).") }
    let name = String(
      String(name.filter { !$0.isNewline }.drop { $0 == " " }.prefix(BranchSummary.nameLimit))
        .reversed().drop { $0 == " " }.reversed())
    let new = name.isEmpty ? nil : name
    guard branch.name != new else { return Outcome(effect: .unchanged, message: "") }
    guard new == nil || !time.branches.contains(where: { $0.name == new }) else {
      return .refused("There is a branch of that name already.")
    }
    noteResumption()
    memory.add(
      UndoMemory.Step(
        action: .nameBranch(number, name), entry: log.entries.count, steps: totalSteps,
        past: .name(number, branch.name), byteCount: 256), merges: false)
    log.append(.nameBranch(number, name), at: totalSteps)
    time.update(number) { $0.name = new }
    return Outcome(
      effect: .live, message: "Branch \(number) is called \(new ?? "branch \(number)").")
  }

  private mutating func deleteBranch(_ number: Int) -> Outcome {
    guard number != position.branch else {
      return .refused("You are on this branch; go to another one to delete it.")
    }
    guard time[number] != nil else { return .refused("There is no branch \(number).") }
    noteResumption()
    let words = name(ofBranch: number)
    guard let (branch, children) = time.remove(number) else { return .unchanged }
    let past = UndoMemory.Past.deleted(branch, children: children)
    memory.add(
      UndoMemory.Step(
        action: .deleteBranch(number), entry: log.entries.count, steps: totalSteps,
        past: past, byteCount: past.byteCount(beside: self)), merges: false)
    log.append(.deleteBranch(number), at: totalSteps)
    return Outcome(effect: .live, message: "Deleted \(words); u brings it back.")
  }
}

extension Session {
  /// Carries out a jump. One after the other, with nothing in between, is one jump to the log and to
  /// undo; there and back again is none.
  mutating func go(_ action: Action, to goal: Destination, epoch: Int) -> Outcome {
    // In an attempt each jump is told, for it decides which runs count.
    let last = attempt == nil ? lastJump : nil
    if last == nil { arrive() }
    let words = time.branches.count == 1 ? "" : " of \(name(ofBranch: goal.branch))"
    let origin = last ?? standing
    if origin.isAt(goal) {
      guard last != nil else {
        return Outcome(effect: .unchanged, message: "This is epoch \(origin.epoch)\(words).")
      }
      log.removeLast()
      memory.forgetJump()
    } else if last != nil {
      log.replaceLast(action, restored: goal.entry)
      memory.replaceLast(action)
    } else {
      noteResumption()
      memory.add(jumpStep(action, from: origin, entry: log.entries.count), merges: false)
      log.append(action, at: totalSteps, restored: goal.entry)
    }
    let (isBack, place) = self.words(for: goal, epoch: epoch)
    head(for: goal, epoch: epoch)
    return Outcome(
      effect: .restored, message: "\(isBack ? "Back at" : "At") \(place)\(words).")
  }

  /// Whether a goal lies before where the session is, and its name: `step 12 (epoch 3)`.
  private func words(for goal: Destination, epoch: Int) -> (isBack: Bool, place: String) {
    let hasFailed = trainer.divergence != nil
    switch goal.mark {
    case .epoch(let epoch):
      let isWithin = trainer.stepCount > epochStart || hasFailed
      return (
        epoch < trainer.epochCount || (epoch == trainer.epochCount && isWithin), "epoch \(epoch)"
      )
    case .step(let step, let isFailed):
      let isBack = step < trainer.stepCount || (step == trainer.stepCount && hasFailed && !isFailed)
      return (isBack, "step \(step) (epoch \(epoch))")
    }
  }

  /// Whether the last thing that was done is a jump, and nothing was trained since.
  public var hasJustJumped: Bool { lastJump != nil }

  /// Where the last jump led away from, if nothing was done since.
  private var lastJump: Standing? {
    guard let last = memory.undos.last, last.action.isJump, last.steps == totalSteps,
      last.entry == log.entries.count - 1, log.entries.last?.action.isJump == true,
      case .place(let origin) = last.past
    else { return nil }
    return origin
  }

  private func jumpStep(_ action: Action, from here: Standing, entry: Int) -> UndoMemory.Step {
    UndoMemory.Step(
      action: action, entry: entry, steps: totalSteps, past: .place(here), byteCount: 256)
  }
}

extension Branch {
  /// - Parameter changes: those since the first one that is known.
  fileprivate func goal(_ mark: Destination.Mark, changes: Int) -> Destination {
    Destination(
      branch: number, mark: mark, changes: firstChange + changes,
      entry: entry(after: firstChange + changes))
  }
}

extension Moment {
  /// The epoch of a later step, if nothing was changed in between.
  fileprivate func epoch(at step: Int) -> Int {
    let (count, size) = (trainer.samples.count, max(1, preset.training.batchSize))
    let inFirst = (count - trainer.position - 1) / size + 1
    let rest = step - tick.step
    return rest < inFirst ? epoch : epoch + 1 + (rest - inFirst) / trainer.stepsPerEpoch
  }
}

extension Action {
  /// Whether it goes to another moment and changes nothing.
  var isJump: Bool {
    switch self {
    case .goToEpoch, .goToStep, .goToEnd: true
    default: false
    }
  }
}
