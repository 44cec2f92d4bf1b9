/// AdaGrad: s ← s + g², w ← w − η g / (√s + ε).
///
/// Every parameter has a rate of its own, which falls with each gradient it has met. Sums below
/// 1.2·10⁻³⁸ count as 0.
///
/// Source: J. Duchi, E. Hazan, Y. Singer, *Adaptive Subgradient Methods for Online Learning and
/// Stochastic Optimization* (2011).
public struct AdaGrad: Optimizer {
  public static let name = "adagrad"
  public static let formula = "s ← s + g²,  w ← w - η g / (√s + ε)"
  public static let knobs: [Knob<AdaGrad>] = [
    .epsilon(at: \.epsilon)
  ]
  public static let moments = [
    Moment(name: "s", values: \AdaGrad.squares, help: "The sum of all squared gradients.")
  ]

  /// ε, above 0.
  public var epsilon: Float = 1e-10
  private var squares: [Float] = []

  public init() {}

  public mutating func prepare(parameterCount: Int) {
    squares = Array(repeating: 0, count: parameterCount)
  }

  public mutating func update(
    _ parameters: inout MutableSpan<Float>, along gradient: Span<Float>, rate: Float
  ) {
    let epsilon = self.epsilon
    let count = parameters.count
    var squares = self.squares.mutableSpan
    precondition(gradient.count == count && squares.count == count, "one number per parameter")
    for index in 0..<count {
      let slope = gradient[index]
      let sum = flushed(squares[index] + slope * slope)
      squares[index] = sum
      parameters[index] -= rate * slope / (sum.squareRoot() + epsilon)
    }
  }

  public func workings(of step: ParameterStep) -> [Working] {
    let s = step.moment(0)
    return [
      Working("s", "s + g²", "\(s.old) + \(step.gradient)²", s.new),
      Working(
        "w", "w - η g / (√s + ε)",
        "\(step.before) - \(step.rate)·\(step.gradient) / (√\(s.new) + \(epsilon))", step.after),
    ]
  }
}
