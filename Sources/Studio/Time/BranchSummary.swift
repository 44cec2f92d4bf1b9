import Engine
public import Lessons

/// A branch as people see it.
public struct BranchSummary: Sendable {
  /// The most characters of a name.
  public static let nameLimit = 24

  /// By which actions call it.
  public let number: Int
  /// What it is called, by its name if it has one.
  public let title: String
  /// Whether a person gave it a name.
  public let hasName: Bool
  /// Whether the session is on it.
  public let isPresent: Bool
  /// The number of the branch that it left, as far as that one is kept.
  public let parent: Int?
  /// The epoch at which it left it.
  public let forkEpoch: Int
  /// The earliest epoch that can be gone back to.
  public let firstEpoch: Int
  /// The last epoch that was completed on it.
  public let lastEpoch: Int
  /// Steps in all.
  public let lastStep: Int
  /// Whether it ended by diverging.
  public let isDiverged: Bool
  /// Its settings at its end.
  public let preset: Preset
  /// Its losses up to its end, since they were last measured in another way.
  public let history: LossHistory
  /// The epochs that were complete when something was changed, rising.
  public let changeEpochs: [Int]
  /// How many changes were made since it left another branch, or since its start.
  public let changeCount: Int
  /// The last of these, in the order in which they were made.
  public let changes: [String]
}

extension Session {
  /// The branches, in the order in which they began.
  public var branches: [BranchSummary] { time.branches.map(summary) }

  /// The number of the branch that the session is on.
  public var presentBranch: Int { position.branch }

  /// The last epoch of the present branch: later than the session's own where it is in the past.
  public var lastEpochOfBranch: Int {
    isInThePast ? time[position.branch]?.end?.epoch ?? trainer.epochCount : trainer.epochCount
  }

  /// About how much memory is taken up by all that can be gone back to, in time and by undo.
  public var pastByteCount: Int {
    time.byteCount
      + (time.nearby.map(\.byteCount) + memory.undos.map(\.byteCount)
      + memory.redos.map(\.byteCount)).reduce(0, +)
  }

  /// The earliest step of the present branch that can be gone back to.
  public var firstStepOfBranch: Int { time[position.branch]?.moments.first?.tick.step ?? 0 }

  private func summary(_ branch: Branch) -> BranchSummary {
    let isPresent = branch.number == position.branch
    // Where the session is at its end, it knows more than was kept.
    let isEnd = isPresent && !isInThePast && !isSeeking
    let end = isEnd ? nil : branch.end
    let parent = branch.origin.flatMap { time[$0.branch] }
    let start = branch.origin.map { origin in
      branch.changes.prefix { $0.step < origin.step || (parent?.shares($0, origin) ?? false) }.count
    }
    return BranchSummary(
      number: branch.number, title: name(ofBranch: branch.number), hasName: branch.name != nil,
      isPresent: isPresent, parent: parent?.number, forkEpoch: branch.origin?.epoch ?? 0,
      firstEpoch: branch.moments[0].epoch, lastEpoch: end?.epoch ?? trainer.epochCount,
      lastStep: end?.tick.step ?? trainer.stepCount,
      isDiverged: end.map { $0.tick.isFailed } ?? (trainer.divergence != nil),
      preset: end?.preset ?? preset,
      history: isEnd ? history : branch.chapters.last?.history ?? LossHistory(),
      changeEpochs: branch.changes.map(\.epoch),
      changeCount: branch.changes.count - (start ?? 0),
      changes: branch.changes.dropFirst(start ?? 0).suffix(16).map(\.title))
  }
}

extension Branch {
  /// Whether a change of a branch that left this one here is one of this one as well.
  fileprivate func shares(_ change: LineChange, _ origin: Origin) -> Bool {
    change.step == origin.step && changes.contains { $0.entry == change.entry }
  }
}

extension LineChange {
  /// Short words for it.
  fileprivate var title: String {
    switch deed {
    case .action(let action): action.title
    case .settings(let action, _, _, let undoing): (undoing ? "undo " : "redo ") + action.title
    }
  }
}
