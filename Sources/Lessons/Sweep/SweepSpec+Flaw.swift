import Datasets

extension SweepSpec {
  /// What does not go together.
  struct Flaw {
    /// The key of the sweep's file that it is told at.
    let key: String
    let message: String
  }

  /// What only the parts together can tell; nil if they go together.
  var flaw: Flaw? { methodFlaw ?? sizeFlaw ?? seedFlaw ?? objectiveFlaw }

  private var methodFlaw: Flaw? {
    let drawn = parameters.first { $0.listed == nil }
    switch method {
    case .random where trials == nil:
      return Flaw(
        key: "method", message: "“method: random” needs “trials”, the number to draw")
    case .grid where trials != nil:
      return Flaw(
        key: "trials",
        message: "a grid tries every combination; “trials” belongs to random and halving")
    case .grid, .halving:
      guard trials == nil, let drawn else { return nil }
      return Flaw(
        key: "method",
        message: (method == .grid ? "a grid" : "halving every combination")
          + " needs a “count” for a range: give “\(drawn.key)” one"
          + (method == .grid ? ", or choose “method: random”" : ", or the sweep “trials”"))
    case .random: return nil
    }
  }

  private var sizeFlaw: Flaw? {
    let most = Self.configurationLimit
    guard let count = configurationCount else {
      return Flaw(key: "parameters", message: "these are more than \(most) combinations")
    }
    if count > most / replicates.count {
      return Flaw(
        key: "seeds",
        message: "\(count) configurations with \(replicates.count) seeds each are more than"
          + " \(most) trials")
    }
    // Of ranges there is always another draw.
    let isListed = !parameters.contains(where: \.isDrawn)
    if let trials, isListed, let all = combinationCount, all < trials {
      return Flaw(
        key: "trials",
        message: "there are \(all) combinations alone, so \(trials) different ones can't be drawn")
    }
    return nil
  }

  private var seedFlaw: Flaw? {
    guard replicates != [.moved(0)] else { return nil }
    var written = [SettingCatalogue.seed.key, "network.seed", "training.seed"]
    if variesData { written.append("data.seed") }
    guard let parameter = parameters.first(where: { written.contains($0.key) }) else { return nil }
    return Flaw(
      key: "seeds",
      message:
        "“\(parameter.key)” is varied, so every configuration has its seed; leave out “seeds”")
  }

  /// An objective that no configuration has.
  private var objectiveFlaw: Flaw? {
    func isVaried(_ key: String) -> Bool { parameters.contains { $0.key == key } }
    let name = objective.measure.rawValue
    switch objective.measure {
    case .validationLoss, .validationAccuracy:
      guard base.data.validation == 0, !isVaried("data.validation") else { break }
      return Flaw(
        key: "objective",
        message: "“\(name)” needs points that are kept for it: set data.validation, in “settings”"
          + " or in the base")
    default: break
    }
    switch objective.measure {
    case .trainingAccuracy, .validationAccuracy, .testAccuracy:
      guard base.problem == .regression, !isVaried("data.set") else { break }
      return Flaw(
        key: "objective",
        message: "“\(base.data.recipe)” has numbers to predict, so there is no “\(name)”")
    default: break
    }
    return nil
  }
}
