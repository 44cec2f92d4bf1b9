public import Engine

/// A curve to predict, over x₁ alone: 0.8·sin x₁ + x₁/30.
///
/// x₂ is 0, and not the label, for an input must not give the answer away.
public enum Wave: Recipe {
  public static let name = "wave"
  public static let title = "wave"
  public static let summary = "A curve over x₁ to predict: each bend takes a unit or two."
  public static let noiseHelp = "moves the numbers off the curve"
  public static let defaultCount = 200
  public static let isOneDimensional = true

  public static func problem(_ settings: RecipeSettings) -> Problem { .regression }

  public static func truth(_ settings: RecipeSettings) -> Truth { .numbers(WaveTruth(settings)) }

  public static func examples(_ settings: RecipeSettings, using random: inout Random) -> [Example] {
    (0..<settings.count).map { _ in
      let x = random.uniform(-6, 6)
      let y = 0.8 * Elementary.sine(x) + x / 30
      return Example(x, 0, label: y + settings.noise * random.normal() / 2)
    }
  }
}
