import Drawing
import Engine
import Lessons
import Studio

/// The way forward: sums, activations, the loss.
extension MicroScript {
  var inputLines: [MicroLine] {
    let inputs = (0..<network.spec.inputCount).map { input in
      MicroLine(
        names.input(input, of: 0), [], ["\(trace.input(input, sample: sample))"],
        value: trace.input(input, sample: sample))
    }
    let values = inputs.map { line in
      "\(line.name) = \(ArithmeticText.number(line.value ?? .nan, digits: 4))"
    }
    let outputs = network.spec.outputCount
    let targets = (0..<outputs).map { output in
      let name = outputs == 1 ? "y" : MicroNames.subscripted("y", output + 1)
      return "\(name) = \(ArithmeticText.number(Double(trace.target(output, sample: sample))))"
    }
    let noise = trace.spec.inputNoise > 0 ? " (noise is added)" : ""
    let number = trace.samples.indices.contains(sample) ? trace.samples[sample] + 1 : 0
    return [
      MicroLine(
        words: "Training point \(number)"
          + " is number \(sample + 1) of the \(trace.samples.count) in this batch."),
      MicroLine(
        words: values.isEmpty
          ? "There is no input: all points look alike."
          : "It comes in as \(values.joined(separator: ", "))\(noise)."),
      MicroLine(words: "The network should answer \(targets.joined(separator: ", "))."),
    ]
  }

  var forwardLines: [MicroLine] {
    var lines: [MicroLine] = []
    var argument = (name: "z", value: Float(0))
    // What a normalisation takes in.
    var before: Station?
    for station in trace.stations[level] {
      let value = value(station)
      switch station.kind {
      case .sum:
        lines.append(sumLine(value))
        argument = ("z", value)
        before = station
      case .standardized(let overBatch):
        lines.append(standardizedLine(argument, before, value, overBatch))
        argument = ("x̂", value)
      case .normalized:
        let (gamma, beta) = (parameter(.scale), parameter(.shift))
        lines.append(
          MicroLine("n", ["γ·x̂", "β"], ["\(gamma)·\(argument.value)", "\(beta)"], value: value))
        argument = ("n", value)
      case .activated:
        lines.append(activatedLine(argument, value))
        argument = ("a", value)
      case .mask: break
      case .dropped:
        let mask = self.station(.mask).map { self.value($0) } ?? 1
        lines.append(
          MicroLine(
            "d", [mask == 0 ? "\(argument.name)·0 (dropped)" : "\(argument.name) / (1 - p)"],
            ["\(argument.value)·\(mask)"], value: value))
        argument = ("d", value)
      case .shortcut:
        let passing = input(unit, of: level)
        lines.append(
          MicroLine(
            "y", ["\(names.input(unit, of: level)) passing by", argument.name],
            ["\(passing)", "\(argument.value)"], value: value))
        argument = ("y", value)
      case .solved:
        lines.append(
          MicroLine(
            words: "That is the slope dh/dt where the solver sets out; at the end of its"
              + " \(network.spec.hidden[level].solverSteps) steps h(1) is"
              + " \(ArithmeticText.number(Double(value), digits: 4))."))
        argument = ("h", value)
        before = station
      }
    }
    if isKilled { lines.append(MicroLine(words: "The unit is killed: it hands on 0.")) }
    return lines
  }

  /// z = w₁·x₁ + … + b
  private func sumLine(_ value: Float) -> MicroLine {
    var formula: [String] = []
    var numbers: [Arithmetic] = []
    for place in parameters {
      let w = network.parameters[place.index]
      switch place.part {
      case .weight(let input):
        formula.append("\(names.parameter(place))·\(names.input(input, of: level))")
        numbers.append("\(w)·\(self.input(input, of: level))")
      case .ownWeight(let from):
        formula.append("\(names.parameter(place))·\(MicroNames.subscripted("h", from + 1))")
        numbers.append("\(w)·\(self.input(from, of: level))")
      case .bias:
        formula.append("b")
        numbers.append("\(w)")
      case .scale, .shift: break
      }
    }
    // A killed unit without an activation has its 0 where the sum stood.
    let isSilenced = isKilled && trace.stations[level].last?.kind == .sum
    return MicroLine("z", formula, numbers, value: isSilenced ? nil : value)
  }

  /// A number of the unit's normalisation.
  func parameter(_ part: ParameterPlace.Part) -> Float {
    parameters.first { $0.part == part }.map { network.parameters[$0.index] } ?? .nan
  }

  private func standardizedLine(
    _ argument: (name: String, value: Float), _ before: Station?, _ value: Float, _ overBatch: Bool
  ) -> MicroLine {
    let all: [Double] =
      before.map { station in
        overBatch
          ? trace.samples.indices.map {
            Double(trace.value(station, unit: unit, sample: $0))
          }
          : (0..<station.units).map { Double(trace.value(station, unit: $0, sample: sample)) }
      } ?? []
    let mean = all.reduce(0, +) / Double(max(1, all.count))
    let variance =
      all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, all.count))
    // With the layers' ε, which keeps the division finite.
    let spread = (variance + 1e-5).squareRoot()
    return MicroLine(
      "x̂", ["(\(argument.name) - mean) / sd, over the \(overBatch ? "batch" : "layer")"],
      ["(\(argument.value) - \(mean)) / \(spread)"], value: value)
  }

  private func activatedLine(_ argument: (name: String, value: Float), _ value: Float) -> MicroLine
  {
    let name = isContinuous(level) ? "k" : "a"
    let spelled = activation.spelled(at: argument.value, as: argument.name)
    return MicroLine(
      name, [spelled.formula], spelled.numbers == "" ? [] : [spelled.numbers], value: value)
  }

  var lossLines: [MicroLine] {
    let outputs = outputs(of: sample)
    let targets = (0..<network.spec.outputCount).map { trace.target($0, sample: sample) }
    let spelled = trace.spec.loss.spelled(outputs: outputs, targets: targets)
    let isSum = spelled.terms.count > 1
    var lines: [MicroLine] = []
    for output in outputs.indices where outputs.count > 1 {
      lines.append(
        MicroLine(
          words: "\(MicroNames.subscripted(trace.spec.loss.takesLogits ? "z" : "a", output + 1))"
            + " = \(ArithmeticText.number(Double(outputs[output]), digits: 4)), should be"
            + " \(MicroNames.subscripted("y", output + 1)) ="
            + " \(ArithmeticText.number(Double(targets[output])))"))
    }
    var line = MicroLine(
      "C", [isSum ? "Σ \(spelled.formula)" : spelled.formula], spelled.terms,
      divisor: spelled.divisor, value: trace.loss(sample: sample))
    if outputs.count > 3 { line.numbers = [] }
    lines.append(line)
    lines.append(
      MicroLine(
        words: "The batch's mean loss is "
          + "\(ArithmeticText.number(Double(trace.batchLoss), digits: 4)); the step makes it smaller."
      ))
    return lines
  }

  /// What the network gives for a sample of the batch.
  func outputs(of sample: Int) -> [Float] {
    guard let station = trace.output(ofLevel: network.levels.count - 1) else { return [] }
    return (0..<station.units).map { trace.value(station, unit: $0, sample: sample) }
  }
}
