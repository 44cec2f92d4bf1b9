/// Classical momentum: v ← μ v + η g, w ← w − v.
///
/// The rate is inside the velocity, so that a change of η acts on new gradients only. Velocities
/// below 1.2·10⁻³⁸ count as 0.
///
/// Source: B. T. Polyak, *Some methods of speeding up the convergence of iteration methods* (1964).
public struct Momentum: Optimizer {
  public static let name = "momentum"
  public static let formula = "v ← μ v + η g,  w ← w - v"
  public static let knobs: [Knob<Momentum>] = [
    .momentum(at: \.momentum)
  ]
  public static let moments = [
    Moment(name: "v", values: \Momentum.velocity, help: "The last step of each parameter.")
  ]

  /// μ, from 0 (none) to below 1.
  public var momentum: Float = 0.9
  private var velocity: [Float] = []

  public init() {}

  public mutating func prepare(parameterCount: Int) {
    velocity = Array(repeating: 0, count: parameterCount)
  }

  public mutating func update(
    _ parameters: inout MutableSpan<Float>, along gradient: Span<Float>, rate: Float
  ) {
    let momentum = self.momentum
    let count = parameters.count
    var velocity = self.velocity.mutableSpan
    precondition(gradient.count == count && velocity.count == count, "one number per parameter")
    for index in 0..<count {
      let step = flushed(momentum * velocity[index] + rate * gradient[index])
      velocity[index] = step
      parameters[index] -= step
    }
  }

  /// 2 (1 + μ)/η: a heavy ball bears more.
  public func largestStableCurvature(rate: Double) -> Double? { 2 * (1 + Double(momentum)) / rate }

  public func workings(of step: ParameterStep) -> [Working] {
    let v = step.moment(0)
    return [
      Working(
        "v", "μ v + η g", "\(momentum)·\(v.old) + \(step.rate)·\(step.gradient)", v.new),
      Working("w", "w - v", "\(step.before) - \(v.new)", step.after),
    ]
  }
}
