/// Gradient descent: w ← w − η g.
///
/// Source: H. Robbins and S. Monro, *A Stochastic Approximation Method* (1951).
public struct SGD: Optimizer {
  public static let name = "sgd"
  public static let formula = "w ← w - η g"
  public static let knobs: [Knob<SGD>] = []

  public init() {}

  public mutating func prepare(parameterCount: Int) {}

  public mutating func update(
    _ parameters: inout MutableSpan<Float>, along gradient: Span<Float>, rate: Float
  ) {
    // Counts that are known to agree leave no check inside the loop, here and in all optimisers.
    let count = parameters.count
    precondition(gradient.count == count, "one slope per parameter")
    for index in 0..<count { parameters[index] -= rate * gradient[index] }
  }

  /// 2/η: a step leaves (1 − η λ) w.
  public func largestStableCurvature(rate: Double) -> Double? { 2 / rate }

  public func workings(of step: ParameterStep) -> [Working] {
    [Working("w", "w - η g", "\(step.before) - \(step.rate)·\(step.gradient)", step.after)]
  }
}
