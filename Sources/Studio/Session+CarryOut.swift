import Datasets
import Lessons

extension Session {
  /// Writes an action into a preset; gives the reason if it can't be done.
  static func carryOut(_ action: Action, on preset: inout Preset) -> String? {
    switch action {
    case .set(let key, let value): return set(key, to: value, in: &preset)
    case .chooseProblem(let isRegression):
      if (preset.problem == .regression) != isRegression {
        let first = RecipeCatalogue.all.first { recipe in
          let problem = recipe.problem(RecipeSettings(count: 1))
          return (problem == .regression) == isRegression
        }
        return set("data.set", to: first?.name ?? "", in: &preset)
      }
    case .toggleFeature(let feature): return toggle(feature, of: &preset)
    case .addPoints, .erasePoints, .relabelPoints: return editPoints(action, of: &preset)
    case .addLayer:
      guard preset.network.hidden.count < SettingCatalogue.layerLimit else {
        return "There are at most \(SettingCatalogue.layerLimit) hidden layers."
      }
      preset.network.hidden.append(2)
      preset.network.fitLayers()
    case .removeLayer:
      guard !preset.network.hidden.isEmpty else { return "There is no hidden layer left." }
      preset.network.hidden.removeLast()
      preset.network.fitLayers()
    case .addUnit(let layer):
      guard preset.network.hidden.indices.contains(layer) else { return noLayer }
      guard preset.network.hidden[layer] < SettingCatalogue.unitLimit else {
        return "A layer has at most \(SettingCatalogue.unitLimit) units."
      }
      preset.network.hidden[layer] += 1
    case .removeUnit(let layer):
      guard preset.network.hidden.indices.contains(layer) else { return noLayer }
      guard preset.network.hidden[layer] > 1 else {
        return "A layer needs a unit; take the layer away instead."
      }
      preset.network.hidden[layer] -= 1
    // These leave the settings as they are.
    case .reset, .setParameter, .freeze, .unfreeze, .freezeLayer, .unfreezeLayer, .freezeUnit,
      .unfreezeUnit, .killUnit, .reviveUnit, .undo, .redo, .resume, .goToEpoch, .goToStep, .goToEnd,
      .follow, .branch, .nameBranch, .deleteBranch, .answer, .takeHint:
      break
    case .newWeights: preset.network.seed = next(preset.network.seed)
    case .newData:
      preset.data.seed = next(preset.data.seed)
      if preset.data.recipe == DataSource.pointsName { preset.data.points?.forgetShares() }
    }
    return nil
  }

  private static let noLayer = "There is no such layer."

  private static func next(_ seed: UInt64) -> UInt64 { (seed + 1) % 1_000_000_000 }

  private static func set(_ key: String, to value: String, in preset: inout Preset) -> String? {
    guard let setting = SettingCatalogue.keyed(key) else {
      let hint = SettingCatalogue.hint(for: key)
      return "There is no setting \(key)\(hint.isEmpty ? "." : hint)"
    }
    let before = preset
    do {
      try setting.set(value, in: &preset)
    } catch {
      return sentence(error, about: setting)
    }
    // The same value in other words, or said where it was only usual: nothing to begin anew for.
    if setting.value(in: preset) == setting.value(in: before) {
      preset = before
      // Another value that came to nothing had nothing to act on.
      return value == setting.value(in: before) ? nil : idleReason(key, in: before)
    }
    if let reason = idleReason(key, in: preset) {
      preset = before
      return reason
    }
    if preset.data != before.data { settleData(of: &preset, key, from: before) }
    if key == "features", let refusal = formulaRefusal(preset) {
      preset = before
      return refusal
    }
    do {
      try preset.validate()
    } catch {
      // The loss gives way to the data; a share of the points does not give way to another.
      guard error.key != key, !error.key.hasPrefix("data."),
        let other = SettingCatalogue.keyed(error.key)
      else {
        preset = before
        return sentence(error, about: setting)
      }
      // What was asked for is done; what does not go with it becomes usual.
      try? other.set(other.value(in: Preset()), in: &preset)
    }
    return nil
  }

  /// An error for the learner, who knows settings by their titles.
  private static func sentence(_ error: SettingError, about setting: Setting) -> String {
    // A suggestion already ends in a question mark.
    let end = error.expected.hasSuffix("?") ? "" : "."
    return "\(setting.title): expected \(error.expected)\(end)"
  }
}
