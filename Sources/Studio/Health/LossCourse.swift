import Datasets
import Engine
import Lessons

/// The training loss from noted epoch to noted epoch, measured against what can be had for nothing:
/// the loss of the best constant answer.
///
/// That measure makes losses of all kinds and of all units comparable: 1 is knowing nothing but how
/// often each answer is right, 0 is knowing everything.
struct LossCourse {
  /// The noted epochs and their training losses since the last change, oldest first.
  let entries: [LossHistory.Entry]
  /// The loss of the best constant answer; NaN if there is none to compare with.
  let constant: Double

  /// A course with these losses.
  init(entries: [LossHistory.Entry], constant: Double) {
    self.entries = entries
    self.constant = constant
  }

  init(_ session: Session, since epoch: Int) {
    entries = session.history.entries.filter { $0.epoch >= epoch }
    constant = session.yardstick.constant
  }

  /// The newest loss; NaN without one.
  var loss: Double { entries.last?.training ?? .nan }

  /// How much of the constant answer's loss is left; NaN if that is not known.
  var left: Double { constant > 0 ? loss / constant : .nan }

  /// Whether most of what can be learned is learned: what hinders learning does no harm any more.
  var isMostlyLearned: Bool { left < 0.6 }

  /// `0.31, 62 % of what a constant answer has`.
  var words: String {
    left.isFinite
      ? "\(Words.number(loss)), \(Words.percent(left)) of what a constant answer has"
      : Words.number(loss)
  }
}

/// The best answer that looks at no input.
struct ConstantAnswer {
  /// Its mean loss over the training points; NaN without points.
  let loss: Double

  init(_ preset: Preset, _ dataset: Dataset) {
    let objective = preset.objective
    let labels = dataset.training.map(\.label)
    guard !labels.isEmpty else {
      loss = .nan
      return
    }
    if case .classification(let classes) = objective.problem {
      var counts = Array(repeating: 0.0, count: max(2, classes))
      for label in labels {
        let index = label.isFinite ? Int(max(0, min(label, Float(counts.count - 1)))) : 0
        counts[index] += 1
      }
      loss = Self.loss(objective, shares: counts.map { $0 / Double(labels.count) })
    } else {
      loss = Self.loss(objective.loss, labels.map(Double.init))
    }
  }

  /// Of classes with these shares.
  private static func loss(_ objective: Objective, shares: [Double]) -> Double {
    // One output tells two classes apart: the share of the second is all there is to know.
    let outputs = objective.outputCount == 1 ? [shares[1]] : shares
    let each = outputs.map { share -> Double in
      // Targets are ±1, the mean is m, and the mean square about it 1 − m².
      let mean = 2 * share - 1
      switch objective.loss {
      case .halfSquaredError: return (1 - mean * mean) / 2
      case .meanSquaredError: return 1 - mean * mean
      case .meanAbsoluteError: return 1 - abs(mean)
      case .huber(let delta): return best(huber: Double(delta), of: [(-1, 1 - share), (1, share)])
      case .hinge: return 2 * min(share, 1 - share)
      case .binaryCrossEntropy: return entropy(share) + entropy(1 - share)
      case .softmaxCrossEntropy: return entropy(share)
      }
    }
    let sum = each.reduce(0, +)
    switch objective.loss {
    case .halfSquaredError, .softmaxCrossEntropy, .binaryCrossEntropy: return sum
    case .meanSquaredError, .meanAbsoluteError, .huber, .hinge: return sum / Double(each.count)
    }
  }

  /// Of numbers.
  private static func loss(_ loss: Loss, _ labels: [Double]) -> Double {
    let count = Double(labels.count)
    let mean = labels.reduce(0, +) / count
    let variance = labels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    switch loss {
    case .meanSquaredError: return variance
    case .meanAbsoluteError:
      let median = labels.sorted()[labels.count / 2]
      return labels.reduce(0) { $0 + abs($1 - median) } / count
    case .huber(let delta):
      return best(huber: Double(delta), of: labels.map { ($0, 1 / count) })
    default: return variance / 2
    }
  }

  /// The least mean of Huber's loss over the targets, each with its share, by halving a range: the
  /// slope rises with the answer.
  private static func best(huber delta: Double, of targets: [(Double, Double)]) -> Double {
    var (low, high) = (targets[0].0, targets[0].0)
    for (target, _) in targets { (low, high) = (min(low, target), max(high, target)) }
    for _ in 0..<40 {
      let middle = (low + high) / 2
      let slope = targets.reduce(0) {
        $0 + $1.1 * min(max(middle - $1.0, -delta), delta)
      }
      if slope > 0 { high = middle } else { low = middle }
    }
    return targets.reduce(0) { sum, target in
      let error = abs(low - target.0)
      return sum + target.1
        * (error <= delta ? error * error / 2 : delta * (error - delta / 2))
    }
  }

  /// −p log p.
  private static func entropy(_ share: Double) -> Double {
    share > 0 ? -share * Elementary.logarithm(share) : 0
  }
}
