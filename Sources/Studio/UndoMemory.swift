import Datasets
import Engine
import Lessons

/// What can be undone and redone, the newest last; bounded in number and in size.
struct UndoMemory: Sendable {
  /// What a step brings back.
  enum Past: Sendable {
    /// Settings, points and marks; training goes on from where it is.
    case settings(Preset, Marks)
    /// The session as it was, but for its log, its count of steps and this memory.
    case whole(Session)
    /// A place on a line.
    case place(Standing)
    /// The name of a branch; nil for none.
    case name(Int, String?)
    /// A branch that was taken away, and the branches that had left it.
    case deleted(Branch, children: [Int])
    /// The same branch, to be taken away again.
    case kept(Int)
  }

  /// A change, and the way to its other side.
  struct Step: Sendable {
    /// What was done.
    let action: Action
    /// The entry of the log before which everything was as in `past`.
    let entry: Int
    /// The session's `totalSteps` when it was done.
    let steps: Int
    /// What it leads to.
    let past: Past
    /// About how much memory it holds.
    let byteCount: Int
  }

  /// The most steps that are kept in all.
  static let stepLimit = 100
  /// The most memory that they hold in all, 28 MiB: with the time line's and that of the session
  /// itself it stays below 64 MiB.
  static let byteLimit = 28 << 20

  private(set) var undos: [Step] = []
  private(set) var redos: [Step] = []
  /// What could be redone before the last change, if that is a jump: who goes there and back again has
  /// done nothing.
  private var redosBeforeJump: [Step] = []

  /// Adds a change that was made anew: what was undone before can't be redone any more.
  ///
  /// - Parameter merges: whether it takes the last change on, which then stays the one to go back to.
  mutating func add(_ step: Step, merges: Bool) {
    redosBeforeJump = step.action.isJump ? redos : []
    redos = []
    if !merges { undos.append(step) }
    shrink()
  }

  /// Takes the last change away, as if it had not been.
  mutating func forgetLast() { undos.removeLast() }

  /// Takes the last jump away, as if it had not been.
  mutating func forgetJump() {
    undos.removeLast()
    (redos, redosBeforeJump) = (redosBeforeJump, [])
  }

  /// Makes another jump of the last one.
  mutating func replaceLast(_ action: Action) {
    guard let last = undos.popLast() else { return }
    undos.append(
      Step(
        action: action, entry: last.entry, steps: last.steps, past: last.past,
        byteCount: last.byteCount))
  }

  /// Forgets what leads to a branch that is gone, and what lies behind it.
  mutating func forget(branch: Int) {
    func leadsThere(_ step: Step) -> Bool {
      switch step.past {
      case .place(let place): place.goal.branch == branch
      case .name(let number, _), .kept(let number): number == branch
      case .settings, .whole, .deleted: false
      }
    }
    if let place = undos.lastIndex(where: leadsThere) { undos.removeFirst(place + 1) }
    if let place = redos.lastIndex(where: leadsThere) { redos.removeFirst(place + 1) }
  }

  /// Moves the last change from those to undo to those to redo, or back.
  ///
  /// - Parameter other: leads to where the session was before.
  mutating func cross(undoing: Bool, _ other: Step) {
    redosBeforeJump = []
    // It may have been forgotten by now, with a branch that was given up.
    if undoing {
      _ = undos.popLast()
      redos.append(other)
    } else {
      _ = redos.popLast()
      undos.append(other)
    }
    shrink()
  }

  /// Drops the oldest changes until the rest fit, then what lies furthest ahead.
  private mutating func shrink() {
    var bytes = (undos + redos).reduce(0) { $0 + $1.byteCount }
    while undos.count + redos.count > Self.stepLimit || bytes > Self.byteLimit {
      if !undos.isEmpty {
        bytes -= undos.removeFirst().byteCount
      } else if !redos.isEmpty {
        bytes -= redos.removeFirst().byteCount
      }
    }
  }
}

extension UndoMemory.Past {
  /// About how much memory it holds, by the counts of its arrays; what two pasts share counts for
  /// both, but for points that are still those of `now`.
  func byteCount(beside now: Session) -> Int {
    switch self {
    case .settings(let preset, let marks):
      4096 + marks.byteCount
        + (preset.data.points?.points.count ?? 0) * MemoryLayout<PointSet.Point>.stride
    case .whole(let session):
      4096 + Marks(of: session.trainer).byteCount + session.trainer.byteCount
        + session.path.byteCount
        + session.history.byteCount + session.diagnoses.byteCount
        + (session.dataset == now.dataset ? 0 : session.dataset.byteCount)
    case .place, .name, .kept: 256
    case .deleted(let branch, _): branch.byteCount
    }
  }
}
