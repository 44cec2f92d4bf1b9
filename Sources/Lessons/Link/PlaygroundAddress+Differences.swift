import Datasets
import Engine

extension PlaygroundAddress {
  /// A sentence for each setting that has one value here and another one in the playground.
  static func differences(of preset: Preset, from other: Preset) -> [String] {
    SettingCatalogue.all.compactMap { setting in
      let (here, there) = (setting.value(in: preset), setting.value(in: other))
      guard here != there, !isIdle(setting.key, in: preset),
        // It goes with a choice that differs, which is told.
        !SettingCatalogue.isNumberOfAnotherChoice(setting.key, in: other)
      else { return nil }
      return "\(setting.key) is \(shown(here)) here and \(shown(there)) there."
    }
  }

  private static func shown(_ value: String) -> String {
    value.isEmpty ? "nothing" : value.shown(limit: 30)
  }

  /// Whether a setting does nothing in a preset, or follows from another one.
  private static func isIdle(_ key: String, in preset: Preset) -> Bool {
    let (source, training) = (preset.recipe, preset.training)
    switch key {
    case "data.noise": return !source.isRecipe
    case "data.classes": return !source.choosesClasses
    case "data.stratified": return preset.problem == .regression
    case "data.x1", "data.x2", "data.target": return true
    case "network.activation", "network.wiring", "network.normalization", "network.dropout":
      return preset.network.hidden.isEmpty
    case "network.solver-steps":
      return !preset.network.hidden.indices.contains { layer in
        LayerCatalogue.wiring(preset.network.wiring[layer])?.hasSolver == true
      }
    case "training.l1-form": return training.l1 == 0
    case "training.l2-form": return training.l2 == 0
    case "training.schedule-unit":
      return training.schedule == ConstantRate.name && training.warmUp == 0
    default: return SettingCatalogue.isNumberOfAnotherChoice(key, in: preset)
    }
  }
}
