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

  public static func truth(_ settings: RecipeSettings) -> Truth {
    let classes = classes(settings)
    return .classes(
      CloudsTruth(
        (0..<classes).map { label in
          let (x, y) = centre(label, of: classes)
          // Labels take turns, so the first ones may have a point more.
          let count = max(0, settings.count - label + classes - 1) / classes
          return .init(
            x1: x, x2: y,
            share: settings.count > 0 ? Double(count) / Double(settings.count) : 1 / Double(classes)
          )
        }, deviation: deviation(settings)))
  }

  public static func examples(_ settings: RecipeSettings, using random: inout Random) -> [Example] {
    let classes = classes(settings)
    let deviation = deviation(settings)
    return (0..<settings.count).map { index in
      let label = index % classes
      let centre = centre(label, of: classes)
      let x = centre.x + deviation * random.normal()
      let y = centre.y + deviation * random.normal()
      return Example(x, y, label: Double(label))
    }
  }

  private static func centre(_ label: Int, of classes: Int) -> (x: Double, y: Double) {
    let angle = 2 * .pi * Double(label) / Double(classes)
    return (3.6 * Elementary.sine(angle), 3.6 * Elementary.cosine(angle))
  }

  private static func deviation(_ settings: RecipeSettings) -> Double {
    0.6 + 2 * settings.noise
  }

  private static func classes(_ settings: RecipeSettings) -> Int {
    min(max(settings.classes, classRange.lowerBound), classRange.upperBound)
  }
}
