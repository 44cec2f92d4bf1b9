import Datasets
import Drawing
import Engine
import Lessons
import Studio

/// Losses, accuracies and the penalty from epoch to epoch, the present moment the newest of them.
struct LossCurves {
  /// What is measured.
  enum Quantity: CaseIterable, Sendable {
    /// The mean loss of each share of the points.
    case loss
    /// What training makes small: the training loss with the penalty, and the penalty by itself.
    case objective
    /// The share of right answers, in percent.
    case accuracy
  }

  let session: Session
  let now: Evaluations

  /// Epochs so far, a part of one as its fraction.
  var present: Double { session.epochs }

  /// The last epoch of a chart: in the past what lies ahead is seen as well.
  var newest: Double { max(present, Double(session.lastEpochOfBranch)) }

  /// Whether classes are told apart, so that there is an accuracy.
  var hasAccuracy: Bool { session.preset.problem != .regression }

  /// The curves of a quantity, with the points of an interval of epochs and their neighbours; a share
  /// without points has no curve.
  ///
  /// Test points come last and dashed, so that both are seen where they coincide.
  func series(
    _ quantity: Quantity, within epochs: ClosedRange<Double>? = nil, _ palette: Palette
  ) -> [LineChart.Series] {
    let moments = Slice(session.history.entries, within: epochs)
    func curve(
      _ name: String, _ color: Color, _ pattern: LinePattern = .solid,
      _ value: (LossHistory.Entry) -> Double?, now: Double?
    ) -> LineChart.Series {
      var points = moments.entries.map { (x: Double($0.epoch), y: value($0) ?? .nan) }
      // The newest point is the present one, even within an epoch.
      if session.trainer.divergence == nil, moments.reachesEnd {
        points.append((present, now ?? .nan))
      }
      return LineChart.Series(name: name, points: points, color: color, pattern: pattern)
    }
    let hasValidation = !session.dataset.validation.isEmpty
    let hasTest = !session.dataset.test.isEmpty
    var all: [LineChart.Series] = []
    switch quantity {
    case .loss, .objective:
      if quantity == .objective {
        let penalty = session.penalty
        all += [
          curve(
            "train + penalty", palette.accent, .longDashed,
            { entry in entry.penalty.map { entry.training + $0 } },
            now: now.training.loss + penalty),
          curve("penalty", palette.warning, .dotted, { $0.penalty }, now: penalty),
        ]
      }
      all.append(curve("train", palette.positive, .solid, { $0.training }, now: now.training.loss))
      if hasValidation, quantity == .loss {
        all.append(
          curve(
            "validation", palette.accent, .dotted, { $0.validation }, now: now.validation?.loss))
      }
      if hasTest {
        all.append(curve("test", palette.negative, .dashed, { $0.test }, now: now.test.loss))
      }
    case .accuracy:
      all.append(
        curve(
          "train", palette.positive, .solid, { $0.accuracy.training.map { 100 * $0 } },
          now: 100 * now.training.accuracy))
      if hasValidation {
        all.append(
          curve(
            "validation", palette.accent, .dotted, { $0.accuracy.validation.map { 100 * $0 } },
            now: now.validation.map { 100 * $0.accuracy }))
      }
      if hasTest {
        all.append(
          curve(
            "test", palette.negative, .dashed, { $0.accuracy.test.map { 100 * $0 } },
            now: 100 * now.test.accuracy))
      }
    }
    return all
  }

  /// The entries of an interval and one more on each side.
  private struct Slice {
    let entries: ArraySlice<LossHistory.Entry>
    /// Whether the newest entry is among them.
    let reachesEnd: Bool

    init(_ all: [LossHistory.Entry], within epochs: ClosedRange<Double>?) {
      guard let epochs else {
        entries = all[...]
        reachesEnd = true
        return
      }
      let start = all.firstPlace { Double($0.epoch) >= epochs.lowerBound }
      let end = all.firstPlace { Double($0.epoch) > epochs.upperBound }
      entries = all[max(0, start - 1)..<max(min(all.count, end + 1), max(0, start - 1))]
      reachesEnd = end == all.count
    }
  }
}

extension Session {
  /// Epochs so far, a part of one as its fraction.
  var epochs: Double {
    let part = Double(trainer.position) / Double(max(1, trainer.samples.count))
    return Double(trainer.epochCount) + part
  }
}

extension Array {
  /// The first place where a condition holds that holds from there on; `count` if it never does.
  func firstPlace(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
