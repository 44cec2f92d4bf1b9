/// AdamW: Adam's step, beside which every parameter decays: w ← (1 − ηλ) w − η m̂ / (√v̂ + ε).
///
/// The decay does not pass through the averages, so that it acts on all parameters alike. Biases
/// decay too, as in PyTorch; the decay of `Regularization` leaves them alone.
///
/// Source: I. Loshchilov and F. Hutter, *Decoupled Weight Decay Regularization* (2019).
public struct AdamW: Optimizer {
  public static let name = "adamw"
  public static let formula =
    "m ← β₁ m + (1-β₁) g,  v ← β₂ v + (1-β₂) g²,  w ← (1-ηλ) w - η m̂ / (√v̂ + ε)"
  public static let knobs: [Knob<AdamW>] = [
    .beta1(at: \.adam.beta1), .beta2(at: \.adam.beta2), .epsilon(at: \.adam.epsilon),
    Knob(
      name: "weight-decay", value: \.weightDecay, range: 0...1,
      steps: [0, 0.0001, 0.001, 0.01, 0.1, 1],
      help: "The strength λ of the decay: a step takes the share η λ from every parameter."),
  ]
  public static let moments =
    zip(Adam.moments, [\AdamW.adam.means, \AdamW.adam.squares]).map { moment, path in
      Moment(name: moment.name, values: path, help: moment.help)
    }

  /// The step without the decay, with β₁, β₂ and ε.
  public var adam = Adam()
  /// λ, 0 or more.
  public var weightDecay: Float = 0.01

  public init() {}

  public var counters: [Double] {
    get { adam.counters }
    set { adam.counters = newValue }
  }

  public mutating func prepare(parameterCount: Int) {
    adam.prepare(parameterCount: parameterCount)
  }

  public mutating func update(
    _ parameters: inout MutableSpan<Float>, along gradient: Span<Float>, rate: Float
  ) {
    adam.update(&parameters, along: gradient, rate: rate, keeping: 1 - rate * weightDecay)
  }

  public func workings(of step: ParameterStep) -> [Working] {
    let corrected = adam.corrected(step)
    let size: Arithmetic = "√\(corrected.v) + \(adam.epsilon)"
    return adam.averages(of: step) + [
      Working(
        "w", "(1-ηλ) w - η m̂ / (√v̂ + ε)",
        "\(1 - step.rate * weightDecay)·\(step.before) - \(step.rate)·\(corrected.m) / (\(size))",
        step.after)
    ]
  }
}
