import Datasets

/// Actions as a line of text, for files.
extension Action {
  /// `set training.learning-rate 0.1`, `add-unit 0`, `reset`: words with a space between them; what
  /// follows the key of `set` is the value, whatever stands in it.
  var text: String {
    switch self {
    case .set(let key, let value): "set \(key) \(value)"
    case .chooseProblem(let isRegression):
      "choose-problem \(isRegression ? "regression" : "classification")"
    case .toggleFeature(let feature): "toggle-feature \(feature.rawValue)"
    case .addLayer: "add-layer"
    case .removeLayer: "remove-layer"
    case .addUnit(let layer): "add-unit \(layer)"
    case .removeUnit(let layer): "remove-unit \(layer)"
    case .reset: "reset"
    case .newWeights: "new-weights"
    case .newData: "new-data"
    }
  }

  /// The action of a text; nil if there is none.
  init?(text: some StringProtocol) {
    let words = String(text).split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      .map(String.init)
    switch (words.first, words.count) {
    case ("set", 3): self = .set(key: words[1], value: words[2])
    case ("choose-problem", 2):
      guard ["regression", "classification"].contains(words[1]) else { return nil }
      self = .chooseProblem(isRegression: words[1] == "regression")
    case ("toggle-feature", 2):
      guard let feature = Feature(rawValue: words[1]) else { return nil }
      self = .toggleFeature(feature)
    case ("add-layer", 1): self = .addLayer
    case ("remove-layer", 1): self = .removeLayer
    case ("add-unit", 2):
      guard let layer = Int(words[1]) else { return nil }
      self = .addUnit(layer: layer)
    case ("remove-unit", 2):
      guard let layer = Int(words[1]) else { return nil }
      self = .removeUnit(layer: layer)
    case ("reset", 1): self = .reset
    case ("new-weights", 1): self = .newWeights
    case ("new-data", 1): self = .newData
    default: return nil
    }
  }
}
