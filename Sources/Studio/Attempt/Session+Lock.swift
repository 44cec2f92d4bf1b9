import Lessons

/// What an exercise locks.
extension Session {
  /// Why the exercise does not let an action be done; nil if it does, and in free play.
  public func lock(on action: Action) -> String? {
    guard let attempt else { return nil }
    let permits = attempt.exercise.permits
    switch action {
    case .set(let key, let value): return lock(onSetting: key, value)
    case .chooseProblem:
      return lock(onSetting: "data.set", result(of: action, "data.set")) ?? brokenLimit(action)
    case .toggleFeature: return lock(onSetting: "features", result(of: action, "features"))
    case .addLayer, .removeLayer, .addUnit, .removeUnit:
      return lock(onSetting: "network.hidden", result(of: action, "network.hidden"))
        ?? brokenLimit(action)
    default: break
    }
    guard let deed = action.deed else { return nil }
    if permits.deeds.contains(deed) || hasSeed(for: action) { return brokenLimit(action) }
    return "Locked by the exercise: \(deed.help)."
  }

  /// Whether the seed that an action changes may be given any value.
  private func hasSeed(for action: Action) -> Bool {
    let key: String? =
      switch action {
      case .newWeights: "network.seed"
      case .newData: "data.seed"
      default: nil
      }
    guard let item = key.flatMap({ attempt?.exercise.permits.item($0) }) else { return false }
    return item.values == nil
  }

  /// - Parameter value: the value it is to have; nil for any.
  private func lock(onSetting key: String, _ value: String?) -> String? {
    guard let attempt, let setting = SettingCatalogue.keyed(key) else { return nil }
    // One seed for all is each of them.
    if key == SettingCatalogue.seed.key {
      return SettingCatalogue.all.filter { $0.key.hasSuffix(".seed") }.lazy
        .compactMap { lock(onSetting: $0.key, value) }.first
    }
    guard let item = attempt.exercise.permits.item(key) else {
      let present = setting.value(in: preset)
      // Long lists of layers are not told.
      return "Locked by the exercise: \(setting.title)"
        + (present.isEmpty ? ", none here." : present.count > 30 ? "." : ": \(present).")
    }
    guard let value else { return nil }
    if let values = item.values {
      var trial = preset
      // A value that can't be is told of as anywhere else.
      guard (try? setting.set(value, in: &trial)) != nil else { return nil }
      guard setting.isOne(of: values, in: trial) else {
        let list = values.joined(separator: values.contains { $0.contains(",") } ? " | " : ", ")
        let message = "The exercise lets \(setting.title) be one of \(list)."
        return message.count <= 78 ? message : "The exercise does not let \(setting.title) be that."
      }
    }
    return brokenLimit(.set(key: key, value: value))
  }

  /// The setting after an action; its present value if the action can't be done.
  private func result(of action: Action, _ key: String) -> String? {
    var after = preset
    guard Self.carryOut(action, on: &after) == nil else { return nil }
    return SettingCatalogue.keyed(key)?.value(in: after)
  }

  /// The limit that would be broken by an action, in a sentence.
  private func brokenLimit(_ action: Action) -> String? {
    guard let limits = attempt?.exercise.limits, !limits.isEmpty else { return nil }
    var after = preset
    guard Self.carryOut(action, on: &after) == nil, after != preset else { return nil }
    guard let broken = limits.first(where: { !$0.isKept(by: after) }) else { return nil }
    return "The exercise asks for \(broken.words)."
  }
}

extension Action {
  /// What has to be allowed for it, beside settings; nil for what is free or a setting's change.
  fileprivate var deed: Permits.Deed? {
    switch self {
    case .newWeights: .newWeights
    case .newData: .newData
    case .addPoints, .erasePoints, .relabelPoints: .drawPoints
    case .setParameter: .editWeights
    case .freeze, .unfreeze, .freezeLayer, .unfreezeLayer, .freezeUnit, .unfreezeUnit: .freeze
    case .killUnit, .reviveUnit: .kill
    default: nil
    }
  }
}

extension Setting {
  /// Whether a preset has one of these values; of what each layer has for itself, each one of them.
  fileprivate func isOne(of values: [String], in preset: Preset) -> Bool {
    let value = value(in: preset)
    if values.contains(value) { return true }
    guard case .perLayer = domain else { return false }
    return value.split(separator: ",").allSatisfy { values.contains(String($0)) }
  }
}
