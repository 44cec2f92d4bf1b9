import Datasets

/// Actions as a line of text, for files.
extension Action {
  /// `set training.learning-rate 0.1`, `add-unit 0`, `reset`: words with a space between them; what
  /// follows the key of `set` is the value, whatever stands in it.
  public var text: String {
    switch self {
    case .set(let key, let value): "set \(key) \(value)"
    case .chooseProblem(let isRegression):
      "choose-problem \(isRegression ? "regression" : "classification")"
    case .toggleFeature(let feature): "toggle-feature \(feature.rawValue)"
    case .addLayer: "add-layer"
    case .removeLayer: "remove-layer"
    case .addUnit(let layer): "add-unit \(layer)"
    case .removeUnit(let layer): "remove-unit \(layer)"
    case .addPoints(let points, let share): "add-points \(share) \(Self.text(of: points))"
    case .erasePoints(let places): "erase-points \(Self.text(of: places))"
    case .relabelPoints(let places, let label): "relabel-points \(label) \(Self.text(of: places))"
    case .reset: "reset"
    case .newWeights: "new-weights"
    case .newData: "new-data"
    case .setParameter(let index, let value): "set-parameter \(index) \(value)"
    case .freeze(let index): "freeze \(index)"
    case .unfreeze(let index): "unfreeze \(index)"
    case .freezeLayer(let level): "freeze-layer \(level)"
    case .unfreezeLayer(let level): "unfreeze-layer \(level)"
    case .freezeUnit(let level, let unit): "freeze-unit \(level) \(unit)"
    case .unfreezeUnit(let level, let unit): "unfreeze-unit \(level) \(unit)"
    case .killUnit(let level, let unit): "kill-unit \(level) \(unit)"
    case .reviveUnit(let level, let unit): "revive-unit \(level) \(unit)"
    case .goToEpoch(let epoch, let branch): "go-to-epoch \(epoch)\(Self.text(ofBranch: branch))"
    case .goToStep(let step, let branch): "go-to-step \(step)\(Self.text(ofBranch: branch))"
    case .goToEnd(let branch): "go-to-end\(Self.text(ofBranch: branch))"
    case .follow: "follow"
    case .branch: "branch"
    case .nameBranch(let number, let name): "name-branch \(number) \(name)"
    case .deleteBranch(let number): "delete-branch \(number)"
    case .answer(let question, let value): "answer \(question) \(value)"
    case .takeHint: "take-hint"
    case .undo: "undo"
    case .redo: "redo"
    case .resume: "resume"
    }
  }

  /// The action of a text; nil if there is none.
  public init?(text: some StringProtocol) {
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
    case ("add-points", 3), ("erase-points", 2), ("relabel-points", 3):
      guard let action = Self.pointEdit(words) else { return nil }
      self = action
    case ("reset", 1): self = .reset
    case ("new-weights", 1): self = .newWeights
    case ("new-data", 1): self = .newData
    case ("answer", 3): self = .answer(question: words[1], value: words[2])
    case ("take-hint", 1): self = .takeHint
    case ("undo", 1): self = .undo
    case ("redo", 1): self = .redo
    case ("resume", 1): self = .resume
    default:
      guard let action = Self.byHand(words) ?? Self.inTime(words) else { return nil }
      self = action
    }
  }

  private static func text(ofBranch number: Int?) -> String { number.map { " \($0)" } ?? "" }

  /// The action on time and branches that these words tell; nil if there is none.
  private static func inTime(_ words: [String]) -> Action? {
    let numbers = words.dropFirst().map { Int($0) }
    switch (words[0], words.count) {
    case ("branch", 1): return .branch
    case ("follow", 1): return .follow
    case ("name-branch", 3): return numbers[0].map { .nameBranch($0, words[2]) }
    case ("delete-branch", 2): return numbers[0].map { .deleteBranch($0) }
    case ("go-to-end", 1): return .goToEnd(branch: nil)
    case ("go-to-end", 2): return numbers[0].map { .goToEnd(branch: $0) }
    case ("go-to-epoch", 2): return numbers[0].map { .goToEpoch($0, branch: nil) }
    case ("go-to-step", 2): return numbers[0].map { .goToStep($0, branch: nil) }
    case ("go-to-epoch", 3), ("go-to-step", 3):
      guard let place = numbers[0], let branch = numbers[1] else { return nil }
      return words[0] == "go-to-epoch"
        ? .goToEpoch(place, branch: branch) : .goToStep(place, branch: branch)
    default: return nil
    }
  }

  /// The action on single numbers and units that these words tell; nil if there is none.
  private static func byHand(_ words: [String]) -> Action? {
    guard words.count >= 2, let number = Int(words[1]) else { return nil }
    switch (words[0], words.count) {
    case ("set-parameter", 3):
      return Float(words[2]).map { .setParameter(index: number, value: $0) }
    case ("freeze", 2): return .freeze(index: number)
    case ("unfreeze", 2): return .unfreeze(index: number)
    case ("freeze-layer", 2): return .freezeLayer(level: number)
    case ("unfreeze-layer", 2): return .unfreezeLayer(level: number)
    case ("freeze-unit", 3): return Int(words[2]).map { .freezeUnit(level: number, unit: $0) }
    case ("unfreeze-unit", 3): return Int(words[2]).map { .unfreezeUnit(level: number, unit: $0) }
    case ("kill-unit", 3): return Int(words[2]).map { .killUnit(level: number, unit: $0) }
    case ("revive-unit", 3): return Int(words[2]).map { .reviveUnit(level: number, unit: $0) }
    default: return nil
    }
  }
}
