/// How many samples of the negative class are called positive to find how many of the positive
/// class, as the threshold on the score falls: the receiver operating characteristic.
public struct ROCCurve: Equatable, Sendable {
  /// What calling every score from a threshold on positive gives.
  public struct Point: Equatable, Sendable {
    /// The lowest score that is called positive; +∞ at the start, where none is.
    public let threshold: Double
    /// The share of negative samples that are called positive, 0…1.
    public let falsePositiveRate: Double
    /// The share of positive samples that are called positive, 0…1.
    public let truePositiveRate: Double
  }

  /// From (0, 0) to (1, 1), a point for each different score, the highest first.
  public let points: [Point]

  /// The area under the curve, 0…1: the chance that a positive sample scores higher than a negative
  /// one, where a tie counts half. 0.5 is no better than guessing.
  ///
  /// Counted in whole numbers and divided once, so that it does not depend on the order of the
  /// samples. It is the area of the trapezoids below `points` and Mann and Whitney's U.
  /// Source: J. A. Hanley and B. J. McNeil, "The meaning and use of the area under a receiver
  /// operating characteristic (ROC) curve", Radiology 143, 1982.
  public let area: Double

  /// The curve of samples with scores.
  ///
  /// There is none (nil) if only one class is among the samples, for then one of the rates is 0/0;
  /// and none if a score is NaN, which is neither above nor below a threshold.
  public init?(scores: [Double], isPositive: [Bool]) {
    precondition(scores.count == isPositive.count, "every score needs a class")
    let positives = isPositive.count { $0 }
    let negatives = isPositive.count - positives
    guard positives > 0, negatives > 0, !scores.contains(where: \.isNaN) else { return nil }
    var points = [Point(threshold: .infinity, falsePositiveRate: 0, truePositiveRate: 0)]
    var (truePositives, falsePositives, doubledPairs) = (0, 0, 0)
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var next = 0
    while next < order.count {
      let threshold = scores[order[next]]
      let (found, mistaken) = (truePositives, falsePositives)
      while next < order.count, scores[order[next]] == threshold {
        if isPositive[order[next]] { truePositives += 1 } else { falsePositives += 1 }
        next += 1
      }
      // Each new negative has all positives found before above it, and those of its score beside.
      doubledPairs += (falsePositives - mistaken) * (found + truePositives)
      points.append(
        Point(
          threshold: threshold, falsePositiveRate: Double(falsePositives) / Double(negatives),
          truePositiveRate: Double(truePositives) / Double(positives)))
    }
    self.points = points
    area = Double(doubledPairs) / Double(2 * positives * negatives)
  }
}
