public import Engine

/// Two half circles that reach into each other.
public enum Moons: Recipe {
  public static let name = "moons"
  public static let title = "moons"
  public static let summary = "Two half moons that reach into each other: a bent line is needed."
  public static let noiseHelp = "moves the points off their moon"

  public static func truth(_ settings: RecipeSettings) -> Truth { .classes(MoonsTruth(settings)) }

  public static func examples(_ settings: RecipeSettings, using random: inout Random) -> [Example] {
    // Unit half circles, the lower one moved by (1, ½); centred on the origin and enlarged.
    let scale = 3.2
    return (0..<settings.count).map { index in
      let isUpper = index < settings.count / 2
      let angle = random.uniform(0, .pi)
      let cosine = Elementary.cosine(angle)
      let sine = Elementary.sine(angle)
      let x = isUpper ? cosine : 1 - cosine
      let y = isUpper ? sine : 0.5 - sine
      let deviation = settings.noise * 1.6
      return Example(
        (x - 0.5) * scale + deviation * random.normal(),
        (y - 0.25) * scale + deviation * random.normal(), label: isUpper ? 1 : 0)
    }
  }
}
