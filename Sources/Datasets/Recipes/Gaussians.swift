public import Engine

/// Two normal clouds around (2, 2) and (−2, −2).
///
/// Source: constants of TensorFlow Playground: the variance goes from 0.5 without noise to 4.
public enum Gaussians: Recipe {
  public static let name = "gauss"
  public static let title = "gaussian"
  public static let summary = "Two round clouds: one straight line separates them."
  public static let noiseHelp = "widens the clouds until they overlap"

  public static func examples(_ settings: RecipeSettings, using random: inout Random) -> [Example] {
    let deviation = (0.5 + settings.noise / 0.5 * 3.5).squareRoot()
    return (0..<settings.count).map { index in
      let isPositive = index < settings.count / 2
      let centre = isPositive ? 2.0 : -2.0
      let x = centre + deviation * random.normal()
      let y = centre + deviation * random.normal()
      return Example(x, y, label: isPositive ? 1 : 0)
    }
  }
}
