/// The rate falls by the same factor each time: η = η₀ γᵗ.
public struct ExponentialDecay: Schedule {
  public static let name = "exponential"
  public static let formula = "η = η₀ γᵗ"
  public static let knobs = [
    Knob(
      name: "factor", value: \ExponentialDecay.factor, range: 0...1,
      steps: [0.5, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9999, 1],
      help: "The factor γ that the rate is multiplied by.")
  ]

  /// γ, from 0 to 1.
  public var factor: Float = 0.99

  public init() {}

  public func rate(base: Double, at t: Int) -> Double { base * power(Double(factor), t) }
}
