import Engine

/// The points of a session, split into those to learn from, to choose settings by, and to test on.
public struct Dataset: Equatable, Sendable {
  /// A part of the points.
  public enum Share: CaseIterable, Sendable {
    case training, validation, test
  }

  /// What is to be predicted.
  public let problem: Problem
  /// The points to learn from.
  public let training: [Example]
  /// The points to choose settings by; often none.
  public let validation: [Example]
  /// The points held back to the end.
  public let test: [Example]

  /// Both coordinates lie in this range, apart from a few points of noisy recipes.
  public static let domain: ClosedRange<Float> = -6...6

  /// Makes the points of a recipe and splits them.
  ///
  /// The points depend on the recipe, its settings and the seed. How they are shuffled depends on
  /// the seed alone; a stratified split of classes looks at their labels as well, and a split of
  /// numbers to predict is the same, stratified or not.
  public init(
    _ recipe: any Recipe.Type, settings: RecipeSettings, split: Split, seed: UInt64
  ) {
    var random = Random(seed: seed, stream: .data)
    var examples = recipe.examples(settings, using: &random)
    var order = Random(seed: seed, stream: .split)
    order.shuffle(&examples)
    problem = recipe.problem(settings)
    if split.isStratified && problem != .regression { examples = Split.stratified(examples) }
    let counts = split.counts(of: examples.count)
    let end = examples.count - counts.validation
    training = Array(examples[..<counts.training])
    test = Array(examples[counts.training..<end])
    validation = Array(examples[end...])
  }

  /// The points of a share.
  public subscript(share: Share) -> [Example] {
    switch share {
    case .training: training
    case .validation: validation
    case .test: test
    }
  }
}
