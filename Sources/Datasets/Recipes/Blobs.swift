public import Engine

/// Two to six normal clouds, a class each, their centres evenly on a circle of radius 3.6.
public enum Blobs: Recipe {
  public static let name = "blobs"
  public static let title = "blobs"
  public static let summary = "Two to six round clouds on a circle, one class each."
  public static let noiseHelp = "widens the clouds until they overlap"
  public static let choosesClasses = true

  /// How many classes there can be.
  public static let classRange = 2...6

  public static func problem(_ settings: RecipeSettings) -> Problem {
    .classification(classes: classes(settings))
  }

  public static func examples(_ settings: RecipeSettings, using random: inout Random) -> [Example] {
    let classes = classes(settings)
    let deviation = 0.6 + 2 * settings.noise
    return (0..<settings.count).map { index in
      let label = index % classes
      let angle = 2 * .pi * Double(label) / Double(classes)
      let x = 3.6 * Elementary.sine(angle) + deviation * random.normal()
      let y = 3.6 * Elementary.cosine(angle) + deviation * random.normal()
      return Example(x, y, label: Double(label))
    }
  }

  private static func classes(_ settings: RecipeSettings) -> Int {
    min(max(settings.classes, classRange.lowerBound), classRange.upperBound)
  }
}
