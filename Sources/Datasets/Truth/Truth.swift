import Engine

/// What is known of where a data set's points come from.
public enum Truth: Sendable {
  /// How probable each class is at each place.
  case classes(any ClassTruth)
  /// The number to expect at each place.
  case numbers(any NumberTruth)
  /// Nothing, and why, as a sentence.
  case unknown(String)

  /// In how many parts `part` computes what no model can get below; 0 where nothing is known.
  public var partCount: Int {
    switch self {
    case .classes(let truth): truth.partCount
    case .numbers(let truth): truth.partCount
    case .unknown: 0
    }
  }

  /// One of the parts that add up to the least loss.
  ///
  /// - Parameter index: 0..<partCount.
  public func part(_ index: Int) -> LeastLoss {
    switch self {
    case .classes(let truth): truth.part(index)
    case .numbers(let truth): truth.part(index)
    case .unknown: LeastLoss()
    }
  }

  /// What no model can get below: the sum of all parts, which may take a second.
  public var leastLoss: LeastLoss {
    (0..<partCount).reduce(into: LeastLoss()) { $0 += part($1) }
  }
}

/// What the best of all models still gets wrong, on average over the points there could be.
///
/// Each number is an integral over the plane, weighted with the density of the points.
public struct LeastLoss: Equatable, Sendable {
  /// The integral of the density itself: 1 after all parts, or less by what lies far outside.
  public var mass = 0.0
  /// The share of points in another class than the most probable one at their place, 0…1: the Bayes
  /// error. Of numbers, 0.
  public var error = 0.0
  /// The mean of −log p of the true class for the true probabilities p, in nats: the cross-entropy of
  /// the best model, which is the entropy of the class at a place. Of numbers, 0.
  public var crossEntropy = 0.0
  /// The variance of the target at a place, the mean over places: the squared error of the best
  /// model. Of two classes the target is −1 or 1; of more, a −1 or 1 for each class, summed.
  public var squaredError = 0.0

  /// Nothing yet.
  public init() {}

  /// Of points without any noise.
  static let none: LeastLoss = {
    var loss = LeastLoss()
    loss.mass = 1
    return loss
  }()

  /// Adds up parts.
  public static func += (sum: inout LeastLoss, part: LeastLoss) {
    sum.mass += part.mass
    sum.error += part.error
    sum.crossEntropy += part.crossEntropy
    sum.squaredError += part.squaredError
  }

  /// Adds a place where class 1 of two has this probability.
  ///
  /// - Parameter mass: the density there times the area that the place stands for.
  mutating func add(_ mass: Double, positive: Double) {
    self.mass += mass
    error += mass * min(positive, 1 - positive)
    crossEntropy += mass * (surprise(positive) + surprise(1 - positive))
    squaredError += mass * 4 * positive * (1 - positive)
  }
}

/// −p log p, 0 at 0.
func surprise(_ probability: Double) -> Double {
  probability > 1e-300 ? -probability * Elementary.logarithm(probability) : 0
}
