/// How the points of a data set are shared out.
///
/// Training points are taken from the front of the shuffled points, validation points from the
/// back, and what is left between them tests. So a larger training share keeps the points of a
/// smaller one whatever is held back for validation, and the other way round.
public struct Split: Equatable, Sendable {
  /// The share of the points to learn from, 0…1; at least one point is for training.
  public var training: Double
  /// The share of the points to choose settings by, 0…1; what exceeds the rest is left out.
  public var validation: Double
  /// Whether each share has the classes in the proportion that all points have them.
  public var isStratified: Bool

  /// So much for training and validation; the rest tests.
  public init(training: Double, validation: Double = 0, isStratified: Bool = false) {
    self.training = training
    self.validation = validation
    self.isStratified = isStratified
  }

  /// How many of so many points are for training and for validation, each rounded down where the
  /// shares before it end.
  func counts(of count: Int) -> (training: Int, validation: Int) {
    let training = min(max(1, whole(training, of: count)), count)
    let both = min(whole(self.training + validation, of: count), count)
    return (training, max(0, both - training))
  }

  private func whole(_ share: Double, of count: Int) -> Int {
    // 0.29 of 100 is 28.999…996 in binary, and 29 is meant.
    Int((Double(count) * share + 1e-6).rounded(.down))
  }

  /// The points in an order whose every beginning has the classes in proportion, as nearly as whole
  /// points can; points of a class keep their order among themselves.
  ///
  /// A class of n points comes due at ½/n, 1½/n, … of the way. Cut anywhere, that is Sainte-Laguë's
  /// apportionment: for two classes the rule of the largest remainder. For more, that rule could
  /// take a point of a class back when the share grows (the Alabama paradox); this one never does.
  /// Source: M. L. Balinski and H. P. Young, "Fair Representation", 1982.
  static func stratified(_ examples: [Example]) -> [Example] {
    var labels: [Float] = []
    var sizes: [Int] = []
    var places: [(label: Int, rank: Int)] = []
    for example in examples {
      let label = labels.firstIndex(of: example.label) ?? labels.count
      if label == labels.count {
        labels.append(example.label)
        sizes.append(0)
      }
      places.append((label, sizes[label]))
      sizes[label] += 1
    }
    // (rank + ½)/size without rounding: both sides times twice both sizes.
    let order = examples.indices.sorted { left, right in
      let (a, b) = (places[left], places[right])
      let (due, other) = ((2 * a.rank + 1) * sizes[b.label], (2 * b.rank + 1) * sizes[a.label])
      // Of two that are due at once, the one that was shuffled to the front.
      return due == other ? left < right : due < other
    }
    return order.map { examples[$0] }
  }
}
