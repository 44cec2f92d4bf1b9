/// RMSProp: s ← ρ s + (1 − ρ) g², w ← w − η g / (√s + ε).
///
/// Every parameter's step is measured by the usual size of its gradient of late. Averages below
/// 1.2·10⁻³⁸ count as 0.
///
/// Source: T. Tieleman and G. Hinton, *Neural Networks for Machine Learning*, lecture 6.5 (2012).
public struct RMSProp: Optimizer {
  public static let name = "rmsprop"
  public static let formula = "s ← ρ s + (1-ρ) g²,  w ← w - η g / (√s + ε)"
  public static let knobs: [Knob<RMSProp>] = [
    .rho(at: \.rho),
    .epsilon(at: \.epsilon),
  ]
  public static let moments = [
    Moment(
      name: "s", values: \RMSProp.squares, help: "The running average of the squared gradients.")
  ]

  /// ρ, from 0 (the last gradient alone) to below 1.
  public var rho: Float = 0.99
  /// ε, above 0.
  public var epsilon: Float = 1e-8
  private var squares: [Float] = []

  public init() {}

  public mutating func prepare(parameterCount: Int) {
    squares = Array(repeating: 0, count: parameterCount)
  }

  public mutating func update(
    _ parameters: inout MutableSpan<Float>, along gradient: Span<Float>, rate: Float
  ) {
    let (rho, epsilon) = (self.rho, self.epsilon)
    let share = 1 - rho
    let count = parameters.count
    var squares = self.squares.mutableSpan
    precondition(gradient.count == count && squares.count == count, "one number per parameter")
    for index in 0..<count {
      let slope = gradient[index]
      let mean = flushed(rho * squares[index] + share * (slope * slope))
      squares[index] = mean
      parameters[index] -= rate * slope / (mean.squareRoot() + epsilon)
    }
  }

  public func workings(of step: ParameterStep) -> [Working] {
    let s = step.moment(0)
    return [
      Working(
        "s", "ρ s + (1-ρ) g²", "\(rho)·\(s.old) + \(1 - rho)·\(step.gradient)²", s.new),
      Working(
        "w", "w - η g / (√s + ε)",
        "\(step.before) - \(step.rate)·\(step.gradient) / (√\(s.new) + \(epsilon))", step.after),
    ]
  }
}
