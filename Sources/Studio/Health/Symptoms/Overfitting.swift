import Datasets
import Engine
import Lessons

/// A loss on points that are not learned from which rises again, while that on the training points
/// falls.
///
/// It looks at the validation points where there are any, else at the test points.
///
/// Source: L. Prechelt, *Early Stopping — But When?* (1998): his GL measure, how far the loss lies
/// above its lowest so far.
public enum Overfitting: Symptom {
  public static let name = "overfitting"
  public static let why =
    "From its lowest point on, the network learns what is special about the training points, noise"
    + " included, and gets worse on all others."
  public static let rule =
    "On where the loss on held-back points is 25 % above its lowest and the rise is 5 % of a constant"
    + " answer's loss or more, while the training loss has fallen; out below about half of that."

  /// 1 where both parts of the rule hold.
  private static let gauge = Gauge(on: 1, off: 0.55, watch: 0.4)
  /// The most epochs that are looked at, spread evenly.
  private static let limit = 256

  public static func examine(_ run: Checkup) -> Finding {
    let dataset = run.session.dataset
    let isValidation = !dataset.validation.isEmpty
    guard isValidation || !dataset.test.isEmpty else {
      return Finding(
        state: .notApplicable, measured: "No points are held back, so nothing can show it.",
        evidence: .losses)
    }
    if let watch = run.session.trainer.earlyStopping, watch.hasStopped {
      return Finding(
        state: .off,
        measured: "Early stopping ended training in time: the weights of epoch \(watch.bestEpoch)"
          + " are back, where the validation loss was lowest.", evidence: .losses)
    }
    let all = run.session.history.entries
    let stride = max(1, all.count / limit)
    let entries = all.enumerated().filter { ($0.offset + 1 - all.count) % stride == 0 }
      .map(\.element)
    let course = Self.course(entries, isValidation, constant: run.losses.constant)
    let name = isValidation ? "validation" : "test"
    guard let now = course.now, let lowest = course.lowest else {
      return Finding(
        state: .off, measured: "Too few epochs to see how the \(name) loss goes.",
        evidence: .losses)
    }
    let rise = Words.percent(lowest.loss > 0 ? now / lowest.loss - 1 : 0)
    return Finding(
      state: gauge.state(after: course.badness),
      measured: "The \(name) loss was lowest in epoch \(lowest.epoch),"
        + " \(Words.number(lowest.loss)); now it is \(Words.number(now)), \(rise) more. The"
        + " training loss is \(Words.number(run.losses.loss)).",
      advice: advice(run, best: lowest.epoch), evidence: .losses)
  }

  private struct Course {
    var badness: [Double] = []
    var lowest: (epoch: Int, loss: Double)?
    var now: Double?
  }

  /// The judgement epoch by epoch, from held-back losses smoothed by the median of three.
  private static func course(
    _ entries: [LossHistory.Entry], _ isValidation: Bool, constant: Double
  ) -> Course {
    let held = smoothed(entries.map { isValidation ? $0.validation ?? .nan : $0.test })
    let scale = constant > 0 ? constant : 1
    var course = Course()
    var trainingThen = Double.infinity
    for (entry, loss) in zip(entries, held) where loss.isFinite {
      course.now = loss
      if loss < course.lowest?.loss ?? .infinity {
        course.lowest = (entry.epoch, loss)
        trainingThen = entry.training
      }
      guard let lowest = course.lowest, entry.training <= trainingThen else {
        course.badness.append(0)
        continue
      }
      let rise = loss - lowest.loss
      let relative = lowest.loss > 0 ? rise / lowest.loss / 0.25 : rise > 0 ? 4 : 0
      course.badness.append(min(relative, rise / scale / 0.05))
    }
    return course
  }

  private static func advice(_ run: Checkup, best: Int) -> [Advice] {
    let session = run.session
    let training = session.preset.training
    let l2 = training.l2 > 0 ? session.advice("training.l2", by: 1) : nil
    let widest = session.preset.network.hidden.indices.max {
      session.preset.network.hidden[$0] < session.preset.network.hidden[$1]
    }
    return [
      l2 ?? session.advice("training.l2", to: "0.003", because: "keeps weights small"),
      session.dataset.validation.isEmpty
        ? Advice(
          "go back to epoch \(best), where it was at its best", .goToEpoch(best, branch: nil))
        : session.advice(
          "training.patience", to: "\(training.patience > 0 ? training.patience / 2 : 50)",
          because: "stops in time"),
      widest.flatMap { layer in
        session.preset.network.hidden[layer] > 1
          ? Advice("fewer units in layer \(layer + 1)", .removeUnit(layer: layer)) : nil
      },
      session.advice("data.training", by: 2, because: "more points to learn from"),
    ].compactMap { $0 }
  }
}
