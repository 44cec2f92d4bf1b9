public import Lessons

/// What was done to a session and when: enough to have the very same session again.
public struct ActionLog: Equatable, Sendable {
  /// An action and when it took effect.
  public struct Entry: Equatable, Sendable {
    /// The session's `totalSteps` then.
    public let step: Int
    /// What was done.
    public let action: Action
    /// Of `undo`, `redo`, jumps and what follows them, the entry before which the settings were those that came back.
    public let restored: Int?

    /// An action at a step.
    public init(step: Int, action: Action, restored: Int? = nil) {
      self.step = step
      self.action = action
      self.restored = restored
    }
  }

  /// How the session began.
  public let start: Preset
  /// The weights it began with, where they were not drawn from the seed.
  public let weights: FirstWeights?
  /// Everything done since, in order.
  public private(set) var entries: [Entry] = []

  init(start: Preset, weights: FirstWeights? = nil) {
    self.start = start
    self.weights = weights
  }

  mutating func append(_ action: Action, at step: Int, restored: Int? = nil) {
    entries.append(Entry(step: step, action: action, restored: restored))
  }

  /// Takes the last entry away.
  mutating func removeLast() { _ = entries.popLast() }

  /// Puts another jump in place of the last one.
  mutating func replaceLast(_ action: Action, restored: Int) {
    guard let last = entries.popLast() else { return }
    entries.append(Entry(step: last.step, action: action, restored: restored))
  }
}

extension Session {
  /// The session that a log tells of, `steps` steps long in all; the same bits as the first time.
  public init(replaying log: ActionLog, steps: Int) {
    self.init(log.start, weights: log.weights)
    // What is done again on the way along a line notes itself.
    for entry in log.entries where entry.action != .follow {
      advance(steps: entry.step - totalSteps)
      apply(entry.action)
    }
    advance(steps: steps - totalSteps)
  }
}
