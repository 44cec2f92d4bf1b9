/// Adam: momentum for the direction, the size of past gradients for the length of each step.
///
/// ```
/// m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²
/// w ← w − η m̂ / (√v̂ + ε)  with  m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ)
/// ```
///
/// Averages below 1.2·10⁻³⁸ count as 0.
///
/// Source: D. P. Kingma and J. L. Ba, *Adam: A Method for Stochastic Optimization* (2015).
public struct Adam: Optimizer {
  public static let name = "adam"
  public static let formula =
    "m ← β₁ m + (1-β₁) g,  v ← β₂ v + (1-β₂) g²,  w ← w - η m̂ / (√v̂ + ε)"
  public static let knobs: [Knob<Adam>] = [
    .beta1(at: \.beta1),
    .beta2(at: \.beta2),
    .epsilon(at: \.epsilon),
  ]
  public static let moments = [
    Moment(name: "m", values: \Adam.means, help: "The running average of the gradients."),
    Moment(name: "v", values: \Adam.squares, help: "The running average of the squared gradients."),
  ]

  /// β₁, from 0 (no momentum) to below 1.
  public var beta1: Float = 0.9
  /// β₂, from 0 (the last gradient alone) to below 1.
  public var beta2: Float = 0.999
  /// ε, above 0.
  public var epsilon: Float = 1e-8
  var means: [Float] = []
  var squares: [Float] = []
  /// β₁ᵗ and β₂ᵗ, or the products of the values that they have had.
  private var powers = (first: 1.0, second: 1.0)

  public init() {}

  public var counters: [Double] {
    get { [powers.first, powers.second] }
    set { if newValue.count == 2 { powers = (newValue[0], newValue[1]) } }
  }

  public mutating func prepare(parameterCount: Int) {
    means = Array(repeating: 0, count: parameterCount)
    squares = means
    powers = (1, 1)
  }

  public mutating func update(
    _ parameters: inout MutableSpan<Float>, along gradient: Span<Float>, rate: Float
  ) {
    update(&parameters, along: gradient, rate: rate, keeping: 1)
  }

  /// A step after which each parameter has kept that share of its old value, beside the step.
  mutating func update(
    _ parameters: inout MutableSpan<Float>, along gradient: Span<Float>, rate: Float,
    keeping share: Float
  ) {
    let (beta1, beta2, epsilon) = (self.beta1, self.beta2, self.epsilon)
    let (share1, share2) = (1 - beta1, 1 - beta2)
    powers.first *= Double(beta1)
    powers.second *= Double(beta2)
    // The corrections are the same for all parameters, so they go into two factors.
    let rate = Float(Double(rate) / (1 - powers.first))
    let correction = Float((1 / (1 - powers.second)).squareRoot())
    let count = parameters.count
    var meanValues = take(&means)
    var squareValues = take(&squares)
    var means = meanValues.mutableSpan
    var squares = squareValues.mutableSpan
    precondition(
      gradient.count == count && means.count == count && squares.count == count,
      "one number per parameter")
    for index in 0..<count {
      let slope = gradient[index]
      let mean = flushed(beta1 * means[index] + share1 * slope)
      let square = flushed(beta2 * squares[index] + share2 * (slope * slope))
      means[index] = mean
      squares[index] = square
      let size = square.squareRoot() * correction + epsilon
      parameters[index] = share * parameters[index] - rate * mean / size
    }
    self.means = meanValues
    self.squares = squareValues
  }

  public func workings(of step: ParameterStep) -> [Working] {
    averages(of: step) + [
      Working(
        "w", "w - η m̂ / (√v̂ + ε)",
        "\(step.before) - \(step.rate)·\(corrected(step).m) / (√\(corrected(step).v) + \(epsilon))",
        step.after)
    ]
  }

  /// m, v and the two as they are corrected for their start at 0.
  func averages(of step: ParameterStep) -> [Working] {
    let (m, v) = (step.moment(0), step.moment(1))
    let corrected = corrected(step)
    return [
      Working(
        "m", "β₁ m + (1-β₁) g", "\(beta1)·\(m.old) + \(1 - beta1)·\(step.gradient)", m.new),
      Working(
        "v", "β₂ v + (1-β₂) g²", "\(beta2)·\(v.old) + \(1 - beta2)·\(step.gradient)²", v.new),
      Working("m̂", "m / (1-β₁ᵗ)", "\(m.new) / \(1 - step.counter(0))", corrected.m),
      Working("v̂", "v / (1-β₂ᵗ)", "\(v.new) / \(1 - step.counter(1))", corrected.v),
    ]
  }

  /// m̂ and v̂.
  func corrected(_ step: ParameterStep) -> (m: Double, v: Double) {
    (
      Double(step.moment(0).new) / (1 - step.counter(0)),
      Double(step.moment(1).new) / (1 - step.counter(1))
    )
  }
}
