import Datasets
import Engine
import Lessons
import Studio

/// The panels of the playground that have controls, in the order of the tab key.
enum ControlPanel: String, CaseIterable, Sendable {
  case data = "Data"
  case network = "Network"
  case layers = "Layers"
  case learning = "Learning"
  case overfitting = "Overfitting"
  case view = "View"

  /// Its name where there is little room.
  var shortName: String {
    switch self {
    case .network: "Net"
    case .learning: "Learn"
    case .overfitting: "Overfit"
    case .data, .layers, .view: rawValue
    }
  }

  /// The controls of the panel from top to bottom; never empty.
  func controls(_ session: Session) -> [Control] {
    let preset = session.preset
    switch self {
    case .data:
      let keys = ["data.noise", "data.training", "data.validation"]
      let columns =
        preset.recipe.table == nil ? [] : ["data.x1", "data.x2", "data.target"]
      let more = preset.recipe.choosesClasses ? ["data.classes"] : []
      let rest = ["data.stratified", "data.standardize", "data.samples"]
      return [.problem]
        + (["data.set"] + columns + keys + rest + more + ["data.seed"]).map { .setting($0) }
    case .network:
      let formulas = preset.features.filter(\.isFormula)
      return (Feature.allCases + formulas).map { .feature($0) } + [.layers]
        + preset.network.hidden.indices.map { .units($0) }
    case .layers: return layers(preset)
    case .learning: return learning(preset).map { .setting($0) }
    case .overfitting: return overfitting(preset).map { .setting($0) }
    case .view: return [.view]
    }
  }

  /// The activation of all layers at once, then what each layer has for itself.
  private func layers(_ preset: Preset) -> [Control] {
    let keys = [
      "network.activation", "network.wiring", "network.normalization", "network.dropout",
    ]
    let each = preset.network.hidden.indices.flatMap { layer in
      [Control.unitCount(layer)] + keys.map { Control.layerSetting($0, layer: layer) }
    }
    let hasSolver = preset.network.hidden.indices.contains { layer in
      LayerCatalogue.wiring(preset.network.wiring[layer])?.hasSolver == true
    }
    return [.setting("network.activation")] + each
      + (hasSolver ? [.setting("network.solver-steps")] : [])
  }

  private func learning(_ preset: Preset) -> [String] {
    func withNumbers(_ choice: String) -> [String] {
      [choice] + SettingCatalogue.numbers(of: choice, in: preset)
    }
    let training = preset.training
    let changes = training.schedule != ConstantRate.name || training.warmUp > 0
    return ["training.learning-rate"] + withNumbers("training.schedule")
      + ["training.warm-up"] + (changes ? ["training.schedule-unit"] : [])
      + ["training.batch-size"] + withNumbers("training.optimizer")
      + withNumbers("training.clipping") + withNumbers("training.loss")
      + withNumbers("network.initialization") + ["network.seed"]
  }

  /// A form is asked for where there is a strength.
  private func overfitting(_ preset: Preset) -> [String] {
    ["training.l1"] + (preset.training.l1 > 0 ? ["training.l1-form"] : [])
      + ["training.l2"] + (preset.training.l2 > 0 ? ["training.l2-form"] : [])
      + ["training.max-norm", "training.input-noise", "training.patience"]
  }
}
