import Engine

/// The points of a session, split into those to learn from and those to test on.
public struct Dataset: Equatable, Sendable {
  /// What is to be predicted.
  public let problem: Problem
  /// The points to learn from.
  public let training: [Example]
  /// The points held back.
  public let test: [Example]

  /// Both coordinates lie in this range, apart from a few points of noisy recipes.
  public static let domain: ClosedRange<Float> = -6...6

  /// Makes the points of a recipe and splits them.
  ///
  /// The points depend on the recipe, its settings and the seed; which of them are for training
  /// depends on the seed alone, so that a larger share keeps the points of a smaller one.
  ///
  /// - Parameter trainingShare: 0…1; at least one point is for training.
  public init(
    _ recipe: any Recipe.Type, settings: RecipeSettings, trainingShare: Double, seed: UInt64
  ) {
    var random = Random(seed: seed, stream: .data)
    var examples = recipe.examples(settings, using: &random)
    var order = Random(seed: seed, stream: .split)
    order.shuffle(&examples)
    // 0.29 of 100 is 28.999…996 in binary, and 29 is meant.
    let wanted = (Double(examples.count) * trainingShare + 1e-6).rounded(.down)
    let cut = min(max(1, Int(wanted)), examples.count)
    problem = recipe.problem(settings)
    training = Array(examples[..<cut])
    test = Array(examples[cut...])
  }
}
