import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// Parts of the network, with their numbers at the point.
extension Explanation {
  func card(_ part: NetworkPart) -> Card {
    switch part {
    case .input(let input): return self.input(input)
    case .unit(let level, let unit): return self.unit(level, unit, part)
    case .bias(let level, let unit): return bias(level, unit, part)
    case .weight(let level, let unit, let input): return weight(level, unit, input, part)
    }
  }

  private func input(_ input: Int) -> Card {
    card(.feature(preset.features[input]))
  }

  /// The sum of a unit with its numbers, then its activation; in its normalised or continuous form
  /// where the layer has one.
  func unitLines(level: Int, unit: Int, most: Int = 5) -> [String] {
    let network = session.trainer.network
    guard figures.isFinite, network.levels.indices.contains(level),
      (0..<network.levels[level].units).contains(unit)
    else { return [] }
    let hidden = spec(level)
    let (sums, values) = (figures.sums[level][unit], figures.values[level][unit])
    var incoming = figures.incoming(level)
    let isContinuous = LayerCatalogue.wiring(hidden.wiring)?.hasSolver == true
    if isContinuous {
      // The solver sets out from what comes in, cut or filled with 0.
      let units = network.levels[level].units
      incoming = Array((incoming + Array(repeating: 0, count: units)).prefix(units))
    }
    let pairs = incoming.indices.compactMap { input in
      network.weightIndex(level: level, unit: unit, input: input).map {
        (network.parameters[$0], incoming[input])
      }
    }
    let bias = network.parameters[network.biasIndex(level: level, unit: unit)]
    let plain = pairs.reduce(bias) { $0 + $1.0 * $1.1 }
    let isNormalised = hidden.normalization != nil && !isContinuous
    var lines = [
      "z = \(Figures.products(pairs, bias, most: most)) = \(Figures.text(isNormalised ? plain : sums))"
    ]
    if isNormalised { lines.append("normalised: z ← \(Figures.text(sums))") }
    let isKilled = session.isKilled(level: level, unit: unit)
    let name =
      hidden.activation == .linear ? "z" : "\(hidden.activation.rawValue)(\(Figures.text(sums)))"
    if isKilled {
      lines.append("killed: a = 0")
    } else if isContinuous {
      lines.append("from there \(hidden.solverSteps) steps to a = \(Figures.text(values))")
    } else if hidden.wiring == "residual" {
      let x = incoming.indices.contains(unit) ? incoming[unit] : 0
      lines.append("a = \(Figures.text(x)) + \(name) = \(Figures.text(values))")
    } else {
      lines.append("a = \(name) = \(Figures.text(values))")
    }
    return lines + [figures.pointText]
  }

  /// The level as it was asked for, the output too.
  private func spec(_ level: Int) -> NetworkSpec.Hidden {
    let spec = session.trainer.network.spec
    return spec.hidden.indices.contains(level)
      ? spec.hidden[level]
      : NetworkSpec.Hidden(units: spec.outputCount, activation: spec.outputActivation)
  }

  private func unit(_ level: Int, _ unit: Int, _ part: NetworkPart) -> Card {
    let isOutput = level == session.trainer.network.levels.count - 1
    let hidden = spec(level)
    let wiring = isOutput ? nil : LayerCatalogue.wiring(hidden.wiring)
    let formula =
      "z = Σ wᵢ aᵢ + b, with the aᵢ of the level before; "
      + (hidden.wiring == Dense.name ? hidden.activation.formula : wiring?.formula ?? "")
    var numbers = unitLines(level: level, unit: unit)
    if isOutput, let first = lossWords.first { numbers.append("loss: \(first)") }
    let logits = preset.objective.loss.takesLogits
    return Card(
      name: Self.capitalised(part.title(session)),
      definition: isOutput
        ? "The answer: "
          + (logits
            ? "a logit, which σ or softmax makes a probability of."
            : "ŷ, compared with the target y.")
        : "An artificial unit: it weighs what comes in, adds a bias, and bends the sum.",
      formula: formula, numbers: numbers,
      course: isOutput
        ? "forward propagation; back-propagation begins here (BP1)"
        : "the artificial unit; forward propagation, multiply-add",
      seeIt: "its map in the network; enter on it walks its weights",
      related: [
        .part(.bias(level: level, unit: unit)),
        .part(.weight(level: level, unit: unit, input: 0)),
        .choice(hidden.activation.rawValue, of: "network.activation"),
        isOutput ? .setting("training.loss") : .units(layer: level),
      ].filter { $0.exists(in: session) })
  }

  private func bias(_ level: Int, _ unit: Int, _ part: NetworkPart) -> Card {
    let value = part.value(in: session) ?? 0
    return Card(
      name: Self.capitalised(part.title(session)),
      definition: "What the unit adds to its weighted sum: it moves the unit's line without turning"
        + " it. Regularisation leaves it alone.",
      formula: "z = Σ wᵢ aᵢ + b,  ∂C/∂b = δ (BP3)",
      numbers: ["b = \(Figures.text(value))"] + figures(of: part).update,
      larger: "the unit gives more everywhere", smaller: "the unit gives less everywhere",
      course: "back-propagation: BP1 to BP4; perceptron: the bias",
      seeIt: "lines (3); , and . nudge it",
      related: [.part(.unit(level: level, unit: unit)), .setting("training.optimizer")])
  }

  private func weight(_ level: Int, _ unit: Int, _ input: Int, _ part: NetworkPart) -> Card {
    let value = part.value(in: session) ?? 0
    let incoming = figures.incoming(level)
    var lines: [String] = []
    if figures.isFinite, incoming.indices.contains(input) {
      let a = incoming[input]
      lines.append(
        "w · a = \(Figures.text(value)) · \(Figures.operand(a)) = \(Figures.text(value * a))"
          + " at \(figures.pointName)")
    }
    return Card(
      name: Self.capitalised(part.title(session)),
      definition: "A weight: by what the unit multiplies this value. Training changes it against"
        + " the slope of the loss.",
      formula: "z = Σ wᵢ aᵢ + b,  ∂C/∂w = a δ (BP4)", numbers: lines + figures(of: part).update,
      larger: "the value counts more", smaller: "it counts less; below 0 it counts against",
      course: "back-propagation: BP1 to BP4; gradient descent",
      seeIt: "the line's colour and weight; , and . nudge it",
      related: [
        .part(.unit(level: level, unit: unit)), .setting("training.optimizer"),
        .setting("training.learning-rate"),
      ])
  }

  /// The same point, another parameter.
  private func figures(of part: NetworkPart) -> Explanation {
    Explanation(figures: Figures(session, same: figures, part: part))
  }

  /// The next step of the parameter.
  private var update: [String] { UpdateWords(figures).lines }
}
