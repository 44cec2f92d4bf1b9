import Engine
import Lessons

/// About how much work replaying takes, in multiply-adds, so that a file can't keep a machine busy.
///
/// It is counted beforehand for every piece, and the same on every machine.
struct ReplayCost {
  /// What is left.
  private var left: Int

  /// Multiply-adds in a second on one core, with all that goes with them.
  static let perSecond = 5_000_000_000

  /// What may be spent in so many seconds on one core.
  init(seconds: Int) {
    left = min(max(0, seconds), 1_000_000) * Self.perSecond
  }

  /// Spends what steps take, with the measurements at the ends of epochs; whether there was enough.
  mutating func takesSteps(_ count: Int, of session: Session) -> Bool {
    let batch = min(session.preset.training.batchSize, max(1, session.samples.training.count))
    let lanes = blockCount(for: batch) * laneCount
    let perStep = Self.values(of: session) * lanes * 3
    let epochs = count / max(1, session.trainer.stepsPerEpoch) + 1
    let perEpoch = Self.values(of: session) * Self.points(of: session) + Self.perMeasurement
    return takes(perStep, times: count) && takes(perEpoch, times: epochs)
  }

  /// Spends what an action takes: at the most a start anew.
  mutating func takesAction(of session: Session) -> Bool {
    takes(Self.values(of: session) * Self.points(of: session) + Self.perAction, times: 1)
  }

  private static let perAction = 2_000_000
  private static let perMeasurement = 100_000

  /// Spends so much so many times; whether there was enough.
  private mutating func takes(_ amount: Int, times count: Int) -> Bool {
    let (product, isTooLarge) = amount.multipliedReportingOverflow(by: count)
    guard !isTooLarge, product <= left else {
      left = 0
      return false
    }
    left -= product
    return true
  }

  /// Multiply-adds of a sample's pass; what is done beside them weighs more than they do in so small
  /// networks.
  private static func values(of session: Session) -> Int {
    session.trainer.network.parameterCount + 100 * (session.preset.network.hidden.count + 1)
  }

  private static func points(of session: Session) -> Int {
    2
      * (session.samples.training.count + session.samples.test.count
        + session.samples.validation.count)
  }
}
