public import Engine

/// How much of what a recipe makes.
public struct RecipeSettings: Equatable, Sendable {
  /// The number of points.
  public var count: Int
  /// 0 for none, up to 0.8; what it does is the recipe's `noiseHelp`.
  public var noise: Double
  /// The number of classes, where a recipe lets it be chosen.
  public var classes: Int

  /// So many points with so much noise.
  public init(count: Int, noise: Double = 0, classes: Int = 2) {
    self.count = count
    self.noise = noise
    self.classes = classes
  }
}

/// Makes the points of a data set from random numbers alone, on −6…6 in both directions.
///
/// To add one: a file in `Recipes` with a type of this protocol, and its name in
/// `RecipeCatalogue.all`. Its truth stands in the folder `Truth`; tests compare it with the points.
public protocol Recipe: Sendable {
  /// Its name in presets, in lower case with hyphens.
  static var name: String { get }
  /// Its name on the screen.
  static var title: String { get }
  /// One sentence: what it looks like and what it takes to learn it.
  static var summary: String { get }
  /// What noise does to it, in a few words.
  static var noiseHelp: String { get }
  /// The number of points unless told otherwise.
  static var defaultCount: Int { get }
  /// Whether the number of classes can be chosen.
  static var choosesClasses: Bool { get }
  /// Whether x₂ is 0 everywhere, so that labels are a curve over x₁.
  static var isOneDimensional: Bool { get }

  /// What is to be predicted.
  static func problem(_ settings: RecipeSettings) -> Problem
  /// What can be known of where the points come from; `.unknown`, with the reason, if nobody can.
  static func truth(_ settings: RecipeSettings) -> Truth
  /// The points, each class or region in turn; equal settings and random numbers give equal bits.
  static func examples(_ settings: RecipeSettings, using random: inout Random) -> [Example]
}

extension Recipe {
  /// As many points as TensorFlow Playground uses for classification.
  public static var defaultCount: Int { 500 }
  /// Most recipes have a fixed number of classes.
  public static var choosesClasses: Bool { false }
  /// Most recipes fill the plane.
  public static var isOneDimensional: Bool { false }
  /// Most recipes have two classes.
  public static func problem(_ settings: RecipeSettings) -> Problem { .classification(classes: 2) }
}

/// Every data set there is. Menus, presets and tests read this list.
public enum RecipeCatalogue {
  /// The recipes in the order of the menu.
  public static let all: [any Recipe.Type] = [
    Circle.self, ExclusiveOr.self, Gaussians.self, Spiral.self, Moons.self, Blobs.self,
    Checkerboard.self, Plane.self, MultiGaussian.self, Wave.self,
  ]

  /// The recipe of that name.
  public static func named(_ name: String) -> (any Recipe.Type)? {
    all.first { $0.name == name }
  }
}

extension Random {
  /// A point displaced by U(−reach, reach)·noise in both directions: what labels noise flips.
  mutating func displaced(
    _ x: Double, _ y: Double, reach: Double, noise: Double
  ) -> (x: Double, y: Double) {
    let dx = uniform(-reach, reach) * noise
    let dy = uniform(-reach, reach) * noise
    return (x + dx, y + dy)
  }
}
