/// The rate falls as one over the root of the time: η = η₀ / √(t + 1).
///
/// Source: M. Zinkevich, *Online Convex Programming and Generalized Infinitesimal Gradient Ascent*
/// (2003).
public struct InverseSqrtDecay: Schedule {
  public static let name = "inverse-sqrt"
  public static let formula = "η = η₀ / √(t + 1)"
  public static let knobs: [Knob<InverseSqrtDecay>] = []

  public init() {}

  public func rate(base: Double, at t: Int) -> Double {
    base / (Double(max(0, t)) + 1).squareRoot()
  }
}
