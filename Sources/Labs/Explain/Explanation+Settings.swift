import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// What settings come to at this moment.
extension Explanation {
  /// The numbers of a setting; at least its value.
  func numbers(ofSetting key: String, value: String, layer: Int?) -> [String] {
    let names = Topic.names(of: key, in: session)
    if names.count > 1 {
      let chosen = value.split(separator: ",").first.map(String.init) ?? value
      return numbers(ofChoice: chosen, of: key, isChosen: true, layer: layer)
    }
    let training = session.trainer.settings
    switch key {
    case "training.learning-rate": return UpdateWords(figures).lines.ifEmpty(["η = \(value)"])
    case "training.momentum", "training.rho", "training.beta1", "training.beta2",
      "training.epsilon", "training.weight-decay", "training.bias-correction":
      return belongs(key) ? UpdateWords(figures).lines.ifEmpty([value]) : ["\(value), not used now"]
    case "training.batch-size":
      let steps = session.trainer.stepsPerEpoch
      let count = session.trainer.samples.count
      return [
        "\(count) points / \(value), rounded up = \(steps) step\(steps == 1 ? "" : "s") an epoch"
      ]
    case "training.l1", "training.l2": return [penalty(key)]
    case "training.max-norm": return [longestRow]
    case "training.warm-up", "training.schedule-factor", "training.schedule-every",
      "training.schedule-decay", "training.schedule-minimum", "training.schedule-period":
      return ["\(value); \(rateWords)"]
    case "training.clipping-limit": return [clipped(training.clipping)]
    case "training.patience": return [waiting(value)]
    case "data.training", "data.validation", "data.samples": return [shares]
    case "data.noise": return ["\(value) %: \(preset.recipe.noiseHelp)"]
    case "data.standardize": return standardized(value)
    case "network.hidden": return [parameters]
    case "features":
      return [
        "\(preset.features.count) inputs: \(preset.features.map(\.title).joined(separator: ", "))"
      ]
    case "network.dropout":
      let p = Float(value) ?? 0
      return ["p = \(value) %: kept values count \(Figures.text(1 / (1 - min(p, 99) / 100))) times"]
    case "network.solver-steps": return ["Δt = 1 / \(value)"]
    default: return ["\(value)"]
    }
  }

  /// Whether the optimiser that is chosen has such a number.
  private func belongs(_ key: String) -> Bool {
    SettingCatalogue.numbers(of: "training.optimizer", in: preset).contains(key)
  }

  /// The numbers of a choice; what is not chosen has few.
  func numbers(ofChoice name: String, of key: String, isChosen: Bool, layer: Int? = nil) -> [String]
  {
    switch key {
    case "network.activation": return activation(name, layer: layer)
    case "training.optimizer": return isChosen ? UpdateWords(figures).lines : []
    case "training.schedule": return isChosen ? [rateWords] : []
    case "training.loss": return isChosen ? lossWords : []
    case "training.clipping": return isChosen ? [clipped(session.trainer.settings.clipping)] : []
    case "training.l1-form": return isChosen ? [penalty("training.l1")] : []
    case "training.l2-form": return isChosen ? [penalty("training.l2")] : []
    case "network.initialization": return initial(name)
    case "data.set": return isChosen ? [shares] : []
    case "network.wiring", "network.normalization":
      guard isChosen, let level = layer ?? preset.network.hidden.indices.first else { return [] }
      return unitLines(level: level, unit: 0, most: 3)
    default: return []
    }
  }

  private func penalty(_ key: String) -> String {
    let network = session.trainer.network
    var sum = 0.0
    for index in network.weights.map(\.range).joined() {
      let w = Double(network.parameters[index])
      sum += key == "training.l1" ? abs(w) : w * w
    }
    let isL1 = key == "training.l1"
    let strength = isL1 ? preset.training.l1 : preset.training.l2
    let joins =
      isL1 ? preset.training.l1Form == .penalty : preset.training.l2Form == .penalty
    let name = isL1 ? "Σ|w|" : "Σw²"
    let text = "\(name) = \(Figures.text(sum)), λ = \(Figures.text(strength))"
    guard joins else {
      let share = strength * Double(session.trainer.learningRate)
      return text + "; η λ = \(Figures.text(share)) a step, no part of the loss"
    }
    return text + ": adds \(Figures.text(strength * sum / (isL1 ? 1 : 2))) to the loss"
  }

  private var longestRow: String {
    let network = session.trainer.network
    var longest = 0.0
    for matrix in network.weights where matrix.columns > 0 {
      for row in stride(
        from: matrix.range.lowerBound, to: matrix.range.upperBound, by: matrix.columns)
      {
        let squares = network.parameters[row..<min(row + matrix.columns, matrix.range.upperBound)]
          .reduce(0.0) { $0 + Double($1) * Double($1) }
        longest = max(longest, squares.squareRoot())
      }
    }
    let limit = preset.training.maxNorm
    return "the longest is \(Figures.text(longest)), "
      + (limit > 0 ? "the limit c = \(Figures.text(limit))" : "without a limit")
  }

  /// η now, from the first rate.
  var rateWords: String {
    let trainer = session.trainer
    let schedule = trainer.settings.schedule
    let t = schedule.unit == .epoch ? trainer.epochCount : trainer.stepCount
    let after = schedule.warmUp > 0 ? ", after a warm-up of \(schedule.warmUp)" : ""
    return
      "η₀ = \(Figures.text(trainer.settings.learningRate)), t = \(t) \(schedule.unit.rawValue)s\(after):"
      + " η = \(Figures.text(trainer.learningRate))"
  }

  private func clipped(_ clipping: Clipping) -> String {
    guard figures.isFinite else { return "no gradient: training has diverged" }
    // As it is before it is clipped.
    var trainer = session.trainer
    trainer.settings.clipping = .none
    let gradient = NextStep(of: trainer).gradient
    let norm = gradient.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    let largest = gradient.reduce(Float(0)) { max($0, $1.magnitude) }
    switch clipping {
    case .none: return "‖g‖ = \(Figures.text(norm)) over the next batch"
    case .norm(let limit):
      let factor = min(1, Double(limit) / (norm + 1e-6))
      return "‖g‖ = \(Figures.text(norm)), c = \(Figures.text(limit)): g · \(Figures.text(factor))"
    case .value(let limit):
      return "the largest is \(Figures.text(largest)), c = \(Figures.text(limit)): "
        + (largest > limit ? "cut" : "none is cut")
    }
  }

  private func waiting(_ value: String) -> String {
    guard let watch = session.trainer.earlyStopping else {
      return preset.training.patience > 0
        ? "\(value), but there are no validation points" : "0: training never stops by itself"
    }
    return "best in epoch \(watch.bestEpoch) with \(Figures.text(watch.bestLoss)),"
      + " waited \(watch.waited) of \(value) epochs"
  }

  private var shares: String {
    let (train, valid, test) = (
      session.dataset.training.count, session.dataset.validation.count, session.dataset.test.count
    )
    return "\(train) training + \(valid) validation + \(test) test = \(train + valid + test) points"
  }

  private func standardized(_ value: String) -> [String] {
    guard let feature = preset.features.first, let scale = session.standardization(ofInput: 0)
    else {
      return ["\(value): inputs stay as they are"]
    }
    return [
      "\(feature.title): μ = \(Figures.text(scale.mean)), σ = \(Figures.text(scale.deviation))"
    ]
  }

  /// The number of parameters, level by level.
  var parameters: String {
    let network = session.trainer.network
    let terms = network.levels.map { level in
      let rest = level.parameters.count - level.units * (level.columns + 1)
      return "\(level.units)·(\(level.columns)+1)" + (rest > 0 ? "+\(rest)" : "")
    }
    return terms.joined(separator: " + ") + " = \(network.parameterCount)"
  }

  private func initial(_ name: String) -> [String] {
    guard let initializer = Initializer.named(name),
      let level = session.trainer.network.levels.first
    else { return [] }
    let (inputs, outputs) = (Double(max(1, level.columns)), Double(level.units))
    func root(_ value: Double) -> String { Figures.text(value.squareRoot()) }
    let shape = "layer 1 has \(level.columns) inputs, \(level.units) units"
    switch initializer {
    case .xavier:
      return ["\(shape): r = √(6 / \(Int(inputs + outputs))) = \(root(6 / (inputs + outputs)))"]
    case .xavierNormal:
      return ["\(shape): σ = √(2 / \(Int(inputs + outputs))) = \(root(2 / (inputs + outputs)))"]
    case .he: return ["\(shape): σ = √(2 / \(Int(inputs))) = \(root(2 / inputs))"]
    case .heUniform: return ["\(shape): r = √(6 / \(Int(inputs))) = \(root(6 / inputs))"]
    case .lecun: return ["\(shape): σ = √(1 / \(Int(inputs))) = \(root(1 / inputs))"]
    default: return [shape]
    }
  }
}

extension [String] {
  /// These lines, or others where there are none.
  fileprivate func ifEmpty(_ other: [String]) -> [String] { isEmpty ? other : self }
}
