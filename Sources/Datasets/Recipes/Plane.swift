public import Engine

/// A tilted plane to predict: (x₁ + x₂)/10.
///
/// Source: constants of TensorFlow Playground; values are not clamped.
public enum Plane: Recipe {
  public static let name = "plane"
  public static let title = "plane"
  public static let summary = "A tilted plane to predict: one unit is enough."
  public static let noiseHelp = "moves the points that labels are read at"
  public static let defaultCount = 1200

  public static func problem(_ settings: RecipeSettings) -> Problem { .regression }

  public static func truth(_ settings: RecipeSettings) -> Truth { .numbers(PlaneTruth(settings)) }

  public static func examples(_ settings: RecipeSettings, using random: inout Random) -> [Example] {
    (0..<settings.count).map { _ in
      let x = random.uniform(-6, 6)
      let y = random.uniform(-6, 6)
      let moved = random.displaced(x, y, reach: 6, noise: settings.noise)
      return Example(x, y, label: (moved.x + moved.y) / 10)
    }
  }
}
