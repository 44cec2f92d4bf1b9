/// The rate falls by a factor every so often: η = η₀ γ^⌊t / n⌋.
///
/// Source: K. He, X. Zhang, S. Ren, J. Sun, *Deep Residual Learning for Image Recognition* (2016),
/// for its use: a tenth whenever the error stands still.
public struct StepDecay: Schedule {
  public static let name = "step"
  public static let formula = "η = η₀ γ^⌊t / n⌋"
  public static let knobs = [
    Knob(
      name: "factor", value: \StepDecay.factor, range: 0...1,
      steps: [0.1, 0.2, 0.5, 0.8, 0.9, 0.95, 0.99, 1],
      help: "The factor γ that the rate is multiplied by."),
    Knob(
      name: "every", value: \StepDecay.every, range: 1...1_000_000,
      steps: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000], isWhole: true,
      help: "How many epochs or steps n go by between two falls of the rate."),
  ]

  /// γ, from 0 to 1.
  public var factor: Float = 0.5
  /// n, a whole number from 1.
  public var every: Float = 100

  public init() {}

  public func rate(base: Double, at t: Int) -> Double {
    base * power(Double(factor), max(0, t) / count(every))
  }
}
