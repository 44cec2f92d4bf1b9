import Datasets
import Engine
import Lessons
import Studio

/// Something that can be explained.
///
/// To add one: a case here, its card in `Explanation`, and its place among `all`; the laws of cards
/// then hold for it. A view is explained by the `card` of its type.
enum Topic: Hashable, Sendable {
  /// Classification or regression.
  case problem
  /// A setting, by its key.
  case setting(String)
  /// A setting of one hidden layer.
  case layerSetting(String, layer: Int)
  /// One of the names that a setting can be.
  case choice(String, of: String)
  /// An input.
  case feature(Feature)
  /// A hidden layer's units.
  case units(layer: Int)
  /// A part of the network.
  case part(NetworkPart)
  /// A view of the run, by its place in the catalogue.
  case view(Int)
  /// A number of the moment.
  case quantity(Quantity)

  /// What a control is about.
  init(_ control: Control, shownView: Int) {
    switch control {
    case .problem: self = .problem
    case .setting(let key): self = .setting(key)
    case .layerSetting(let key, let layer): self = .layerSetting(key, layer: layer)
    case .feature(let feature): self = .feature(feature)
    case .layers: self = .setting("network.hidden")
    case .units(let layer), .unitCount(let layer): self = .units(layer: layer)
    case .part(let part): self = .part(part)
    case .view: self = .view(shownView)
    }
  }

  /// Everything that a session has to explain, without the parts of its network.
  static func all(_ session: Session) -> [Topic] {
    let settings = SettingCatalogue.all.map(\.key)
    let layers = session.preset.network.hidden.indices
    let choices = settings.flatMap { key in
      names(of: key, in: session).map { Topic.choice($0, of: key) }
    }
    let perLayer = settings.flatMap { key -> [Topic] in
      guard case .perLayer = SettingCatalogue.keyed(key)?.domain else { return [] }
      return layers.map { .layerSetting(key, layer: $0) }
    }
    let features = Feature.allCases + session.preset.features.filter(\.isFormula)
    return [.problem, .setting("seed")] + settings.map { .setting($0) } + choices + perLayer
      + features.map { .feature($0) } + layers.map { .units(layer: $0) }
      + ViewCatalogue.all.indices.map { .view($0) } + Quantity.allCases.map { .quantity($0) }
  }

  /// Every part of a session's network.
  static func parts(_ session: Session) -> [Topic] {
    let levels = session.trainer.network.levels
    return session.preset.features.indices.map { .part(.input($0)) }
      + levels.indices.flatMap { level in
        (0..<levels[level].units).flatMap { unit -> [Topic] in
          [.part(.unit(level: level, unit: unit)), .part(.bias(level: level, unit: unit))]
            + (0..<NetworkPart.inputCount(of: level, in: session)).map {
              .part(.weight(level: level, unit: unit, input: $0))
            }.filter { $0.exists(in: session) }
        }
      }
  }

  /// The choices of a setting that have a card of their own: not columns of a table, nor yes and no.
  static func names(of key: String, in session: Session) -> [String] {
    guard !["data.x1", "data.x2", "data.target"].contains(key),
      let domain = SettingCatalogue.keyed(key)?.domain(in: session.preset)
    else { return [] }
    switch domain {
    case .choice(let names), .perLayer(.choice(let names), _):
      return names == ["true", "false"] ? [] : names
    default: return []
    }
  }

  /// Whether the session still has it.
  func exists(in session: Session) -> Bool {
    switch self {
    case .layerSetting(_, let layer), .units(let layer):
      session.preset.network.hidden.indices.contains(layer)
    case .part(let part): part.exists(in: session)
    case .view(let index): ViewCatalogue.all.indices.contains(index)
    case .choice(let name, let key): Self.names(of: key, in: session).contains(name)
    case .problem, .setting, .feature, .quantity: true
    }
  }

  /// What it is called in a list of related things.
  func title(_ session: Session) -> String {
    switch self {
    case .problem: "problem"
    case .setting(let key), .layerSetting(let key, _): SettingCatalogue.keyed(key)?.title ?? key
    case .choice(let name, _): name
    case .feature(let feature): feature.title
    case .units(let layer): "units of layer \(layer + 1)"
    case .part(let part): part.title(session)
    case .view(let index):
      ViewCatalogue.all.indices.contains(index) ? ViewCatalogue.all[index].name : "view"
    case .quantity(let quantity): quantity.title
    }
  }
}
