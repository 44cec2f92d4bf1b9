import Engine
import Lessons

/// Steps so short that the loss falls steadily but hardly.
///
/// Source: A. Karpathy, *CS231n*, notes on learning (2015): updates of about 1/1000 of the weights
/// are usual; much less is too slow.
public enum LowRate: Symptom {
  public static let name = "rate too low"
  public static let why =
    "The way down is there, and every step goes it, but so little of it that it would take thousands"
    + " of epochs to arrive."
  public static let rule =
    "On where steps change no layer by more than 3/10 000 of its weights although there is a gradient,"
    + " the loss falls in 8 of 10 epochs, and at this pace half of it takes 500 epochs or more."

  /// Powers of ten below the usual 1/1000: on from 3/10 000, out above 5/10 000.
  private static let gauge = Gauge(on: 0.5, off: 0.3, watch: 0.5)
  /// A gradient of less than this share of the weights leaves no rate much to do: then something else
  /// is wrong, or everything is learned.
  private static let leastGradient = 0.01
  /// Noted epochs that are looked at.
  private static let window = 20
  /// Fewer say nothing.
  private static let least = 8
  /// From so many epochs for half of the loss on it is slow.
  private static let slow = 500.0

  public static func examine(_ run: Checkup) -> Finding {
    let updates = run.course { -3 - Words.decades(run.largestUpdate($0)) }
    let course = run.losses
    let entries = course.entries.suffix(window)
    let update = run.largestUpdate(run.now)
    guard entries.count >= least, let first = entries.first, let last = entries.last else {
      return Finding(
        state: gauge.state(after: updates) != .off && hasGradient(run) ? .watch : .off,
        measured: update.isNaN
          ? "Too few epochs to see how the loss goes."
          : "A step changes no layer by more than \(Words.number(100 * update)) %; too few epochs"
            + " to see how the loss goes.", advice: advice(run), evidence: .updatesOverTime)
    }
    let falls = zip(entries.dropFirst(), entries).count { $0.training < $1.training }
    let share = Double(falls) / Double(entries.count - 1)
    let halving = Self.halving(from: first, to: last)
    let isSlow = share >= 0.8 && halving >= slow && !(course.left < 0.3)
    let state = gauge.state(after: updates)
    return Finding(
      state: isSlow && hasGradient(run) ? state : .off,
      measured: measured(update, share, halving), advice: advice(run),
      evidence: .updatesOverTime)
  }

  private static func hasGradient(_ run: Checkup) -> Bool {
    run.now.indices.contains { level in
      run.now[level].weightNorm > 0
        && run.now[level].gradientNorm >= leastGradient * run.weightLength(level, in: run.now)
    }
  }

  /// The epochs that half of the loss takes at the pace of these; infinite where it does not fall.
  static func halving(from first: LossHistory.Entry, to last: LossHistory.Entry) -> Double {
    guard first.training > last.training, last.training > 0, first.training.isFinite else {
      return .infinity
    }
    let fall = Elementary.logarithm(first.training / last.training)
    return fall > 0 ? 0.693_147_180_559_945_3 * Double(last.epoch - first.epoch) / fall : .infinity
  }

  private static func measured(_ update: Double, _ share: Double, _ halving: Double) -> String {
    let pace =
      update.isNaN
      ? "No layer has weights that a step changes"
      : "A step changes no layer by more than \(Words.number(100 * update)) %"
    guard halving.isFinite else { return "\(pace); the loss does not fall." }
    return "\(pace); the loss falls in \(Words.percent(share)) of the epochs, and half of it would"
      + " take \(Words.number(halving)) epochs."
  }

  private static func advice(_ run: Checkup) -> [Advice] {
    let session = run.session
    return [
      session.advice("training.learning-rate", by: 2, because: "longer steps"),
      session.advice("training.learning-rate", by: 1),
      session.advice("training.optimizer", to: "adam", because: "steps of about the rate itself"),
      session.advice("training.batch-size", by: -1, because: "more steps an epoch"),
    ].compactMap { $0 }
  }
}
