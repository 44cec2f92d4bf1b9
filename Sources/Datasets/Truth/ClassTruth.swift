/// How probable each class of a recipe's points is at each place, for one amount of noise.
///
/// All of it follows from the recipe alone and depends on nothing that was drawn. Nothing of the
/// platform's mathematics is called, so the bits are the same everywhere.
public protocol ClassTruth: Sendable {
  /// The number of classes.
  var classCount: Int { get }
  /// What noise does.
  var noise: NoiseKind { get }
  /// How densely points lie at a place, per unit of area; infinite where they lie on a line.
  func density(_ x1: Double, _ x2: Double) -> Double
  /// The probability of each class at a place; they add up to 1.
  ///
  /// Where no points lie, it is what the recipe would give a point that lay there, or else what the
  /// place gets when noise grows from nothing until points reach it.
  func posterior(_ x1: Double, _ x2: Double) -> [Double]
  /// A number for each class, of which the largest belongs to the class with the largest probability.
  /// Unlike probabilities, which are 1 and 0 nearly everywhere where noise is small, they go through
  /// each other steadily, so that a line between classes can be drawn from them.
  func scores(_ x1: Double, _ x2: Double) -> [Double]
  /// The class that the recipe gives a point of this place when there is no noise.
  func cleanClass(_ x1: Double, _ x2: Double) -> Int
  /// In how many parts the least loss is computed.
  var partCount: Int { get }
  /// A part of the least loss, `index` in 0..<partCount.
  func part(_ index: Int) -> LeastLoss
}

/// What noise does to the points of a recipe.
public enum NoiseKind: Sendable {
  /// It changes labels and leaves the points where they are.
  case labels
  /// It moves points and leaves their labels as they are.
  case places
}

extension ClassTruth {
  /// Without another rule, the class that is most probable.
  public func cleanClass(_ x1: Double, _ x2: Double) -> Int { bestClass(x1, x2) }

  /// The class to choose at a place: the first of the largest scores.
  ///
  /// No rule errs less often than this one, the Bayes classifier.
  /// Source: C. M. Bishop, *Pattern Recognition and Machine Learning* (2006), 1.5.1.
  public func bestClass(_ x1: Double, _ x2: Double) -> Int {
    let scores = scores(x1, x2)
    var best = 0
    for index in scores.indices where scores[index] > scores[best] { best = index }
    return best
  }

  /// Whether the best rule takes a point for another class than its own.
  public func isMissed(_ example: Example) -> Bool {
    bestClass(Double(example.x1), Double(example.x2)) != Int(example.label)
  }

  /// Whether noise made a point what it should not be: changed its label, or carried it to where
  /// another class is more probable.
  public func isFlipped(_ example: Example) -> Bool {
    switch noise {
    case .labels: cleanClass(Double(example.x1), Double(example.x2)) != Int(example.label)
    case .places: isMissed(example)
    }
  }
}
