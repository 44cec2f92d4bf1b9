/// The rate falls as one over the time: η = η₀ / (1 + k t).
///
/// Source: H. Robbins and S. Monro, *A Stochastic Approximation Method* (1951): steps that fall as
/// 1/t go far enough in all, and yet come to rest.
public struct InverseTimeDecay: Schedule {
  public static let name = "inverse-time"
  public static let formula = "η = η₀ / (1 + k t)"
  public static let knobs = [
    Knob(
      name: "decay", value: \InverseTimeDecay.decay, range: 0...100,
      steps: [0, 0.0001, 0.001, 0.01, 0.1, 0.5, 1, 10],
      help: "The decay k: after a time of 1/k the rate is half of the first.")
  ]

  /// k, 0 or more.
  public var decay: Float = 0.01

  public init() {}

  public func rate(base: Double, at t: Int) -> Double {
    base / (1 + Double(decay) * Double(max(0, t)))
  }
}
