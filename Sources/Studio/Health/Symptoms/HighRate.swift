import Engine
import Lessons

/// Steps that overshoot: the loss jumps up and down, or the weights change by a good part of
/// themselves each time.
///
/// Source: L. N. Smith, *Cyclical Learning Rates for Training Neural Networks* (2017), for the loss
/// that becomes ragged and rises as the rate grows; A. Karpathy, *CS231n*, notes on learning (2015),
/// for updates of about 1/1000 of the weights.
public enum HighRate: Symptom {
  public static let name = "rate too high"
  public static let why =
    "Each step goes beyond the lowest point along its way, so the loss jumps instead of falling; a"
    + " little higher still, and the numbers grow without end."
  public static let rule =
    "On where the training loss rises by 2 % of a constant answer's loss an epoch (rises alone, mean"
    + " of up to 20), is 20 % above its start, or steps change a layer by half of its weights."

  /// The parts of the judgement, each 1 where it lights.
  private static let gauge = Gauge(on: 1, off: 0.6, watch: 0.5)
  /// Noted epochs over which rises are counted.
  private static let window = 20
  /// Fewer say nothing.
  private static let least = 5

  public static func examine(_ run: Checkup) -> Finding {
    let course = run.losses
    let updates = run.course { run.largestUpdate($0) }
    let hasTrained = run.session.trainer.epochCount > 0 || run.session.trainer.divergence != nil
    // A first step from small weights says little; several of them do.
    let byUpdate = updates.count >= 3 ? updates.map { $0 / 0.5 } : []
    let rises = Self.rises(course)
    let above = Self.above(course)
    let states = [byUpdate, rises.map { $0 / 0.02 }, above.map { $0 / 0.2 }]
      .map { gauge.state(after: $0) }
    var state = hasTrained ? states.max() ?? .off : .off
    if let cause = run.session.postMortem?.cause.kind, cause == .rate { state = .on }
    return Finding(
      state: state, measured: measured(run, updates.last, rises.last, above.last),
      advice: advice(run),
      evidence: states[0] > max(states[1], states[2])
        ? .updatesOverTime : .losses)
  }

  /// The mean rise an epoch over the window before each noted epoch, as a share of the constant
  /// answer's loss: what falls in between is no fault.
  private static func rises(_ course: LossCourse) -> [Double] {
    let losses = course.entries.suffix(3 * window).map(\.training)
    guard losses.count > least, course.constant > 0 else { return [] }
    let steps = zip(losses.dropFirst(), losses).map { max(0, $0 - $1) / course.constant }
    return (least...steps.count).map { end in
      let part = steps[max(0, end - window)..<end]
      // One jump alone is bad luck with a batch.
      let without = part.reduce(0, +) - (part.max() ?? 0)
      return without / Double(part.count)
    }
  }

  /// By how much of its first value, or of the constant answer's if that is more, the loss lies
  /// above it.
  private static func above(_ course: LossCourse) -> [Double] {
    guard let first = course.entries.first?.training, first.isFinite else { return [] }
    let base = max(first, course.constant.isFinite ? course.constant : first)
    guard base > 0, course.entries.count > 1 else { return [] }
    return smoothed(course.entries.suffix(window).map { $0.training / base - 1 })
  }

  private static func measured(
    _ run: Checkup, _ update: Double?, _ rise: Double?, _ above: Double?
  ) -> String {
    if run.session.trainer.divergence != nil {
      return "Training diverged at rate \(run.session.preset.training.learningRate)."
    }
    var parts: [String] = []
    if let rise {
      parts.append(
        "the training loss rises by \(Words.number(100 * rise)) % of a constant answer's loss an"
          + " epoch, falls left out")
    }
    if let above, above > 0.1 {
      parts.append("it is \(Words.percent(above)) above where it began")
    }
    if let update, !update.isNaN {
      parts.append("a step changes a layer by up to \(Words.number(100 * update)) %")
    }
    return parts.isEmpty
      ? "Too few epochs to see how the loss goes." : capital(parts.joined(separator: "; ")) + "."
  }

  private static func advice(_ run: Checkup) -> [Advice] {
    let session = run.session
    return [
      session.advice("training.learning-rate", by: -1, because: "shorter steps"),
      session.advice("training.learning-rate", by: -2),
      session.preset.training.schedule == ConstantRate.name
        ? session.advice("training.schedule", to: "cosine", because: "a rate that shrinks") : nil,
      session.advice("training.batch-size", by: 2, because: "steps that agree more"),
    ].compactMap { $0 }
  }
}
