public import Engine

/// A board of four by four squares with sides of 3, a margin of 0.15 left free in each.
public enum Checkerboard: Recipe {
  public static let name = "checkerboard"
  public static let title = "checkerboard"
  public static let summary = "Sixteen squares of alternating class: many boundaries at once."
  public static let noiseHelp = "flips labels near the sides of the squares"

  public static func truth(_ settings: RecipeSettings) -> Truth {
    .classes(SidesTruth.checkerboard(settings))
  }

  public static func examples(_ settings: RecipeSettings, using random: inout Random) -> [Example] {
    (0..<settings.count).map { _ in
      let x = coordinate(using: &random)
      let y = coordinate(using: &random)
      let moved = random.displaced(x, y, reach: 3, noise: settings.noise)
      let column = (moved.x / 3).rounded(.down)
      let row = (moved.y / 3).rounded(.down)
      let isEven = (column + row) / 2 == ((column + row) / 2).rounded(.down)
      return Example(x, y, label: isEven ? 1 : 0)
    }
  }

  private static func coordinate(using random: inout Random) -> Double {
    -6 + 3 * Double(random.below(4)) + random.uniform(0.15, 2.85)
  }
}
