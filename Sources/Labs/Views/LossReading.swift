import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// The numbers of one epoch: losses, accuracies and the penalty.
struct LossReading: Equatable {
  /// Epochs completed, a part of one as its fraction.
  let epoch: Double
  /// The mean losses; NaN without points, nil without validation points.
  let training, test: Double
  let validation: Double?
  /// Shares of right answers, 0…1; nil where they are not known.
  let trainingAccuracy, testAccuracy, validationAccuracy: Double?
  /// What regularisation adds to the training loss; nil where it is not known.
  let penalty: Double?

  init(_ entry: LossHistory.Entry) {
    epoch = Double(entry.epoch)
    training = entry.training
    test = entry.test
    validation = entry.validation
    trainingAccuracy = entry.accuracy.training
    testAccuracy = entry.accuracy.test
    validationAccuracy = entry.accuracy.validation
    penalty = entry.penalty
  }

  /// The numbers of the present moment.
  init(_ curves: LossCurves) {
    let now = curves.now
    func known(_ evaluation: Evaluation?) -> Double? {
      guard curves.hasAccuracy, let evaluation, !evaluation.accuracy.isNaN else { return nil }
      return evaluation.accuracy
    }
    epoch = curves.present
    training = now.training.loss
    test = now.test.loss
    validation = now.validation?.loss
    trainingAccuracy = known(now.training)
    testAccuracy = known(now.test)
    validationAccuracy = known(now.validation)
    penalty = curves.session.penalty
  }

  /// In one line: `epoch 120: train 0.031 (98.2 %), test 0.044 (95 %), penalty 0.01`; fewer digits
  /// and no penalty where that would be too long.
  func text(room: Int) -> String {
    let hasPenalty = (penalty ?? 0) > 0
    for (digits, withPenalty) in [(3, hasPenalty), (2, hasPenalty), (2, false)] {
      let line = line(digits: digits, withPenalty: withPenalty)
      if columnWidth(line) <= room { return line }
    }
    return line(digits: 2, withPenalty: false)
  }

  private func line(digits: Int, withPenalty: Bool) -> String {
    var parts = [part("train", training, trainingAccuracy, digits)]
    if let validation { parts.append(part("validation", validation, validationAccuracy, digits)) }
    if !test.isNaN { parts.append(part("test", test, testAccuracy, digits)) }
    if withPenalty, let penalty {
      parts.append("penalty \(format(penalty, significantDigits: digits))")
    }
    let decimals = epoch == epoch.rounded() ? 0 : 1
    return "epoch \(format(epoch, decimals: decimals)): " + parts.joined(separator: ", ")
  }

  private func part(_ name: String, _ loss: Double, _ accuracy: Double?, _ digits: Int) -> String {
    let share = accuracy.map { " (\(format(100 * $0, significantDigits: 3)) %)" } ?? ""
    return "\(name) \(loss.isNaN ? "–" : format(loss, significantDigits: digits))\(share)"
  }
}

extension LossCurves {
  /// The epoch that did best, as far as epochs were noted: by validation points, else by test points,
  /// else by training points; the earliest of equals.
  func best(_ quantity: Quantity) -> (epoch: Int, share: String, value: Double)? {
    guard quantity != .accuracy || hasAccuracy else { return nil }
    let isAccuracy = quantity == .accuracy
    let share: String
    let value: (LossHistory.Entry) -> Double?
    if !session.dataset.validation.isEmpty {
      share = "validation"
      value = isAccuracy ? { $0.accuracy.validation } : { $0.validation }
    } else if !session.dataset.test.isEmpty {
      share = "test"
      value = isAccuracy ? { $0.accuracy.test } : { $0.test }
    } else {
      share = "train"
      value = isAccuracy ? { $0.accuracy.training } : { $0.training }
    }
    var best: (epoch: Int, share: String, value: Double)?
    for entry in session.history.entries {
      guard let value = value(entry), value.isFinite else { continue }
      let isBetter =
        best.map { isAccuracy ? value > $0.value : value < $0.value } ?? true
      if isBetter { best = (entry.epoch, share, value) }
    }
    return best
  }

  /// The numbers of the noted epoch nearest to one, or of the present moment if that is nearer; nil
  /// if nothing was noted.
  func reading(near epoch: Double) -> LossReading? {
    let entries = session.history.entries
    let next = entries.firstPlace { Double($0.epoch) >= epoch }
    let around = [next - 1, next].filter(entries.indices.contains).map { entries[$0] }
    let nearest = around.min { abs(Double($0.epoch) - epoch) < abs(Double($1.epoch) - epoch) }
    let distance = nearest.map { abs(Double($0.epoch) - epoch) } ?? .infinity
    if session.trainer.divergence == nil, abs(present - epoch) < distance {
      return LossReading(self)
    }
    return nearest.map { LossReading($0) }
  }
}
