/// Classical momentum: v ← μ v + η g, w ← w − v.
///
/// The rate is inside the velocity, so that a change of η acts on new gradients only.
///
/// Source: B. T. Polyak, *Some methods of speeding up the convergence of iteration methods* (1964).
public struct Momentum: Optimizer {
  public static let name = "momentum"
  public static let formula = "v ← μ v + η g,  w ← w - v"
  public static let knobs = [
    Knob(
      name: "momentum", value: \Momentum.momentum, range: 0...0.999,
      steps: [0, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999],
      help: "The share μ of the last step that is kept in the next one.")
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
    var velocity = self.velocity.mutableSpan
    for index in 0..<parameters.count {
      velocity[index] = momentum * velocity[index] + rate * gradient[index]
      parameters[index] -= velocity[index]
    }
  }
}
