/// The same rate all the time: η = η₀.
public struct ConstantRate: Schedule {
  public static let name = "constant"
  public static let formula = "η = η₀"
  public static let knobs: [Knob<ConstantRate>] = []

  public init() {}

  public func rate(base: Double, at t: Int) -> Double { base }
}
