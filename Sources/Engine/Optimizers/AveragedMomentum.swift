/// Momentum as a running average of gradients: v ← μ v + (1 − μ) g, w ← w − η v.
///
/// The average begins at 0 and is too small at first; with bias correction the step divides it by
/// 1 − μᵗ, the weight that t gradients have in it. Averages below 1.2·10⁻³⁸ count as 0.
///
/// Source: D. P. Kingma and J. L. Ba, *Adam: A Method for Stochastic Optimization* (2015), §2 and
/// §3, for the average and its correction.
public struct AveragedMomentum: Optimizer {
  public static let name = "averaged-momentum"
  public static let formula = "v ← μ v + (1-μ) g,  w ← w - η v  or  w - η v / (1-μᵗ)"
  public static let knobs: [Knob<AveragedMomentum>] = [
    .momentum(at: \.momentum),
    Knob(
      name: "bias-correction", value: \AveragedMomentum.biasCorrection, range: 0...1,
      steps: [0, 1], isWhole: true,
      help: "1 makes up for the average's start at 0, 0 leaves it."),
  ]
  public static let moments = [
    Moment(
      name: "v", values: \AveragedMomentum.average, help: "The running average of the gradients.")
  ]

  /// μ, from 0 (none) to below 1.
  public var momentum: Float = 0.9
  /// 1 to divide by 1 − μᵗ, 0 not to.
  public var biasCorrection: Float = 0
  private var average: [Float] = []
  /// μᵗ, or the product of the values that μ has had.
  private var power = 1.0

  public init() {}

  public var counters: [Double] {
    get { [power] }
    set { if newValue.count == 1 { power = newValue[0] } }
  }

  public mutating func prepare(parameterCount: Int) {
    average = Array(repeating: 0, count: parameterCount)
    power = 1
  }

  public mutating func update(
    _ parameters: inout MutableSpan<Float>, along gradient: Span<Float>, rate: Float
  ) {
    let momentum = self.momentum
    let share = 1 - momentum
    power *= Double(momentum)
    let rate = biasCorrection >= 0.5 ? Float(Double(rate) / (1 - power)) : rate
    let count = parameters.count
    var average = self.average.mutableSpan
    precondition(gradient.count == count && average.count == count, "one number per parameter")
    for index in 0..<count {
      let mean = flushed(momentum * average[index] + share * gradient[index])
      average[index] = mean
      parameters[index] -= rate * mean
    }
  }

  /// 2 (1 + μ)/((1 − μ) η): momentum with a rate of (1 − μ) η. The correction fades and changes
  /// nothing in the end.
  public func largestStableCurvature(rate: Double) -> Double? {
    let momentum = Double(momentum)
    return 2 * (1 + momentum) / ((1 - momentum) * rate)
  }

  public func workings(of step: ParameterStep) -> [Working] {
    let v = step.moment(0)
    let average = Working(
      "v", "μ v + (1-μ) g", "\(momentum)·\(v.old) + \(1 - momentum)·\(step.gradient)", v.new)
    guard biasCorrection >= 0.5 else {
      return [
        average, Working("w", "w - η v", "\(step.before) - \(step.rate)·\(v.new)", step.after),
      ]
    }
    return [
      average,
      Working(
        "w", "w - η v / (1-μᵗ)",
        "\(step.before) - \(step.rate)·\(v.new) / \(1 - step.counter(0))", step.after),
    ]
  }
}
