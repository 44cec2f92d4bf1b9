public import Datasets
import Engine
public import Lessons

/// What is known of where a session's points come from, worked out piece by piece: first the picture,
/// then which points noise flipped, then what no model can get below.
public struct TruthWork: Work {
  /// Pixels across and down of the picture.
  public static let side = 128

  /// What it is about: it is out of date as soon as the session has other data settings.
  public let data: Preset.Data
  /// The truth itself.
  public let truth: Truth
  /// Over the domain, row by row from the top, NaN where nothing is computed yet, `[line][pixel]`: of
  /// two classes, how far the second is ahead of the first; of more, each one of the best of the
  /// others; the number to expect, where numbers are predicted. Empty if nothing is known.
  public private(set) var fields: [[Float]] = []
  /// What no model can get below, once it is finished.
  public private(set) var least = LeastLoss()

  private let settings: RecipeSettings
  private let points: [[Example]]
  private var flipped: [[Bool]] = [[], [], []]
  private var missed = [0, 0, 0]
  private var rows = 0
  private var parts = 0

  /// What a session's data ask for.
  ///
  /// - Parameter other: what was worked out before; of the same settings it is not done again.
  public init(_ session: Session, reusing other: TruthWork? = nil) {
    data = session.preset.data
    settings = session.preset.recipeSettings
    let dataset = session.dataset
    points = Dataset.Share.allCases.map { dataset[$0] }
    if let other, other.data.recipe == data.recipe, other.settings == settings {
      (truth, fields, rows) = (other.truth, other.fields, other.rows)
      (least, parts) = (other.least, other.parts)
      return
    }
    truth = session.preset.truth
    let count: Int
    switch truth {
    case .classes(let truth): count = truth.classCount == 2 ? 1 : truth.classCount
    case .numbers: count = 1
    case .unknown: count = 0
    }
    fields = Array(
      repeating: Array(repeating: .nan, count: Self.side * Self.side), count: count)
  }

  /// Whether it is about the data of a session as they are now.
  public func fits(_ session: Session) -> Bool { data == session.preset.data }

  /// Whether anything is known.
  public var isKnown: Bool { !fields.isEmpty }

  public var progress: Double {
    guard isKnown else { return 1 }
    // The picture and the parts take about as long.
    let shares = Double(parts) / Double(max(1, truth.partCount))
    return (Double(rows) / Double(Self.side) + shares) / 2
  }

  public var isFinished: Bool {
    !isKnown || (rows == Self.side && !hasPointsLeft && parts == truth.partCount)
  }

  public mutating func advance() {
    guard !isFinished else { return }
    if rows < Self.side {
      addRow()
    } else if hasPointsLeft {
      addPoints()
    } else {
      least += truth.part(parts)
      parts += 1
    }
  }

  // MARK: - The picture

  private mutating func addRow() {
    let low = Double(Dataset.domain.lowerBound)
    let step = (Double(Dataset.domain.upperBound) - low) / Double(Self.side)
    let x2 = low + step * (Double(Self.side - rows) - 0.5)
    for column in 0..<Self.side {
      let x1 = low + step * (Double(column) + 0.5)
      let values = values(x1, x2)
      for line in fields.indices { fields[line][rows * Self.side + column] = values[line] }
    }
    rows += 1
  }

  /// A number for each line.
  private func values(_ x1: Double, _ x2: Double) -> [Float] {
    switch truth {
    case .classes(let truth):
      let scores = truth.scores(x1, x2)
      if scores.count == 2 { return [Float(scores[1] - scores[0])] }
      return scores.indices.map { index in
        let best = scores.indices.reduce(-Double.infinity) {
          $1 == index ? $0 : max($0, scores[$1])
        }
        return Float(scores[index] - best)
      }
    case .numbers(let truth): return [Float(truth.mean(x1, x2))]
    case .unknown: return []
    }
  }

  // MARK: - The points

  private var hasPointsLeft: Bool {
    guard case .classes = truth else { return false }
    return flipped.indices.contains { flipped[$0].count < points[$0].count }
  }

  private mutating func addPoints() {
    guard case .classes(let truth) = truth,
      let share = flipped.indices.first(where: { flipped[$0].count < points[$0].count })
    else { return }
    for example in points[share][flipped[share].count...].prefix(200) {
      flipped[share].append(truth.isFlipped(example))
      if truth.isMissed(example) { missed[share] += 1 }
    }
  }

  private static func place(_ share: Dataset.Share) -> Int {
    Dataset.Share.allCases.firstIndex(of: share) ?? 0
  }

  /// Whether noise made a point what it should not be: see `ClassTruth.isFlipped`; false as long as
  /// that is not known, and if there is no such point.
  ///
  /// - Parameter index: the point's place in its share.
  public func isFlipped(_ share: Dataset.Share, _ index: Int) -> Bool {
    let marks = flipped[Self.place(share)]
    return marks.indices.contains(index) && marks[index]
  }

  /// How many points of a share noise made what they should not be.
  public func flippedCount(in share: Dataset.Share) -> Int {
    flipped[Self.place(share)].count { $0 }
  }

  /// The share of these very points that the best rule takes for another class, 0…1; NaN without any.
  public func missedShare(of share: Dataset.Share) -> Double {
    let place = Self.place(share)
    return Double(missed[place]) / Double(flipped[place].count)
  }
}

extension LeastLoss {
  /// The loss that no model can get below; nil where it takes more to know it than is known here.
  ///
  /// The hinge, and the mean absolute error of two classes, are least for the sign of the more
  /// probable class: twice the Bayes error.
  public func loss(of objective: Objective) -> Double? {
    let outputs = objective.outputCount
    switch objective.loss {
    case .halfSquaredError: return squaredError / 2
    case .meanSquaredError: return squaredError / Double(outputs)
    case .binaryCrossEntropy, .softmaxCrossEntropy: return crossEntropy
    case .hinge, .meanAbsoluteError:
      return objective.problem != .regression && outputs == 1 ? 2 * error : nil
    case .huber: return nil
    }
  }
}
