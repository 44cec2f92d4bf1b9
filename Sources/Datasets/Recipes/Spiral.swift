public import Engine

/// Two arms wound around each other 1¾ times.
///
/// Source: constants of TensorFlow Playground: radius 5·i/n, each coordinate moved by
/// U(−1, 1)·noise.
public enum Spiral: Recipe {
  public static let name = "spiral"
  public static let title = "spiral"
  public static let summary = "Two arms wound around each other: hard without good features."
  public static let noiseHelp = "moves the points off their arm"

  public static func truth(_ settings: RecipeSettings) -> Truth { .classes(SpiralTruth(settings)) }

  public static func examples(_ settings: RecipeSettings, using random: inout Random) -> [Example] {
    let firstArm = settings.count / 2
    return (0..<settings.count).map { index in
      let isPositive = index < firstArm
      let length = isPositive ? firstArm : settings.count - firstArm
      let share = Double(isPositive ? index : index - firstArm) / Double(length)
      let angle = 1.75 * share * 2 * .pi + (isPositive ? 0 : .pi)
      let x = 5 * share * Elementary.sine(angle) + random.uniform(-1, 1) * settings.noise
      let y = 5 * share * Elementary.cosine(angle) + random.uniform(-1, 1) * settings.noise
      return Example(x, y, label: isPositive ? 1 : 0)
    }
  }
}
