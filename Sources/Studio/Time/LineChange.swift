import Datasets
import Lessons

/// A change that was made on a line, to be made again by whoever follows it.
struct LineChange: Sendable {
  /// What was done.
  enum Deed: Sendable {
    /// An action.
    case action(Action)
    /// Settings and marks put back by undo, or again by redo, while the training since was kept.
    case settings(Action, Preset, Marks, undoing: Bool)
  }

  /// What was done.
  let deed: Deed
  /// The trainer's steps at that moment.
  let step: Int
  /// Whether the step after these had diverged.
  let isFailed: Bool
  /// The epochs that were complete before it.
  let epoch: Int
  /// Whether it was made at the very beginning of the epoch.
  let isAtEpochStart: Bool
  /// The entry of the log before which the settings are as they are after it.
  let entry: Int

  /// About how much memory it takes up.
  var byteCount: Int {
    let own = MemoryLayout<LineChange>.stride
    return switch deed {
    case .action(let action): own + action.byteCount
    case .settings(let action, let preset, let marks, _):
      own + action.byteCount + preset.byteCount + marks.byteCount
    }
  }

  /// Whether it stands before the moment at which an epoch has just begun.
  func precedes(startOf epoch: Int) -> Bool {
    self.epoch < epoch || (self.epoch == epoch && isAtEpochStart)
  }
}

extension Action {
  /// About how much memory it takes up beside itself.
  fileprivate var byteCount: Int {
    switch self {
    case .addPoints(let points, _): points.count * MemoryLayout<Example>.stride
    case .erasePoints(let places), .relabelPoints(let places, _): places.count * 8
    case .set(let key, let value): key.utf8.count + value.utf8.count
    default: 0
    }
  }
}

extension Preset {
  /// About how much memory its settings and drawn points take up.
  var byteCount: Int {
    2048 + (data.points?.points.count ?? 0) * MemoryLayout<PointSet.Point>.stride
  }
}

extension Marks {
  /// How much memory its places take up.
  var byteCount: Int { 8 * frozen.count + 16 * killed.count }
}
