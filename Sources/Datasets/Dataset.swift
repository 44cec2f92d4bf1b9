import Engine

/// The points of a session, split into those to learn from, to choose settings by, and to test on.
public struct Dataset: Equatable, Sendable {
  /// A part of the points.
  public enum Share: CaseIterable, Sendable {
    case training, validation, test
  }

  /// What is to be predicted.
  public let problem: Problem
  /// What x₁ and x₂ stand for.
  public let axes: [Axis]
  /// What a number to predict stands for, by its label; of classes, what they are called together.
  public let target: Axis
  /// The classes by name, from 0 on; empty where numbers are predicted.
  public let classNames: [String]
  /// Whether x₂ says nothing, so that labels are a curve over x₁.
  public let isOneDimensional: Bool
  /// The points to learn from.
  public let training: [Example]
  /// The points to choose settings by; often none.
  public let validation: [Example]
  /// The points held back to the end.
  public let test: [Example]
  /// Rows of a table that were left out because a value is missing.
  public let missingCount: Int

  /// Both coordinates lie in this range, apart from a few points of noisy recipes.
  public static let domain: ClosedRange<Float> = -6...6

  /// The axes of points that are no measurements.
  public static let plainAxes = [Axis("x1"), Axis("x2")]

  /// Makes the points of a recipe and splits them.
  ///
  /// The points depend on the recipe, its settings and the seed. How they are shuffled depends on
  /// the seed alone; a stratified split of classes looks at their labels as well, and a split of
  /// numbers to predict is the same, stratified or not.
  public init(
    _ recipe: any Recipe.Type, settings: RecipeSettings, split: Split, seed: UInt64
  ) {
    var random = Random(seed: seed, stream: .data)
    problem = recipe.problem(settings)
    axes = Self.plainAxes
    target = .target("label")
    classNames = Self.plainClassNames(problem)
    isOneDimensional = recipe.isOneDimensional
    missingCount = 0
    (training, validation, test) = split.shares(
      of: recipe.examples(settings, using: &random), problem, seed: seed)
  }

  /// Splits the points of a table, or of at most `count` of its rows that the seed draws.
  public init(_ points: TablePoints, count: Int? = nil, split: Split, seed: UInt64) {
    problem =
      points.classNames.isEmpty ? .regression : .classification(classes: points.classNames.count)
    axes = points.axes
    target = points.target
    classNames = points.classNames
    isOneDimensional = points.isOneDimensional
    missingCount = points.missingCount
    (training, validation, test) = split.shares(
      of: points.examples, problem, seed: seed, count: count)
  }

  /// Points drawn by hand: each in its share, or split where they have none.
  public init(_ points: PointSet, split: Split, seed: UInt64) {
    problem = points.problem
    axes = points.axes
    target = points.target
    classNames =
      points.classNames.isEmpty ? Self.plainClassNames(problem) : points.classNames
    isOneDimensional = points.isOneDimensional
    missingCount = 0
    let free = points.points.filter { $0.share == nil }.map(\.example)
    let parts = split.shares(of: free, problem, seed: seed)
    func placed(_ share: Share) -> [Example] {
      points.points.filter { $0.share == share }.map(\.example)
    }
    training = placed(.training) + parts.training
    validation = placed(.validation) + parts.validation
    test = placed(.test) + parts.test
  }

  /// The points of a share.
  public subscript(share: Share) -> [Example] {
    switch share {
    case .training: training
    case .validation: validation
    case .test: test
    }
  }

  /// All points: those for training, then for validation, then for the test. Edits by hand count
  /// them so.
  public var allPoints: [Example] { training + validation + test }

  /// Whether the classes have names other than those of a recipe.
  public var hasOwnClassNames: Bool { classNames != Self.plainClassNames(problem) }

  /// The signs of two classes, or the numbers of more.
  public static func plainClassNames(_ count: Int) -> [String] {
    count == 2 ? ["−", "+"] : (0..<count).map { "\($0)" }
  }

  private static func plainClassNames(_ problem: Problem) -> [String] {
    guard case .classification(let classes) = problem else { return [] }
    return plainClassNames(classes)
  }
}

extension Split {
  /// Shuffles points and shares them out.
  ///
  /// - Parameter count: the most points to take, before they are shared out; nil for all.
  fileprivate func shares(
    of points: [Example], _ problem: Problem, seed: UInt64, count: Int? = nil
  ) -> (training: [Example], validation: [Example], test: [Example]) {
    var examples = points
    var order = Random(seed: seed, stream: .split)
    order.shuffle(&examples)
    if let count, count < examples.count { examples = Array(examples[..<max(1, count)]) }
    if isStratified && problem != .regression { examples = Split.stratified(examples) }
    let counts = counts(of: examples.count)
    let end = examples.count - counts.validation
    return (
      Array(examples[..<counts.training]), Array(examples[end...]),
      Array(examples[counts.training..<end])
    )
  }
}
