import Drawing
import Engine
import Lessons
import Studio

/// Time: the epochs so far with all branches, to go back to, to go on from and to compare.
struct HistoryView: RunView {
  static let name = "History"
  static let key: Character = "H"
  static let summary = "time line and branches: go back, go on, compare"

  /// What stands below the branches.
  enum Page: CaseIterable, Sendable {
    /// The losses of all branches.
    case losses
    /// What sets the chosen branch apart from the present one.
    case differences
  }

  private(set) var page = Page.losses
  /// The number of the branch that is chosen; nil for the present one.
  private(set) var choice: Int?
  /// Whether a drag along the time line goes on.
  private var isDragging = false

  init() {}

  /// What answers to the mouse.
  enum Spot: Hashable, Sendable {
    /// A branch by its number, and the axis beside it.
    case branch(Int, HistoryAxis)
    case axis(HistoryAxis)
  }

  func title(_ scene: Scene) -> String {
    let session = scene.session
    guard session.isInThePast else { return "History" }
    return "History · epoch \(session.trainer.epochCount) of \(session.lastEpochOfBranch)"
  }

  func note(_ scene: Scene) -> String {
    let count = scene.session.branches.count
    return count == 1 ? "" : "\(count) branches"
  }

  func describe(_ scene: Scene) -> String {
    let session = scene.session
    if let branch = chosen(session), !branch.isPresent {
      return "\(short(branch.title)): enter goes there, i names, X deletes it, n compares."
    }
    return session.isInThePast
      ? "←→ < > go in time, , . by steps; a change, or a, begins a branch here."
      : "←→ < > go in time, , . by steps, enter to an epoch; ↑↓ branches, a begins one."
  }

  private func short(_ title: String) -> String { String(title.prefix(24)) }

  /// The branch that is chosen, or else the present one.
  func chosen(_ session: Session) -> BranchSummary? {
    let branches = session.branches
    return branches.first { $0.number == choice } ?? branches.first(where: \.isPresent)
  }

  mutating func settle(_ session: Session) {
    if let choice, !session.branches.contains(where: { $0.number == choice }) { self.choice = nil }
  }

  mutating func leave() {}

  mutating func handle(_ intent: Intent, _ scene: Scene) -> ViewReply? {
    let session = scene.session
    let chosen = chosen(session)
    switch intent {
    case .decrease, .increase: return move(by: intent == .increase ? 1 : -1, session)
    case .nudgeDown, .nudgeUp: return step(by: intent == .nudgeUp ? 1 : -1, session)
    case .selectUp, .selectDown: return choose(by: intent == .selectDown ? 1 : -1, session)
    case .nextOption, .previousOption:
      page = page == .losses ? .differences : .losses
      return ViewReply()
    case .activate:
      guard let chosen, !chosen.isPresent else { return ViewReply(types: .epoch) }
      choice = nil
      return ViewReply(actions: [.goToEnd(branch: chosen.number)])
    case .addFormula: return ViewReply(actions: [.branch])
    case .inspect: return chosen.map { ViewReply(types: .branchName($0.number)) }
    case .kill:
      guard let chosen else { return nil }
      return ViewReply(actions: [.deleteBranch(chosen.number)])
    case .back where choice != nil: choice = nil
    default: return nil
    }
    return ViewReply()
  }

  /// About a fiftieth of the line on or back.
  private func move(by direction: Int, _ session: Session) -> ViewReply {
    let last = session.lastEpochOfBranch
    let here = session.soughtEpoch ?? session.trainer.epochCount
    if direction > 0, !session.isInThePast, !session.isSeeking {
      return ViewReply(notice: "This is the newest epoch: e trains the next one.")
    }
    if direction < 0, here == 0, session.trainer.position == 0 {
      return ViewReply(notice: "This is where the run begins.")
    }
    let size = max(1, last / 50)
    // Within an epoch, its beginning is the next place back.
    let isWithin = direction < 0 && size == 1 && session.trainer.position > 0
    let whole = isWithin ? here : here + direction * size
    return ViewReply(actions: [.goToEpoch(min(max(whole, 0), last + 1), branch: nil)])
  }

  /// One training step on or back.
  private func step(by direction: Int, _ session: Session) -> ViewReply {
    let here = session.soughtStep ?? session.trainer.stepCount
    if direction > 0, !session.isInThePast, !session.isSeeking {
      guard !session.trainer.hasStopped else {
        return ViewReply(notice: "Training has stopped here: there is no next step.")
      }
      return ViewReply(steps: 1)
    }
    // The step that diverged was none: where it was tried is the last place there is.
    let wanted = session.trainer.divergence != nil && direction < 0 ? here : here + direction
    guard wanted >= 0 else { return ViewReply(notice: "This is where the run begins.") }
    return ViewReply(actions: [.goToStep(wanted, branch: nil)])
  }

  private mutating func choose(by offset: Int, _ session: Session) -> ViewReply {
    let branches = session.branches
    guard branches.count > 1 else {
      return ViewReply(notice: "There is one branch: go back and change something for another.")
    }
    let place = branches.firstIndex { $0.number == chosen(session)?.number } ?? 0
    choice = branches[min(max(place + offset, 0), branches.count - 1)].number
    return ViewReply()
  }

  mutating func point(_ event: MouseEvent, _ target: any Hashable & Sendable, _ scene: Scene)
    -> ViewReply?
  {
    guard let spot = target as? Spot else { return nil }
    let session = scene.session
    switch (event.kind, spot) {
    case (.wheelUp, _): return move(by: 1, session)
    case (.wheelDown, _): return move(by: -1, session)
    case (.press, .branch(let number, let axis)) where number != session.presentBranch:
      choice = number
      isDragging = false
      if event.isDouble {
        choice = nil
        return ViewReply(
          actions: [.goToEpoch(axis.epoch(at: event.position.x), branch: number)])
      }
    case (.press, .branch(_, let axis)), (.press, .axis(let axis)):
      choice = nil
      isDragging = event.position.x >= axis.x
      return go(to: event.position.x, axis, session)
    case (.drag, .branch(_, let axis)), (.drag, .axis(let axis)):
      if isDragging { return go(to: event.position.x, axis, session) }
    case (.release, _): isDragging = false
    default: break
    }
    return ViewReply()
  }

  private func go(to column: Int, _ axis: HistoryAxis, _ session: Session) -> ViewReply {
    guard column >= axis.x else { return ViewReply() }
    let epoch = min(axis.epoch(at: column), session.lastEpochOfBranch)
    guard epoch != (session.soughtEpoch ?? session.trainer.epochCount) else { return ViewReply() }
    return ViewReply(actions: [.goToEpoch(epoch, branch: nil)])
  }
}
