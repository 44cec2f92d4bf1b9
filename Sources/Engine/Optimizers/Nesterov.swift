/// Nesterov's momentum: v ← μ v + g, w ← w − η (g + μ v).
///
/// The step looks ahead: it goes where the velocity is about to go. The rate stands outside of the
/// velocity, as in PyTorch. Velocities below 1.2·10⁻³⁸ count as 0.
///
/// Source: Y. Nesterov, *A method for solving the convex programming problem with convergence rate
/// O(1/k²)* (1983); I. Sutskever, J. Martens, G. Dahl, G. Hinton, *On the importance of
/// initialization and momentum in deep learning* (2013), for the form with a velocity.
public struct Nesterov: Optimizer {
  public static let name = "nesterov"
  public static let formula = "v ← μ v + g,  w ← w - η (g + μ v)"
  public static let knobs: [Knob<Nesterov>] = [
    .momentum(at: \.momentum)
  ]
  public static let moments = [
    Moment(
      name: "v", values: \Nesterov.velocity, help: "The gradients so far, older ones fading.")
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
      let slope = gradient[index]
      let sum = flushed(momentum * velocity[index] + slope)
      velocity[index] = sum
      parameters[index] -= rate * (slope + momentum * sum)
    }
  }

  /// 2 (1 + μ)/((1 + 2 μ) η): looking ahead costs what momentum gains, and more.
  public func largestStableCurvature(rate: Double) -> Double? {
    let momentum = Double(momentum)
    return 2 * (1 + momentum) / ((1 + 2 * momentum) * rate)
  }

  public func workings(of step: ParameterStep) -> [Working] {
    let v = step.moment(0)
    return [
      Working("v", "μ v + g", "\(momentum)·\(v.old) + \(step.gradient)", v.new),
      Working(
        "w", "w - η (g + μ v)",
        "\(step.before) - \(step.rate)·(\(step.gradient) + \(momentum)·\(v.new))", step.after),
    ]
  }
}
