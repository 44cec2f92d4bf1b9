/// The truth of `Plane`: (x₁ + x₂)/10, read where U(−h, h), h = 6·noise, was added to both.
///
/// The variance of U(−h, h) is h²/3, so that of a label is 2·h²/3/100.
struct PlaneTruth: NumberTruth {
  private let reach: Double

  init(_ settings: RecipeSettings) { reach = 6 * settings.noise }

  func mean(_ x1: Double, _ x2: Double) -> Double { (x1 + x2) / 10 }

  func variance(_ x1: Double, _ x2: Double) -> Double { 2 * reach * reach / 300 }
}
