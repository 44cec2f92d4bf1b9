public import Engine

/// Four quadrants; opposite ones belong together.
///
/// Source: constants of TensorFlow Playground: U(−5, 5) moved 0.3 away from both axes.
public enum ExclusiveOr: Recipe {
  public static let name = "xor"
  public static let title = "exclusive or"
  public static let summary = "Opposite quadrants belong together: no single line separates them."
  public static let noiseHelp = "flips labels near the axes"

  public static func truth(_ settings: RecipeSettings) -> Truth {
    .classes(SidesTruth.exclusiveOr(settings))
  }

  public static func examples(_ settings: RecipeSettings, using random: inout Random) -> [Example] {
    (0..<settings.count).map { _ in
      var x = random.uniform(-5, 5)
      x += x > 0 ? 0.3 : -0.3
      var y = random.uniform(-5, 5)
      y += y > 0 ? 0.3 : -0.3
      let moved = random.displaced(x, y, reach: 5, noise: settings.noise)
      return Example(x, y, label: moved.x * moved.y >= 0 ? 1 : 0)
    }
  }
}
