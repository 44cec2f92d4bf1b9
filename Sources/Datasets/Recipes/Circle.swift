public import Engine

/// A disc of one class inside a ring of the other.
///
/// Source: constants of TensorFlow Playground: radii below 2.5 and 3.5 to 5, label by the distance
/// of the displaced point from the origin.
public enum Circle: Recipe {
  public static let name = "circle"
  public static let title = "circle"
  public static let summary = "A disc inside a ring: the boundary must close."
  public static let noiseHelp = "flips labels near the boundary"

  public static func truth(_ settings: RecipeSettings) -> Truth {
    .classes(CircleTruth(settings))
  }

  public static func examples(_ settings: RecipeSettings, using random: inout Random) -> [Example] {
    (0..<settings.count).map { index in
      let isInner = index < settings.count / 2
      let radius = isInner ? random.uniform(0, 2.5) : random.uniform(3.5, 5)
      let angle = random.uniform(0, 2 * .pi)
      let x = radius * Elementary.sine(angle)
      let y = radius * Elementary.cosine(angle)
      let moved = random.displaced(x, y, reach: 5, noise: settings.noise)
      let distance = (moved.x * moved.x + moved.y * moved.y).squareRoot()
      return Example(x, y, label: distance < 2.5 ? 1 : 0)
    }
  }
}
