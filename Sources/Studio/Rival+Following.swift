import Lessons

/// What a change of the session in focus means for its rival.
///
/// A change of the points or their shares is made to both, so that they always learn from the same
/// data; so are a start anew and new weights, which are the same for both where their shapes agree.
/// Undoing such a change undoes it in both where it is the last change of the rival too; else the
/// rival takes over the settings of the data that came back. All other changes are those that are
/// compared.
extension Rival {
  /// What became of a change.
  public enum Following: Equatable, Sendable {
    /// It was the focused session's alone.
    case apart
    /// The rival went along.
    case together
    /// It was taken back in the session in focus, because the rival can't go along; the reason.
    case refused(String)
  }

  /// Lets the rival go along with what was done to the session in focus.
  ///
  /// - Parameter before: the session in focus as it was.
  public mutating func follow(_ focused: inout Session, since before: Session) -> Following {
    // A session that was put in its place, from another time of its run, may have a shorter log.
    let known = before.log.entries.count
    let isLonger = focused.log.start == before.log.start && focused.log.entries.count > known
    if !isLonger, focused.hasSameData(as: session) { return .apart }
    var other = session
    var following = Following.apart
    for entry in focused.log.entries.dropFirst(isLonger ? known : .max) {
      let outcome = other.goAlong(with: entry, of: focused)
      if outcome?.effect == .refused, let message = outcome?.message {
        focused = before
        return .refused("\(focus.other.rawValue) can't go along: \(message)")
      }
      if outcome != nil { following = .together }
    }
    if !other.hasSameData(as: focused) {
      following = .together
      guard other.takeOver(dataOf: focused) else {
        focused = before
        let name = focus.other.rawValue
        return .refused(
          "\(name) was changed since: only once that is undone can the points go back.")
      }
    }
    session = other
    return following
  }
}

extension Session {
  /// Whether both learn from the same points, in the same shares; how they are scaled may differ.
  public func hasSameData(as other: Session) -> Bool {
    var (one, two) = (preset.data, other.preset.data)
    (one.standardizes, two.standardizes) = (false, false)
    return one == two
  }

  /// Sets the data as another session has them; whether that was enough. Points drawn by hand are no
  /// setting.
  fileprivate mutating func takeOver(dataOf other: Session) -> Bool {
    for setting in SettingCatalogue.all where Action.isOfData(setting.key) {
      let value = setting.value(in: other.preset)
      if value != setting.value(in: preset) { apply(.set(key: setting.key, value: value)) }
    }
    return hasSameData(as: other)
  }

  /// Does what goes along with a change of another session; nil if nothing does.
  fileprivate mutating func goAlong(with entry: ActionLog.Entry, of other: Session) -> Outcome? {
    switch entry.action {
    case .reset: return apply(.reset)
    case .newWeights:
      let seed = "\(other.preset.network.seed)"
      let outcome = apply(.set(key: "network.seed", value: seed))
      return outcome.effect == .unchanged ? apply(.reset) : outcome
    case .undo, .redo:
      let undoes = entry.action == .undo
      let last = undoes ? memory.undos.last : memory.redos.last
      guard let done = other.log.origin(of: entry), let last, last.action.isPart(of: done) else {
        return nil
      }
      return apply(entry.action)
    default: return entry.action.isOfData ? apply(entry.action) : nil
    }
  }
}

extension ActionLog {
  /// The change that was taken back or made again.
  fileprivate func origin(of entry: Entry) -> Action? {
    var entry = entry
    while entry.action == .undo || entry.action == .redo {
      // Each points to an earlier one.
      guard let place = entry.restored, entries.indices.contains(place) else { return nil }
      entry = entries[place]
    }
    return entry.action
  }
}

extension Action {
  /// Whether it changes the points or their shares.
  fileprivate var isOfData: Bool {
    switch self {
    case .newData, .chooseProblem, .addPoints, .erasePoints, .relabelPoints: true
    case .set(let key, _): key == SettingCatalogue.seed.key || Self.isOfData(key)
    default: false
    }
  }

  /// Whether a setting is of the points or their shares. How inputs are scaled can be compared.
  fileprivate static func isOfData(_ key: String) -> Bool {
    key.hasPrefix("data.") && key != "data.standardize"
  }

  /// Whether it is what a rival did to go along with a change.
  fileprivate func isPart(of change: Action) -> Bool {
    switch (change, self) {
    case (.reset, .reset), (.newWeights, .reset): true
    case (.newWeights, .set("network.seed", _)): true
    default: change.isOfData && self == change
    }
  }
}
