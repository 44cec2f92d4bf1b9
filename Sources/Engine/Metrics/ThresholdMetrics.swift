/// What comes of calling every score from a threshold on positive.
///
/// A share that would be 0/0 is 0, as in `ConfusionMatrix`; a score that is NaN is called neither,
/// which is wrong.
public struct ThresholdMetrics: Equatable, Sendable {
  /// The lowest score that is called positive.
  public let threshold: Double
  /// Positive, and called so.
  public let truePositives: Int
  /// Negative, but called positive.
  public let falsePositives: Int
  /// Negative, and called so.
  public let trueNegatives: Int
  /// Positive, but called negative.
  public let falseNegatives: Int
  /// How many scores were NaN, of positive samples and of negative ones.
  public let unanswered: (positives: Int, negatives: Int)

  /// Counts samples with scores.
  public init(scores: [Double], isPositive: [Bool], threshold: Double) {
    precondition(scores.count == isPositive.count, "every score needs a class")
    var counts = [0, 0, 0, 0, 0, 0]
    for (score, isPositive) in zip(scores, isPositive) {
      let called = score.isNaN ? 2 : score >= threshold ? 0 : 1
      counts[called * 2 + (isPositive ? 0 : 1)] += 1
    }
    self.threshold = threshold
    truePositives = counts[0]
    falsePositives = counts[1]
    falseNegatives = counts[2]
    trueNegatives = counts[3]
    unanswered = (counts[4], counts[5])
  }

  /// How many samples are positive.
  public var positives: Int { truePositives + falseNegatives + unanswered.positives }
  /// How many samples are negative.
  public var negatives: Int { trueNegatives + falsePositives + unanswered.negatives }

  /// The share of samples that are called what they are, 0…1; NaN without samples.
  public var accuracy: Double {
    Double(truePositives + trueNegatives) / Double(positives + negatives)
  }

  /// Of those called positive, the share that is, 0…1.
  public var precision: Double { share(truePositives, of: truePositives + falsePositives) }

  /// Of the positive ones, the share that is called so, 0…1: the sensitivity.
  public var recall: Double { share(truePositives, of: positives) }

  /// Of the negative ones, the share that is called so, 0…1.
  public var specificity: Double { share(trueNegatives, of: negatives) }

  /// 2·right / (called positive + positive), 0…1: the harmonic mean of precision and recall.
  public var f1: Double {
    share(2 * truePositives, of: truePositives + falsePositives + positives)
  }

  /// The counts as a matrix: class 0 is negative, class 1 positive.
  public var confusion: ConfusionMatrix {
    ConfusionMatrix(
      counts: [[trueNegatives, falsePositives], [falseNegatives, truePositives]],
      unanswered: [unanswered.negatives, unanswered.positives])
  }

  public static func == (one: Self, two: Self) -> Bool {
    one.threshold == two.threshold && one.confusion == two.confusion
  }

  private func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
