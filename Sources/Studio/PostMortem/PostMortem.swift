public import Engine

/// Why training diverged: what led to it, step by step, and which cause the evidence speaks for.
///
/// A cause is named only if there is a sign of it in the numbers and, where that can be tried, the
/// same steps stay finite on a copy without it.
public struct PostMortem: Sendable {
  /// What was at fault.
  public struct Cause: Equatable, Sendable {
    /// The kinds of causes, the most special first.
    public enum Kind: String, CaseIterable, Sendable {
      /// rate × decay is 2 or more, which throws weights ever further from 0.
      case decay
      /// Inputs so large that every gradient is.
      case inputs
      /// First weights so large that values or gradients explode on their way.
      case firstWeights = "first weights"
      /// Steps that overshoot.
      case rate
      /// None of these shows.
      case unknown
    }

    /// What kind it is.
    public let kind: Kind
    /// In a few words: `the rate is too high`.
    public let title: String
    /// What speaks for it, a sentence each.
    public let evidence: [String]
    /// What to try after going back.
    public let advice: [Advice]
  }

  /// The first number that was not finite.
  public let divergence: Divergence
  /// The steps up to the one that failed; nil if the way to it was too long to be gone again.
  public let trail: FailureTrail?
  /// What was most likely at fault.
  public let cause: Cause

  /// The network before the step that failed, if that can be had; else that of the last sound place.
  public let lastFinite: Network

  /// Looks into a session that has diverged; nil if it has not.
  init?(of session: Session) {
    guard let divergence = session.trainer.divergence else { return nil }
    self.divergence = divergence
    // Some tenths of a second, for the screen waits.
    let cost =
      max(1, session.trainer.network.parameterCount)
      * max(1, min(session.trainer.settings.batchSize, session.trainer.samples.count))
    trail = FailureTrail(
      from: session.refuge.anchor, to: session.trainer, limit: min(5000, 500_000_000 / cost))
    lastFinite = trail?.network ?? session.refuge.sound.network
    cause = Inquest(session, trail).cause
  }

  /// What was no number any more and where, as the middle of a sentence: `a weight of layer 2`.
  public func place(in session: Session) -> String {
    let level = session.name(ofLevel: divergence.level - 1)
    return switch divergence.quantity {
    case .activation: "a value of \(level)"
    case .loss: "the loss"
    case .gradient: "a gradient of \(level)"
    case .weight: "a weight of \(level)"
    }
  }

  /// By how much the length of the gradient grew, in words; nil without steps to compare.
  public var growth: String? {
    let steps = trail?.steps ?? []
    let finite = steps.filter { $0.gradientNorm.isFinite && $0.gradientNorm > 0 }
    guard let low = finite.indices.min(by: { finite[$0].gradientNorm < finite[$1].gradientNorm }),
      let last = finite.last, finite[low].gradientNorm * 3 < last.gradientNorm
    else { return nil }
    let count = last.number - finite[low].number
    return "The gradient grew from \(Words.number(finite[low].gradientNorm)) to"
      + " \(Words.number(last.gradientNorm)) in \(count) \(count == 1 ? "step" : "steps")."
  }
}
