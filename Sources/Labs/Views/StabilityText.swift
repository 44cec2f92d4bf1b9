import Drawing
import Engine
import Lessons
import Studio

/// How the largest curvature stands to what the optimiser bears, in words.
///
/// Source: J. Cohen, S. Kaur, Y. Li, J. Z. Kolter, A. Talwalkar, *Gradient Descent on Neural Networks
/// Typically Occurs at the Edge of Stability* (2021), for the limits with momentum and what comes of
/// them.
struct StabilityText {
  /// The largest curvature.
  let largest: Double
  /// The largest that the optimiser bears; nil where there is no one limit.
  let limit: Double?
  private let optimizer: any Optimizer
  private let isFullBatch: Bool
  private let batchSize: Int
  private let isClipped: Bool

  init(largest: Double, _ session: Session) {
    let trainer = session.trainer
    self.largest = largest
    optimizer = trainer.settings.optimizer
    limit = Self.limit(session)
    batchSize = trainer.settings.batchSize
    isFullBatch = batchSize >= trainer.samples.count
    isClipped = trainer.settings.clipping != .none
  }

  /// The largest curvature that the optimiser bears at the rate of the next step.
  static func limit(_ session: Session) -> Double? {
    let rate = Double(session.trainer.learningRate)
    guard rate > 0 else { return nil }
    return session.trainer.settings.optimizer.largestStableCurvature(rate: rate)
  }

  /// The curvature as a share of the limit; nil without one of them.
  var share: Double? {
    guard let limit, limit > 0, largest.isFinite else { return nil }
    return max(0, largest / limit)
  }

  /// Where it stands, in a word or a few.
  var word: String {
    guard let share else { return largest.isFinite ? "no one limit" : "" }
    if share < 0.8 { return "stable" }
    return share <= 1.1 ? "at the edge of stability" : "beyond the edge"
  }

  /// The limit as a formula.
  var formula: String {
    switch optimizer {
    case is Momentum: "2(1+μ)/η"
    case is Nesterov: "2(1+μ)/((1+2μ)η)"
    case is AveragedMomentum: "2(1+μ)/((1-μ)η)"
    default: "2/η"
    }
  }

  /// What that means, in one or two sentences.
  var explanation: String {
    guard let share else {
      return
        "\(type(of: optimizer).name) gives each weight a rate of its own, so no one number is its"
        + " limit; 2/η is the one of plain gradient descent."
    }
    let what =
      share < 0.8
      ? "Steps along the steepest bend shrink towards its bottom."
      : share <= 1.1
        ? "Along the steepest bend a step leads about as far up the other side."
        : "Along the steepest bend each step leads higher up the other side: the loss jumps,"
          + " or the rate is too high."
    let exact =
      isClipped
      ? " Clipping shortens steps, so this is no more than a hint."
      : isFullBatch
        ? " With whole batches, as here, the limit is exact where the loss is a bowl."
        : " Exact for whole batches; batches of \(batchSize) shake earlier."
    return what + exact
  }
}
