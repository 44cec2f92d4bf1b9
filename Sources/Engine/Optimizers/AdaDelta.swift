/// AdaDelta: s ← ρ s + (1 − ρ) g², Δ = g √(u + ε) / √(s + ε), u ← ρ u + (1 − ρ) Δ², w ← w − η Δ.
///
/// The size of past steps takes the place of a learning rate, so η is usually 1. Averages below
/// 1.2·10⁻³⁸ count as 0.
///
/// Source: M. D. Zeiler, *ADADELTA: An Adaptive Learning Rate Method* (2012).
public struct AdaDelta: Optimizer {
  public static let name = "adadelta"
  public static let formula =
    "s ← ρ s + (1-ρ) g²,  Δ = g √(u + ε) / √(s + ε),  u ← ρ u + (1-ρ) Δ²,  w ← w - η Δ"
  public static let knobs: [Knob<AdaDelta>] = [
    .rho(at: \.rho),
    .epsilon(at: \.epsilon),
  ]
  public static let moments = [
    Moment(
      name: "s", values: \AdaDelta.squares, help: "The running average of the squared gradients."),
    Moment(name: "u", values: \AdaDelta.steps, help: "The running average of the squared steps."),
  ]

  /// ρ, from 0 (the last gradient alone) to below 1.
  public var rho: Float = 0.9
  /// ε, above 0.
  public var epsilon: Float = 1e-6
  private var squares: [Float] = []
  private var steps: [Float] = []

  public init() {}

  public mutating func prepare(parameterCount: Int) {
    squares = Array(repeating: 0, count: parameterCount)
    steps = squares
  }

  public mutating func update(
    _ parameters: inout MutableSpan<Float>, along gradient: Span<Float>, rate: Float
  ) {
    let (rho, epsilon) = (self.rho, self.epsilon)
    let share = 1 - rho
    let count = parameters.count
    var squareValues = take(&squares)
    var stepValues = take(&steps)
    var squares = squareValues.mutableSpan
    var steps = stepValues.mutableSpan
    precondition(
      gradient.count == count && squares.count == count && steps.count == count,
      "one number per parameter")
    for index in 0..<count {
      let slope = gradient[index]
      let square = flushed(rho * squares[index] + share * (slope * slope))
      squares[index] = square
      let old = steps[index]
      let step = (old + epsilon).squareRoot() / (square + epsilon).squareRoot() * slope
      steps[index] = flushed(rho * old + share * (step * step))
      parameters[index] -= rate * step
    }
    self.squares = squareValues
    self.steps = stepValues
  }

  public func workings(of step: ParameterStep) -> [Working] {
    let (s, u) = (step.moment(0), step.moment(1))
    let change = (u.old + epsilon).squareRoot() / (s.new + epsilon).squareRoot() * step.gradient
    return [
      Working(
        "s", "ρ s + (1-ρ) g²", "\(rho)·\(s.old) + \(1 - rho)·\(step.gradient)²", s.new),
      Working(
        "Δ", "g √(u + ε) / √(s + ε)",
        "\(step.gradient)·√(\(u.old) + \(epsilon)) / √(\(s.new) + \(epsilon))", change),
      Working("u", "ρ u + (1-ρ) Δ²", "\(rho)·\(u.old) + \(1 - rho)·\(change)²", u.new),
      Working("w", "w - η Δ", "\(step.before) - \(step.rate)·\(change)", step.after),
    ]
  }
}
