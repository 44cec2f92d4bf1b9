import Drawing
import Engine
import Lessons
import Studio

/// What is done with the gradients of all samples of the batch.
extension MicroScript {
  /// What a parameter is called in the lines: `w₁`.
  private var symbol: String { parameter.map(names.parameter) ?? "w" }

  private var nothing: [MicroLine] { [MicroLine(words: "This unit has no parameter of its own.")] }

  var meanLines: [MicroLine] {
    guard let parameter else { return nothing }
    let mean = trace.meanGradient[parameter.index]
    let count = trace.samples.count
    let shares = trace.samples.indices.map { share(of: parameter, sample: $0) }
    let name = "g = ∂C/∂\(symbol)"
    guard shares.allSatisfy({ $0 != nil }) else {
      return [
        MicroLine(
          words: "\(name) = \(ArithmeticText.number(Double(mean), digits: 4)), the mean over the"
            + " \(count) samples, each summed over the solver's steps.")
      ]
    }
    let tag =
      switch parameter.part {
      case .bias: "BP3"
      case .weight: "BP4"
      case .ownWeight, .scale, .shift: ""
      }
    return [
      MicroLine(
        name, ["Σ ∂C/∂\(symbol) of each sample"], shares.compactMap { $0 }.map { "\($0)" },
        tag: tag, divisor: count, value: mean),
      MicroLine(
        words: "The gradient of the batch is the mean over its \(count)"
          + " sample\(count == 1 ? "" : "s")."),
    ]
  }

  var shapingLines: [MicroLine] {
    guard let parameter else { return nothing }
    let index = parameter.index
    let weight = network.parameters[index]
    let mean = trace.meanGradient[index]
    let penalized = trace.gradient(after: .penalty)[index]
    return [penaltyLine(parameter, weight, mean, penalized)] + frozenLines(index)
      + [clippingLine(index)]
  }

  private func penaltyLine(
    _ parameter: ParameterPlace, _ weight: Float, _ mean: Float, _ value: Float
  ) -> MicroLine {
    let penalty = trace.spec.regularization
    let l2 = penalty.l2IsDecoupled ? 0 : penalty.l2
    let l1 = penalty.l1IsProximal ? 0 : penalty.l1
    guard l1 > 0 || l2 > 0 else {
      return MicroLine(
        words: "No penalty joins the loss: g = \(ArithmeticText.number(Double(mean), digits: 4)).")
    }
    guard parameter.isWeight else {
      return MicroLine(
        words: "Penalties are for weights alone: g ="
          + " \(ArithmeticText.number(Double(mean), digits: 4)).")
    }
    var (formula, numbers): ([String], [Arithmetic]) = (["∂C/∂\(symbol)"], ["\(mean)"])
    if l2 > 0 {
      formula.append("λ₂·\(symbol)")
      numbers.append("\(l2)·\(weight)")
    }
    if l1 > 0 {
      formula.append("λ₁·sign(\(symbol))")
      numbers.append("\(l1)·\(weight > 0 ? Float(1) : weight < 0 ? -1 : 0)")
    }
    return MicroLine("g", formula, numbers, value: value)
  }

  private func frozenLines(_ index: Int) -> [MicroLine] {
    guard session.isFrozen(index) else { return [] }
    return [MicroLine(words: "It is frozen: its gradient counts as 0.")]
  }

  private func clippingLine(_ index: Int) -> MicroLine {
    let before = trace.gradient(after: .freezing)
    let value = trace.gradient[index]
    let length = before.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    switch trace.spec.clipping {
    case .none:
      return MicroLine(
        words: "Nothing is clipped; the whole gradient has the length ‖g‖ ="
          + " \(ArithmeticText.number(length)).")
    case .norm(let limit):
      guard length > Double(limit) else {
        return MicroLine(
          words: "‖g‖ = \(ArithmeticText.number(length)) is within the limit c ="
            + " \(ArithmeticText.number(Double(limit))): nothing is clipped.")
      }
      return MicroLine(
        "g", ["g·c / ‖g‖"], ["\(before[index])·\(limit) / \(length)"], value: value)
    case .value(let limit):
      let isClipped = before[index].magnitude > limit
      return isClipped
        ? MicroLine("g", ["±c, for |g| > c"], ["\(value)"], value: value)
        : MicroLine(
          words: "|g| is within the limit c = \(ArithmeticText.number(Double(limit))): nothing is"
            + " clipped.")
    }
  }

  var updateLines: [MicroLine] {
    guard let parameter, let step = trace.step(ofParameter: parameter.index) else {
      return nothing
    }
    let optimizer = trace.spec.optimizer
    let workings = optimizer.workings(of: step).map { working in
      MicroLine(
        Working(
          working.name == "w" ? symbol : working.name,
          working.formula, working.numbers, working.value))
    }
    return decayLines(parameter, step) + workings + afterLines(parameter)
  }

  private func decayLines(_ parameter: ParameterPlace, _ step: ParameterStep) -> [MicroLine] {
    let penalty = trace.spec.regularization
    guard penalty.l2IsDecoupled, penalty.l2 > 0, parameter.isWeight else { return [] }
    return [
      MicroLine(
        symbol, ["(1 - η·λ₂)·\(symbol)"],
        ["(1 - \(step.rate)·\(penalty.l2))·\(network.parameters[parameter.index])"],
        value: step.before)
    ]
  }

  /// What follows the optimiser: L1 as a proximal step, the largest length, what is frozen.
  private func afterLines(_ parameter: ParameterPlace) -> [MicroLine] {
    let index = parameter.index
    let penalty = trace.spec.regularization
    let moved = trace.parameters(after: .optimizer)[index]
    let shrunk = trace.parameters(after: .shrinking)[index]
    let limited = trace.parameters(after: .limiting)[index]
    var lines: [MicroLine] = []
    if penalty.l1IsProximal, penalty.l1 > 0, parameter.isWeight {
      lines.append(
        shrunk == 0
          ? MicroLine(words: "L1: |\(symbol)| is below η·λ₁, so \(symbol) = 0.")
          : MicroLine(
            symbol, ["\(symbol) - η·λ₁·sign(\(symbol))"],
            ["\(moved) - \(trace.learningRate)·\(penalty.l1)·\(moved > 0 ? Float(1) : -1)"],
            value: shrunk))
    }
    if limited != shrunk {
      lines.append(
        MicroLine(
          symbol, ["\(symbol)·largest / length"], ["\(shrunk)·\(limited / shrunk)"], value: limited)
      )
    }
    if session.isFrozen(index) {
      lines.append(
        MicroLine(
          words: "It is frozen and stays"
            + " \(ArithmeticText.number(Double(trace.parameters[index]), digits: 4))."))
    }
    return lines
  }
}
