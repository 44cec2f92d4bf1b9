/// How often samples of each class were taken for each class, and the shares that follow from it.
///
/// A share that would be 0/0 is 0, as scikit-learn's default has it: a class that is never
/// predicted earns no precision, and one that is never true no recall.
public struct ConfusionMatrix: Equatable, Sendable {
  /// `[true][predicted]`: samples of a class that were taken for a class.
  public private(set) var counts: [[Int]]
  /// `[true]`: samples of a class for which there was no answer, because an output was not a
  /// number. They are wrong, but no class is blamed for them.
  public private(set) var unanswered: [Int]

  /// Counts samples by their true and predicted classes, both from 0 to `classes` - 1; a predicted
  /// class of nil is no answer.
  public init(classes: Int, actual: [Int], predicted: [Int?]) {
    precondition(actual.count == predicted.count, "every sample needs a prediction")
    counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
    unanswered = Array(repeating: 0, count: classes)
    for (actual, predicted) in zip(actual, predicted) {
      if let predicted {
        counts[actual][predicted] += 1
      } else {
        unanswered[actual] += 1
      }
    }
  }

  /// A matrix of counts, `[true][predicted]`.
  init(counts: [[Int]], unanswered: [Int]) {
    self.counts = counts
    self.unanswered = unanswered
  }

  /// The number of classes.
  public var classCount: Int { counts.count }

  /// The number of samples.
  public var total: Int { counts.indices.reduce(0) { $0 + support(of: $1) } }

  /// How many samples are of a class.
  public func support(of index: Int) -> Int { counts[index].reduce(unanswered[index], +) }

  /// How many samples were taken for a class.
  public func predictions(of index: Int) -> Int { counts.reduce(0) { $0 + $1[index] } }

  /// The share of samples whose class is right, 0…1; NaN without samples, as in `Evaluation`.
  public var accuracy: Double {
    Double(counts.indices.reduce(0) { $0 + counts[$1][$1] }) / Double(total)
  }

  /// Of the samples taken for a class, the share that is of it, 0…1; 0 if there are none.
  public func precision(of index: Int) -> Double {
    share(counts[index][index], of: predictions(of: index))
  }

  /// Of the samples of a class, the share that was taken for it, 0…1; 0 if there are none.
  public func recall(of index: Int) -> Double {
    share(counts[index][index], of: support(of: index))
  }

  /// The harmonic mean of precision and recall, 0…1: 2·right / (predictions + support); 0 for a
  /// class that is neither true nor predicted.
  public func f1(of index: Int) -> Double {
    share(2 * counts[index][index], of: predictions(of: index) + support(of: index))
  }

  /// The mean precision of the classes; see `macroMean`.
  public var macroPrecision: Double { macroMean(precision) }

  /// The mean recall of the classes; see `macroMean`.
  public var macroRecall: Double { macroMean(recall) }

  /// The mean F1 of the classes; see `macroMean`.
  public var macroF1: Double { macroMean(f1) }

  /// The mean over the classes that are true or predicted of any sample, each class weighing the
  /// same, as in scikit-learn; NaN without samples. A class that does not occur says nothing.
  private func macroMean(_ metric: (Int) -> Double) -> Double {
    let occurring = counts.indices.filter { support(of: $0) + predictions(of: $0) > 0 }
    return occurring.reduce(0) { $0 + metric($1) } / Double(occurring.count)
  }

  private func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
