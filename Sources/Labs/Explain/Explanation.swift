import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// Explains things with the numbers of a session at this moment.
struct Explanation {
  let figures: Figures

  var session: Session { figures.session }
  var preset: Preset { session.preset }

  /// The card of a topic; of one that is gone, a few words that say so.
  func card(_ topic: Topic) -> Card {
    guard topic.exists(in: session) else {
      return Card(
        name: topic.title(session), definition: "This is not part of the session any more.")
    }
    switch topic {
    case .problem: return problem
    case .setting(let key): return setting(key, layer: nil)
    case .layerSetting(let key, let layer): return setting(key, layer: layer)
    case .choice(let name, let key): return choice(name, of: key)
    case .feature(let feature): return card(feature)
    case .units(let layer): return units(layer)
    case .part(let part): return card(part)
    case .view(let index): return ViewCatalogue.all[index].card(figures, index: index)
    case .quantity(let quantity): return card(quantity)
    }
  }

  private var problem: Card {
    Card(
      name: "Problem",
      definition: "Classification tells classes apart, regression predicts a number. The data set"
        + " decides which it is, and with it what the output looks like.",
      formula: "classes: sign of ŷ, or the largest of several;  a number: ŷ itself",
      numbers: [
        preset.problem == .regression
          ? "regression with 1 output"
          : "classification with \(preset.objective.outputCount) output"
            + (preset.objective.outputCount == 1 ? "" : "s")
      ],
      course: "supervised learning: regression and classification",
      related: [.setting("data.set"), .setting("training.loss")])
  }

  /// A name with a large first letter.
  static func capitalised(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }

  // MARK: Settings

  private func setting(_ key: String, layer: Int?) -> Card {
    guard let setting = SettingCatalogue.keyed(key) else {
      return Card(name: key, definition: "")
    }
    let text = SettingText.of(key)
    let value = layer.map { setting.value(layer: $0, in: preset) } ?? setting.value(in: preset)
    let names = Topic.names(of: key, in: session)
    let isChoice = !names.isEmpty
    let chosen = isChoice ? value.split(separator: ",").first.map(String.init) ?? value : value
    let place = layer.map { "Layer \($0 + 1), " } ?? ""
    var card = Card(
      name: Self.capitalised(place + setting.title) + " · \(key)", definition: setting.help,
      formula: isChoice ? ChoiceText.formula(chosen, of: key, in: preset) : text.formula)
    if isChoice {
      let words = ChoiceText.definition(chosen, of: key, in: preset)
      if !words.isEmpty { card.definition += " \(Self.capitalised(chosen)): \(words)" }
    }
    card.numbers = numbers(ofSetting: key, value: value, layer: layer)
    card.larger = text.larger
    card.smaller = text.smaller
    card.course =
      isChoice ? Course.place(ofChoice: chosen, of: key) : Course.place(of: key)
    card.seeIt = text.seeIt
    card.related = related(key, but: chosen)
    return card
  }

  /// The other choices first, then what belongs to the same thing.
  private func related(_ key: String, but chosen: String) -> [Topic] {
    let choices = Topic.names(of: key, in: session).filter { $0 != chosen }
      .map { Topic.choice($0, of: key) }
    let numbers = SettingCatalogue.numbers(of: key, in: preset).map { Topic.setting($0) }
    let near = Self.neighbours[key] ?? []
    return numbers + near.map { .setting($0) } + choices
  }

  private static let neighbours: [String: [String]] = [
    "training.learning-rate": ["training.optimizer", "training.schedule", "training.batch-size"],
    "training.batch-size": ["training.learning-rate", "training.shuffle"],
    "training.l1": ["training.l1-form", "training.l2"],
    "training.l2": ["training.l2-form", "training.l1", "training.max-norm"],
    "training.momentum": ["training.optimizer"], "training.rho": ["training.optimizer"],
    "training.beta1": ["training.optimizer", "training.beta2"],
    "training.beta2": ["training.optimizer", "training.beta1"],
    "training.epsilon": ["training.optimizer"], "training.patience": ["data.validation"],
    "data.validation": ["training.patience", "data.training"],
    "data.training": ["data.validation", "data.samples"],
    "network.hidden": ["network.activation", "network.wiring"],
    "training.loss": ["network.activation"],
  ]

  private func choice(_ name: String, of key: String) -> Card {
    let setting = SettingCatalogue.keyed(key)
    let isChosen =
      setting?.value(in: preset).split(separator: ",").map(String.init).contains(name) == true
    let definition = ChoiceText.definition(name, of: key, in: preset)
    let usedNow = isChosen ? "" : " It is not chosen now."
    return Card(
      name: "\(Self.capitalised(name)), \(setting?.title ?? key)", definition: definition + usedNow,
      formula: ChoiceText.formula(name, of: key, in: preset),
      numbers: numbers(ofChoice: name, of: key, isChosen: isChosen),
      course: Course.place(ofChoice: name, of: key), seeIt: SettingText.of(key).seeIt,
      related: [.setting(key)]
        + Topic.names(of: key, in: session).filter { $0 != name }.map { .choice($0, of: key) })
  }

  // MARK: Inputs and layers

  private func card(_ feature: Feature) -> Card {
    let value = feature.value(figures.point.x1, figures.point.x2)
    var lines = ["\(feature.title) = \(Figures.text(value)) \(figures.pointText)"]
    let input = preset.features.firstIndex(of: feature)
    if let input, let scale = session.standardization(ofInput: input) {
      let result = figures.inputs.indices.contains(input) ? figures.inputs[input] : value
      lines.append(
        "standardised: (\(Figures.text(value)) - \(Figures.operand(Float(scale.mean)))) /"
          + " \(Figures.text(scale.deviation)) = \(Figures.text(result))")
    }
    return Card(
      name: "Input \(feature.title)",
      definition: "A number that the network is given of each point"
        + (input == nil ? "; it is switched off now." : ".")
        + (feature.isFormula ? " You wrote it as a formula." : ""),
      formula:
        "\(feature.title)\(feature == .x1 || feature == .x2 ? ", a coordinate" : " as a basis function") of the point",
      numbers: lines, course: "fixed basis functions and learned ones",
      seeIt: "enter switches it on and off; the network draws its map",
      related: [.setting("features"), .setting("data.standardize")])
  }

  private func units(_ layer: Int) -> Card {
    let levels = session.trainer.network.levels
    let level = levels[layer]
    let own = level.parameters.count
    let columns = level.columns
    let rest = own - level.units * (columns + 1)
    return Card(
      name: "Units of layer \(layer + 1)",
      definition: "Each unit sums what the layer before gives, and bends the sum. With tanh or relu"
        + " each is one line that the next layer can bend a boundary along.",
      formula: "parameters = units · (inputs + 1)",
      numbers: [
        "\(level.units) · (\(columns) + 1)" + (rest > 0 ? " + \(rest)" : "")
          + " = \(own) parameters"
      ],
      larger: "more lines to bend a boundary along; it overfits sooner",
      smaller: "what passes through few units loses dimensions",
      course: "N-layer networks, parameter counts; capacity grows with units",
      seeIt: "lines (3); } and { add and take away",
      related: [
        .layerSetting("network.activation", layer: layer),
        .layerSetting("network.wiring", layer: layer), .setting("network.hidden"),
        .part(.unit(level: layer, unit: 0)),
      ])
  }
}
