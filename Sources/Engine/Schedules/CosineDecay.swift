/// The rate follows half a wave from the base down to a minimum:
/// η = ηₘ + (η₀ − ηₘ) (1 + cos(π t / T)) / 2.
///
/// After the period T it stays at the minimum ηₘ. A minimum above the base counts as the base.
///
/// Source: I. Loshchilov and F. Hutter, *SGDR: Stochastic Gradient Descent with Warm Restarts*
/// (2017), eq. 5, without restarts.
public struct CosineDecay: Schedule {
  public static let name = "cosine"
  public static let formula = "η = ηₘ + (η₀ - ηₘ) (1 + cos(π t / T)) / 2"
  public static let knobs = [
    Knob(
      name: "minimum", value: \CosineDecay.minimum, range: 0...100,
      steps: [0, 0.00001, 0.0001, 0.001, 0.01, 0.1, 1],
      help: "The rate ηₘ that is reached in the end."),
    Knob(
      name: "period", value: \CosineDecay.period, range: 1...1_000_000,
      steps: [1, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000], isWhole: true,
      help: "After how many epochs or steps T the minimum is reached."),
  ]

  /// ηₘ, 0 or more: a rate, not a share of the base.
  public var minimum: Float = 0
  /// T, a whole number from 1.
  public var period: Float = 1000

  public init() {}

  public func rate(base: Double, at t: Int) -> Double {
    let minimum = min(Double(minimum), base)
    let period = count(period)
    if t >= period { return minimum }
    let angle = Double.pi * Double(max(0, t)) / Double(period)
    return minimum + (base - minimum) * (1 + Elementary.cosine(angle)) / 2
  }
}
