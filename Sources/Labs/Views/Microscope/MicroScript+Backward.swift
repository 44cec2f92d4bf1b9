import Drawing
import Engine
import Lessons
import Studio

/// The way back: δ of each unit, and what it says of the unit's parameters.
extension MicroScript {
  var backwardLines: [MicroLine] {
    guard let output = trace.output(ofLevel: level) else { return [] }
    let arriving = slope(output)
    var lines = [isOutput ? lossSlopeLine(arriving) : arrivingLine(arriving)]
    if isContinuous(level) {
      lines.append(
        MicroLine(
          words: "From there it is carried back through every step of the solver. Each step uses"
            + " the same weights, so their gradients are sums over the steps, kept for the batch as"
            + " a whole."))
      return lines
    }
    if isKilled {
      lines.append(MicroLine(words: "The unit is killed: nothing comes back to it, δ = 0."))
      return lines
    }
    lines += innerLines(arriving)
    guard let sum = trace.sum(ofLevel: level) else { return lines }
    let delta = slope(sum)
    lines += parameterLines(delta)
    return lines
  }

  /// ∂C/∂a at the output, by the loss.
  private func lossSlopeLine(_ value: Float) -> MicroLine {
    let targets = (0..<network.spec.outputCount).map { trace.target($0, sample: sample) }
    let spelled = trace.spec.loss.spelledSlope(
      of: unit, outputs: outputs(of: sample), targets: targets)
    let isDelta = trace.stations[level].count == 1
    return MicroLine(
      isDelta ? "δ = ∂C/∂z" : "∂C/∂a", [spelled.formula], [spelled.numbers], tag: "BP1",
      value: value)
  }

  /// ∂C/∂a of a hidden unit: what comes back through the weights of the next level, and through its
  /// shortcut.
  private func arrivingLine(_ value: Float) -> MicroLine {
    let next = level + 1
    let own = trace.output(ofLevel: level).map(symbol) ?? "a"
    let name = trace.stations[level].count == 1 ? "δ" : "∂C/∂\(own)"
    guard !isContinuous(next), let sum = trace.sum(ofLevel: next) else {
      return MicroLine(
        words: "\(name) = \(ArithmeticText.number(Double(value), digits: 4)) comes back through all"
          + " steps of the next level's solver.")
    }
    var formula: [String] = []
    var numbers: [Arithmetic] = []
    for above in 0..<sum.units {
      guard let index = network.weightIndex(level: next, unit: above, input: unit) else { continue }
      let delta = trace.slope(sum, unit: above, sample: sample)
      // w_jk leads from unit k to unit j of the next level.
      formula.append(
        MicroNames.subscripted(
          MicroNames.subscripted("w", above + 1) + (sum.units > 9 || unit > 8 ? "," : ""), unit + 1)
          + "·\(MicroNames.subscripted("δ", above + 1))")
      numbers.append("\(network.parameters[index])·\(delta)")
    }
    if hasShortcut(next), let passed = trace.output(ofLevel: next), unit < passed.units {
      let slope = trace.slope(passed, unit: unit, sample: sample)
      formula.append("∂C/∂y passing by")
      numbers.append("\(slope)")
    }
    return MicroLine(name, formula, numbers, tag: "BP2", value: isKilled ? nil : value)
  }

  /// From what arrives to δ, back through what the level does to its sums.
  private func innerLines(_ arriving: Float) -> [MicroLine] {
    let tag = isOutput ? "BP1" : "BP2"
    let stations = trace.stations[level]
    var lines: [MicroLine] = []
    var slope = arriving
    for (index, station) in stations.enumerated().reversed() {
      guard index > 0 else { break }
      // The station before, that has a slope of its own.
      guard let before = stations.prefix(index).last(where: \.hasSlope) else { break }
      let value = self.slope(before)
      let name = before.kind == .sum ? "δ" : "∂C/∂\(symbol(before))"
      switch station.kind {
      case .dropped:
        let mask = self.station(.mask).map { self.value($0) } ?? 1
        lines.append(
          MicroLine(
            name, [mask == 0 ? "∂C/∂d·0 (dropped)" : "∂C/∂d / (1 - p)"], ["\(slope)·\(mask)"],
            tag: before.kind == .sum ? tag : "", value: value))
      case .activated:
        lines.append(activatedLine(name, before, station, slope, value, tag))
      case .normalized:
        lines.append(
          MicroLine(
            words: "δ = \(ArithmeticText.number(Double(value), digits: 4)): back through the"
              + " normalisation, whose mean and sd depend on z as well."))
      case .shortcut:
        lines.append(
          MicroLine(
            "\(name)", ["∂C/∂y (beside the shortcut)"], ["\(slope)"], value: value))
      case .sum, .standardized, .mask, .solved: continue
      }
      slope = value
    }
    return lines
  }

  private func activatedLine(
    _ name: String, _ before: Station, _ station: Station, _ slope: Float, _ value: Float,
    _ tag: String
  ) -> MicroLine {
    let (z, a) = (self.value(before), self.value(station))
    let argument = before.kind == .sum ? "z" : "n"
    guard let spelled = activation.spelledSlope(at: z, value: a, as: argument) else {
      let mean = (0..<station.units).reduce(Float(0)) { sum, unit in
        sum + trace.value(station, unit: unit, sample: sample)
          * trace.slope(station, unit: unit, sample: sample)
      }
      return MicroLine(
        name, ["a·(∂C/∂a - Σ a·∂C/∂a)"], ["\(a)·(\(slope) - \(mean))"], tag: tag, value: value)
    }
    return MicroLine(
      name, ["∂C/∂a·\(activation.rawValue)′ = ∂C/∂a·\(spelled.formula)"],
      ["\(slope)·\(spelled.numbers)"], tag: tag, value: value)
  }

  private func symbol(_ station: Station) -> String {
    switch station.kind {
    case .sum: "z"
    case .standardized: "x̂"
    case .normalized: "n"
    case .activated: "a"
    case .mask: "mask"
    case .dropped: "d"
    case .shortcut: "y"
    case .solved: "h"
    }
  }

  /// BP3, and BP4 for the weight that is looked at.
  private func parameterLines(_ delta: Float) -> [MicroLine] {
    let bias = MicroLine("∂C/∂b", ["δ"], ["\(delta)"], tag: "BP3", value: delta)
    guard let parameter else { return [bias] }
    switch parameter.part {
    case .weight(let input):
      let a = self.input(input, of: level)
      let line = MicroLine(
        "∂C/∂\(names.parameter(parameter))", ["\(names.input(input, of: level))·δ"],
        ["\(a)·\(delta)"], tag: "BP4", value: a * delta)
      return [bias, line]
    case .scale, .shift: return [bias, normalizationLine(parameter)].compactMap { $0 }
    case .ownWeight, .bias: return [bias]
    }
  }

  /// ∂C/∂γ = x̂·∂C/∂n and ∂C/∂β = ∂C/∂n.
  private func normalizationLine(_ place: ParameterPlace) -> MicroLine? {
    guard let value = share(of: place, sample: sample), let (hat, slope) = normalization(sample)
    else { return nil }
    return place.part == .scale
      ? MicroLine("∂C/∂γ", ["x̂·∂C/∂n"], ["\(hat)·\(slope)"], value: value)
      : MicroLine("∂C/∂β", ["∂C/∂n"], ["\(slope)"], value: value)
  }

  private func normalization(_ sample: Int) -> (hat: Float, slope: Float)? {
    let stations = trace.stations[level]
    guard let output = stations.first(where: { $0.kind == .normalized }),
      let hat = stations.first(where: {
        if case .standardized = $0.kind { return true }
        return false
      })
    else { return nil }
    return (
      trace.value(hat, unit: unit, sample: sample), trace.slope(output, unit: unit, sample: sample)
    )
  }

  /// ∂C/∂θ of one sample for a parameter of the unit; nil where the engine keeps the batch's sum
  /// alone.
  func share(of place: ParameterPlace, sample: Int) -> Float? {
    switch place.part {
    case .scale: return normalization(sample).map { $0.hat * $0.slope }
    case .shift: return normalization(sample).map(\.slope)
    case .weight, .bias, .ownWeight: break
    }
    guard !isContinuous(level), let sum = trace.sum(ofLevel: level) else { return nil }
    let delta = trace.slope(sum, unit: unit, sample: sample)
    if case .weight(let input) = place.part {
      return self.input(input, of: level, sample: sample) * delta
    }
    return delta
  }
}
