public import Engine

/// Six bumps, alternately up and down, to predict.
///
/// Source: constants of TensorFlow Playground: each bump is a cone, 1 at its centre and 0 from a
/// distance of 2 on; the label is the bump value of largest size.
public enum MultiGaussian: Recipe {
  public static let name = "multi-gauss"
  public static let title = "multi gaussian"
  public static let summary = "Six bumps, up and down, to predict: needs several layers or units."
  public static let noiseHelp = "moves the points that labels are read at"
  public static let defaultCount = 1200

  private static let bumps: [(x: Double, y: Double, sign: Double)] = [
    (-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1),
  ]

  public static func problem(_ settings: RecipeSettings) -> Problem { .regression }

  public static func truth(_ settings: RecipeSettings) -> Truth {
    .numbers(
      ConesTruth(bumps.map { .init(x1: $0.x, x2: $0.y, sign: $0.sign) }, settings))
  }

  public static func examples(_ settings: RecipeSettings, using random: inout Random) -> [Example] {
    (0..<settings.count).map { _ in
      let x = random.uniform(-6, 6)
      let y = random.uniform(-6, 6)
      let moved = random.displaced(x, y, reach: 6, noise: settings.noise)
      return Example(x, y, label: height(moved.x, moved.y))
    }
  }

  private static func height(_ x: Double, _ y: Double) -> Double {
    var height = 0.0
    for bump in bumps {
      let distance = ((x - bump.x) * (x - bump.x) + (y - bump.y) * (y - bump.y)).squareRoot()
      let value = bump.sign * min(max(1 - distance / 2, 0), 1)
      if abs(value) > abs(height) { height = value }
    }
    return height
  }
}
