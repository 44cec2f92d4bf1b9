/// How many of the samples called positive are, against how many of the positive ones are found, as
/// the threshold on the score falls.
///
/// Where positives are rare, it tells more than the ROC curve: a few false alarms among many
/// negatives hardly move that one, but weigh on the precision.
public struct PrecisionRecallCurve: Equatable, Sendable {
  /// What calling every score from a threshold on positive gives.
  public struct Point: Equatable, Sendable {
    /// The lowest score that is called positive.
    public let threshold: Double
    /// Of those called positive, the share that is, 0…1.
    public let precision: Double
    /// Of the positive ones, the share that is called so, 0…1.
    public let recall: Double
  }

  /// A point for each different score, the highest first; the last has recall 1.
  public let points: [Point]

  /// The share of samples that are positive: the precision of guessing.
  public let positiveShare: Double

  /// AP = Σ (recall − recall before) · precision, 0…1: the mean precision at which a positive sample
  /// is found. The steps are not bridged by straight lines, which would be too hopeful.
  ///
  /// Source: J. Davis, M. Goadrich, *The Relationship Between Precision-Recall and ROC Curves*
  /// (2006), for why; the sum is that of scikit-learn's `average_precision_score`.
  public let averagePrecision: Double

  /// The curve of samples with scores; nil if no sample is positive, for then there is nothing to
  /// find, and if a score is NaN, which is neither above nor below a threshold.
  public init?(scores: [Double], isPositive: [Bool]) {
    precondition(scores.count == isPositive.count, "every score needs a class")
    let positives = isPositive.count { $0 }
    guard positives > 0, !scores.contains(where: \.isNaN) else { return nil }
    var points: [Point] = []
    var (found, called) = (0, 0)
    var sum = 0.0
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    while called < order.count {
      let threshold = scores[order[called]]
      let before = found
      while called < order.count, scores[order[called]] == threshold {
        if isPositive[order[called]] { found += 1 }
        called += 1
      }
      let precision = Double(found) / Double(called)
      sum += Double(found - before) * precision
      points.append(
        Point(
          threshold: threshold, precision: precision, recall: Double(found) / Double(positives)))
    }
    self.points = points
    positiveShare = Double(positives) / Double(scores.count)
    averagePrecision = sum / Double(positives)
  }
}
