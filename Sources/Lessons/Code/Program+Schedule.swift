import Engine

/// The learning rate over time, in Python.
extension Program {
  /// Whether the rate stays as it is.
  var rateIsConstant: Bool {
    let schedule = training.schedule
    return schedule.shape is ConstantRate && schedule.warmUp <= 0
  }

  var countsSteps: Bool { training.schedule.unit == .step }

  /// η₀ as text.
  var rate: String { Python.number(preset.training.learningRate) }

  /// η at time `t` as a share of η₀, as an expression; nil where it is 1 all the time.
  func share() -> String? {
    switch training.schedule.shape {
    case let shape as StepDecay:
      return "\(Python.number(shape.factor)) ** (t // \(whole(shape.every)))"
    case let shape as ExponentialDecay: return "\(Python.number(shape.factor)) ** t"
    case let shape as InverseTimeDecay: return "1 / (1 + \(Python.number(shape.decay)) * t)"
    case is InverseSqrtDecay: return "1 / math.sqrt(t + 1)"
    case let shape as CosineDecay:
      let least = Python.number(lowestShare)
      let period = whole(shape.period)
      let wave = "(1 + math.cos(math.pi * min(t, \(period)) / \(period))) / 2"
      return lowestShare == 0 ? wave : "\(least) + (1 - \(least)) * \(wave)"
    default: return nil
    }
  }

  /// A knob's value as a count from 1, whatever it is.
  private func whole(_ value: Float) -> Int { value >= 1 ? Int(min(value, 1e9)) : 1 }

  /// What cosine decay comes to in the end, as a share of η₀.
  var lowestShare: Double {
    guard let shape = training.schedule.shape as? CosineDecay else { return 0 }
    let base = preset.training.learningRate
    let minimum = Double("\(shape.minimum)") ?? 0
    return min(minimum, base) / base
  }

  /// The body of a function of time `t` that gives the rate's share of η₀, warm-up included.
  var shareBody: [String] {
    let warmUp = training.schedule.warmUp
    var lines: [String] = []
    if warmUp > 0 {
      lines += [
        "    if t < \(warmUp):  # warm-up", "        return (t + 1) / \(warmUp + 1)",
        "    t -= \(warmUp)",
      ]
    }
    return lines + ["    return \(share() ?? "1.0")"]
  }

  /// The same for a tensor `t`, as lines that give `share`.
  var shareOfTensors: [String] {
    let warmUp = training.schedule.warmUp
    var lines: [String] = []
    if warmUp > 0 {
      lines += ["climb = (t + 1) / \(warmUp + 1)  # warm-up", "start = t < \(warmUp)"]
      lines.append("t = ops.maximum(t - \(warmUp), 0)")
    }
    let shape: String
    switch training.schedule.shape {
    case let decay as StepDecay:
      shape = "\(Python.number(decay.factor)) ** ops.floor(t / \(whole(decay.every)))"
    case is CosineDecay:
      shape =
        (share() ?? "").replacing("math.cos", with: "ops.cos").replacing(
          "min(", with: "ops.minimum(")
    default: shape = (share() ?? "1.0").replacing("math.sqrt", with: "ops.sqrt")
    }
    lines.append("share = \(shape)")
    return lines + (warmUp > 0 ? ["share = ops.where(start, climb, share)"] : [])
  }

  /// The schedule in the course's notation.
  var scheduleComment: [String] {
    let unit = "\(training.schedule.unit.rawValue)s"
    let warmUp = training.schedule.warmUp
    let climb = warmUp > 0 ? " after a warm-up of \(warmUp)" : ""
    return Python.comment(
      "The rate: \(type(of: training.schedule.shape).formula), t in \(unit)\(climb).")
  }
}
