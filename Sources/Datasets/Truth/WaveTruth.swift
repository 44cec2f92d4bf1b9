import Engine

/// The truth of `Wave`: its curve, and the variance (noise/2)² of the numbers around it.
struct WaveTruth: NumberTruth {
  private let deviation: Double

  init(_ settings: RecipeSettings) { deviation = settings.noise / 2 }

  func mean(_ x1: Double, _ x2: Double) -> Double { 0.8 * Elementary.sine(x1) + x1 / 30 }

  func variance(_ x1: Double, _ x2: Double) -> Double { deviation * deviation }
}
