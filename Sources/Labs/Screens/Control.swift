import Datasets
import Engine
import Lessons
import Studio

/// The panels of the playground that have controls, in the order of the tab key.
enum ControlPanel: String, CaseIterable, Sendable {
  case data = "Data"
  case network = "Network"
  case learning = "Learning"

  /// The controls of the panel from top to bottom; never empty.
  func controls(_ session: Session) -> [Control] {
    let preset = session.preset
    switch self {
    case .data:
      let keys = [
        "data.set", "data.noise", "data.training", "data.validation", "data.stratified",
        "data.samples",
      ]
      let more = preset.recipe.choosesClasses ? ["data.classes"] : []
      return [.problem]
        + (keys + more + ["data.standardize", "data.seed"]).map { .setting($0) }
    case .network:
      return Feature.allCases.map { .feature($0) } + [.layers]
        + preset.network.hidden.indices.map { .units($0) }
    case .learning:
      let optimizer = OptimizerCatalogue.named(preset.training.optimizer)
      let knobs = optimizer.map { $0.settingNames.map { "training.\($0)" } } ?? []
      let keys =
        ["training.learning-rate", "training.batch-size", "training.optimizer"] + knobs
        + [
          "network.activation", "training.loss", "training.regularization",
          "training.regularization-rate", "network.initialization", "network.seed",
        ]
      return keys.map { .setting($0) }
    }
  }
}

/// Something on the playground that has the focus and that arrow keys change.
enum Control: Hashable, Sendable {
  /// Classification or regression.
  case problem
  /// A setting of the preset, by its key.
  case setting(String)
  /// An input, on or off.
  case feature(Feature)
  /// The number of hidden layers.
  case layers
  /// The units of a hidden layer.
  case units(Int)

  /// Where the control is.
  var panel: ControlPanel {
    switch self {
    case .problem: .data
    case .setting(let key): key.hasPrefix("data.") ? .data : .learning
    case .feature, .layers, .units: .network
    }
  }

  /// Its name on the screen.
  func title(_ session: Session) -> String {
    switch self {
    case .problem: "problem"
    case .setting(let key): SettingCatalogue.keyed(key)?.title ?? key
    case .feature(let feature): feature.title
    case .layers: "hidden layers"
    case .units(let layer): "layer \(layer + 1)"
    }
  }

  /// Whether its values are names to choose from.
  var isChoice: Bool {
    guard case .setting(let key) = self, let setting = SettingCatalogue.keyed(key),
      case .choice = setting.domain
    else { return false }
    return true
  }

  /// Its present value as text.
  func value(_ session: Session) -> String {
    let preset = session.preset
    switch self {
    case .problem: return preset.problem == .regression ? "regression" : "classification"
    case .setting("data.set"): return preset.recipe.title
    case .setting("training.loss"): return preset.training.loss.title
    case .setting(let key):
      guard let setting = SettingCatalogue.keyed(key) else { return "" }
      if case .number(_, _, _, let unit) = setting.domain, !unit.isEmpty {
        return "\(setting.value(in: preset)) \(unit)"
      }
      return setting.value(in: preset)
    case .feature(let feature): return preset.features.contains(feature) ? "on" : "off"
    case .layers: return "\(preset.network.hidden.count)"
    case .units(let layer): return "\(preset.network.hidden[layer])"
    }
  }

  /// One sentence about it.
  func help(_ session: Session) -> String {
    switch self {
    case .problem:
      return "Problem: classification tells classes apart, regression predicts numbers."
    case .setting("data.set"): return "Data: \(session.preset.recipe.summary)"
    case .setting("data.noise"): return "Noise: \(session.preset.recipe.noiseHelp)."
    case .setting(let key):
      guard let setting = SettingCatalogue.keyed(key) else { return "" }
      let title = setting.title.prefix(1).uppercased() + setting.title.dropFirst()
      return ["\(title): \(setting.help)", formula(key, session)].compactMap { $0 }
        .joined(separator: " ")
    case .feature(let feature): return "Input \(feature.title): ←→ or enter switches it on and off."
    case .layers: return "Hidden layers: ←→ takes one away or adds one of two units."
    case .units(let layer): return "Units of hidden layer \(layer + 1): ←→ changes their number."
    }
  }

  /// The formula of what is chosen, in the course's notation.
  private func formula(_ key: String, _ session: Session) -> String? {
    let preset = session.preset
    switch key {
    case "training.optimizer":
      return OptimizerCatalogue.all.first { $0.name == preset.training.optimizer }?.formula
    case "network.activation": return preset.network.activation.formula
    case "training.loss": return preset.objective.loss.formula
    case "network.initialization": return preset.network.initialization.formula
    default: return nil
    }
  }

  /// What an arrow key does here; nil at the end of the values.
  func action(changingBy offset: Int, _ session: Session) -> Action? {
    switch self {
    case .problem:
      return .chooseProblem(isRegression: session.preset.problem != .regression)
    case .setting(let key):
      guard let setting = SettingCatalogue.keyed(key) else { return nil }
      let value = steppedValue(setting, by: offset, session)
      return value == setting.value(in: session.preset) ? nil : .set(key: key, value: value)
    case .feature(let feature): return .toggleFeature(feature)
    case .layers: return offset > 0 ? .addLayer : .removeLayer
    case .units(let layer): return offset > 0 ? .addUnit(layer: layer) : .removeUnit(layer: layer)
    }
  }

  /// The next value on that side; data sets stay with their kind of problem.
  private func steppedValue(_ setting: Setting, by offset: Int, _ session: Session) -> String {
    var preset = session.preset
    let isRegression = preset.problem == .regression
    let value = setting.stepped(offset, in: preset)
    guard setting.key == "data.set" else { return value }
    preset.data.recipe = value
    return (preset.problem == .regression) == isRegression
      ? value : setting.value(in: session.preset)
  }
}
