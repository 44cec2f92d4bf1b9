import Datasets
import Engine
import Lessons
import Studio

/// Something on the playground that has the focus and that arrow keys change.
enum Control: Hashable, Sendable {
  /// Classification or regression.
  case problem
  /// A setting of the preset, by its key.
  case setting(String)
  /// A setting of one hidden layer, by its key.
  case layerSetting(String, layer: Int)
  /// An input, on or off.
  case feature(Feature)
  /// The number of hidden layers.
  case layers
  /// The head of a hidden layer: its number of units, and the way to its settings.
  case units(Int)
  /// The number of units of a hidden layer, among its settings.
  case unitCount(Int)
  /// A part of the network, chosen among its maps and lines.
  case part(NetworkPart)
  /// The view that is shown.
  case view

  /// Where the control is.
  var panel: ControlPanel {
    switch self {
    case .problem: .data
    case .setting(let key): Self.panel(of: key)
    case .layerSetting, .unitCount: .layers
    case .feature, .layers, .units, .part: .network
    case .view: .view
    }
  }

  /// Whether a press of the mouse turns it, as enter does.
  var isSwitch: Bool {
    if case .feature = self { return true }
    return false
  }

  private static func panel(of key: String) -> ControlPanel {
    if key.hasPrefix("data.") { return .data }
    if ["network.activation", "network.solver-steps"].contains(key) { return .layers }
    let overfitting = [
      "training.l1", "training.l1-form", "training.l2", "training.l2-form",
      "training.max-norm", "training.input-noise", "training.patience",
    ]
    return overfitting.contains(key) ? .overfitting : .learning
  }

  /// The setting behind it, if there is one.
  var described: Setting? {
    switch self {
    case .setting(let key), .layerSetting(let key, _): SettingCatalogue.keyed(key)
    case .problem, .feature, .layers, .units, .unitCount, .part, .view: nil
    }
  }

  /// What values it takes: of one layer's setting, those of one layer.
  func domain(_ session: Session) -> Setting.Domain? {
    if case .unitCount = self {
      let limit = SettingCatalogue.unitLimit
      return .number(
        range: 1...Double(limit), steps: (1...limit).map(Double.init), isWhole: true, unit: "")
    }
    guard let domain = described?.domain(in: session.preset) else { return nil }
    guard case .perLayer(let element, _) = domain else { return permitted(of: domain, session) }
    return element
  }

  /// Its name on the screen.
  func title(_ session: Session) -> String {
    switch self {
    case .problem: "problem"
    case .setting("network.activation"): "all layers"
    case .setting(let key): SettingCatalogue.keyed(key)?.title ?? key
    case .layerSetting(let key, let layer):
      "\(layer + 1) \(SettingCatalogue.keyed(key)?.title ?? key)"
    case .feature(let feature): feature.title
    case .layers: "hidden layers"
    case .units(let layer): "layer \(layer + 1)"
    case .unitCount(let layer): "\(layer + 1) units"
    case .part(let part): part.title(session)
    case .view: "view"
    }
  }

  /// Whether its values are names to choose from.
  func isChoice(_ session: Session) -> Bool {
    if case .choice = domain(session) { return true }
    return false
  }

  /// Its present value as text.
  func value(_ session: Session) -> String {
    let preset = session.preset
    switch self {
    case .problem: return preset.problem == .regression ? "regression" : "classification"
    case .setting("data.set"): return preset.recipe.title
    case .setting("training.loss"): return preset.training.loss.title
    case .setting, .layerSetting:
      if case .number(_, _, _, let unit) = domain(session), !unit.isEmpty {
        return "\(plainValue(session)) \(unit)"
      }
      return plainValue(session)
    case .feature(let feature): return preset.features.contains(feature) ? "on" : "off"
    case .layers: return "\(preset.network.hidden.count)"
    case .units(let layer), .unitCount(let layer): return "\(preset.network.hidden[layer])"
    case .part(let part): return part.value(in: session).map { "\($0)" } ?? ""
    case .view: return ""
    }
  }

  /// The present value of its setting, without a unit; empty without a setting.
  func plainValue(_ session: Session) -> String {
    if case .unitCount(let layer) = self { return "\(session.preset.network.hidden[layer])" }
    guard let setting = described else { return "" }
    if case .layerSetting(_, let layer) = self {
      return setting.value(layer: layer, in: session.preset)
    }
    return setting.value(in: session.preset)
  }

  /// One sentence about it.
  func help(_ session: Session) -> String {
    switch self {
    case .problem:
      return "Problem: classification tells classes apart, regression predicts numbers."
    case .setting("data.set"): return "Data: \(session.preset.recipe.summary)"
    case .setting("data.noise"): return "Noise: \(session.preset.recipe.noiseHelp)."
    case .setting(let key):
      return sentence(about: key, nil, session)
    case .layerSetting(let key, let layer):
      return "Layer \(layer + 1), " + sentence(about: key, layer, session)
    case .feature(let feature): return "Input \(feature.title): ←→ or enter switches it on and off."
    case .layers: return "Hidden layers: ←→ takes one away or adds one of two units."
    case .unitCount(let layer):
      return "Units of hidden layer \(layer + 1): ←→ changes their number, enter types it."
    case .units(let layer): return "Units of hidden layer \(layer + 1): ←→ changes their number."
    case .part(let part): return part.describe(session)
    case .view: return ""
    }
  }

  private func sentence(about key: String, _ layer: Int?, _ session: Session) -> String {
    guard let setting = described else { return "" }
    let title =
      layer == nil
      ? setting.title.prefix(1).uppercased() + setting.title.dropFirst() : setting.title
    return ["\(title): \(setting.help)", formula(key, layer, session)].compactMap { $0 }
      .joined(separator: " ")
  }

  /// The formula of what is chosen, in the course's notation.
  func formula(_ key: String, _ layer: Int?, _ session: Session) -> String? {
    let preset = session.preset
    let (training, network) = (preset.training, preset.network)
    switch key {
    case "training.optimizer":
      return OptimizerCatalogue.all.first { $0.name == training.optimizer }?.formula
    case "training.schedule":
      return ScheduleCatalogue.all.first { $0.name == training.schedule }?.formula
    case "training.clipping": return Clipping.named(training.clipping)?.formula
    case "network.activation": return network.activation[layer ?? 0].formula
    case "network.wiring": return LayerCatalogue.wiring(network.wiring[layer ?? 0])?.formula
    case "network.normalization":
      return LayerCatalogue.normalization(network.normalization[layer ?? 0])?.formula
    case "training.loss": return preset.objective.loss.formula
    case "network.initialization": return network.initialization.formula
    default: return nil
    }
  }

  /// What an arrow key does here; nil at the end of the values.
  func action(changingBy offset: Int, _ session: Session) -> Action? {
    if let action = permittedAction(changingBy: offset, session) { return action }
    switch self {
    case .problem:
      return .chooseProblem(isRegression: session.preset.problem != .regression)
    case .setting(let key):
      guard let setting = SettingCatalogue.keyed(key) else { return nil }
      let value = steppedValue(setting, by: offset, session)
      return value == setting.value(in: session.preset) ? nil : .set(key: key, value: value)
    case .layerSetting(let key, let layer):
      guard let setting = described else { return nil }
      let value = setting.stepped(offset, layer: layer, in: session.preset)
      let present = setting.stepped(0, layer: layer, in: session.preset)
      return value == present ? nil : .set(key: key, value: value)
    case .feature(let feature): return .toggleFeature(feature)
    case .layers: return offset > 0 ? .addLayer : .removeLayer
    case .part, .view: return nil
    case .units(let layer), .unitCount(let layer):
      return offset > 0 ? .addUnit(layer: layer) : .removeUnit(layer: layer)
    }
  }

  /// What typing a value here does.
  func action(typed text: String, _ session: Session) -> Action? {
    switch self {
    case .setting(let key): return .set(key: key, value: text)
    case .layerSetting(let key, let layer):
      let values = session.preset.network.hidden.indices.map { other in
        other == layer
          ? text : Control.layerSetting(key, layer: other).plainValue(session)
      }
      return .set(key: key, value: values.joined(separator: ","))
    case .layers:
      // New layers begin with two units, as those that ] adds.
      let hidden = session.preset.network.hidden
      guard let typed = Int(text), typed >= 0 else {
        return .set(key: "network.hidden", value: text)
      }
      // One layer too many is refused like any number of them.
      let count = min(typed, SettingCatalogue.layerLimit + 1)
      let counts = hidden.prefix(count) + Array(repeating: 2, count: max(0, count - hidden.count))
      return .set(key: "network.hidden", value: counts.map { "\($0)" }.joined(separator: ","))
    case .unitCount(let layer):
      var counts = session.preset.network.hidden.map { "\($0)" }
      counts[layer] = text
      return .set(key: "network.hidden", value: counts.joined(separator: ","))
    case .problem, .feature, .units, .part, .view: return nil
    }
  }

  /// The next value on that side; data sets stay with their kind of problem.
  private func steppedValue(_ setting: Setting, by offset: Int, _ session: Session) -> String {
    var preset = session.preset
    let isRegression = preset.problem == .regression
    let here = setting.value(in: preset)
    // A switch has no sides: either arrow turns it.
    if here == "true" || here == "false", offset != 0 { return here == "true" ? "false" : "true" }
    let value = setting.stepped(offset, in: preset)
    guard setting.key == "data.set" else { return value }
    preset.data.recipe = value
    return (preset.problem == .regression) == isRegression
      ? value : setting.value(in: session.preset)
  }
}
