public import Engine

/// Two normal clouds around (2, 2) and (−2, −2).
///
/// Source: constants of TensorFlow Playground: the variance goes from 0.5 without noise to 4.
public enum Gaussians: Recipe {
  public static let name = "gauss"
  public static let title = "gaussian"
  public static let summary = "Two round clouds: one straight line separates them."
  public static let noiseHelp = "widens the clouds until they overlap"

  public static func truth(_ settings: RecipeSettings) -> Truth {
    let positive = settings.count > 0 ? Double(settings.count / 2) / Double(settings.count) : 0.5
    return .classes(
      CloudsTruth(
        [.init(x1: -2, x2: -2, share: 1 - positive), .init(x1: 2, x2: 2, share: positive)],
        deviation: deviation(settings)))
  }

  private static func deviation(_ settings: RecipeSettings) -> Double {
    (0.5 + settings.noise / 0.5 * 3.5).squareRoot()
  }

  public static func examples(_ settings: RecipeSettings, using random: inout Random) -> [Example] {
    let deviation = deviation(settings)
    return (0..<settings.count).map { index in
      let isPositive = index < settings.count / 2
      let centre = isPositive ? 2.0 : -2.0
      let x = centre + deviation * random.normal()
      let y = centre + deviation * random.normal()
      return Example(x, y, label: isPositive ? 1 : 0)
    }
  }
}
