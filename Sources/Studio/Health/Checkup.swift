import Engine
import Lessons

/// What symptoms are looked for in: the next step, and the epochs noted since the last change.
///
/// Epochs before a change of the settings or the weights say nothing of how it goes now, and would
/// keep a light on that what was changed has put out.
public struct Checkup {
  /// The run.
  let session: Session
  /// How the levels do at the noted epochs and, last, now; all of the present shape.
  let levels: [[Diagnosis.Level]]
  /// The losses at the noted epochs since the last change.
  let losses: LossCourse
  /// Hidden levels, then the output.
  var network: Network { session.trainer.network }
  /// How the levels do now; those of the last finite epoch where training has diverged.
  var now: [Diagnosis.Level] { levels.last ?? [] }
  /// How many hidden levels there are.
  var hiddenCount: Int { network.levels.count - 1 }

  /// The most samples whose activations are looked at.
  static let sampleLimit = 256

  init(_ session: Session) {
    self.session = session
    let trainer = session.trainer
    let since = session.refuge.changeEpoch
    var levels = session.diagnoses.entries
      .filter { $0.epoch >= since && $0.diagnosis.levels.count == trainer.network.levels.count }
      .map(\.diagnosis.levels)
    // A step that failed left numbers that say nothing but that.
    if trainer.divergence == nil {
      levels.append(Diagnosis(of: trainer, sampleLimit: Self.sampleLimit).levels)
    } else if levels.isEmpty {
      levels.append(Diagnosis(of: session.refuge.latest, sampleLimit: Self.sampleLimit).levels)
    }
    self.levels = levels
    losses = LossCourse(session, since: since)
  }

  /// A number of each noted epoch, smoothed.
  func course(_ number: ([Diagnosis.Level]) -> Double) -> [Double] {
    smoothed(levels.map(number))
  }

  /// What units of a level apply.
  func activation(_ level: Int) -> Activation {
    let spec = network.spec
    return level < spec.hidden.count ? spec.hidden[level].activation : spec.outputActivation
  }

  /// The units of a level that were killed by hand, which are no symptom.
  func killedCount(_ level: Int) -> Int { network.killed.count { $0.level == level } }

  /// Whether all that a level learns is frozen, so that its gradient is 0 by choice.
  func isFrozen(_ level: Int) -> Bool {
    let parameters = network.levels[level].parameters
    guard !session.frozen.isEmpty, !parameters.isEmpty else { return false }
    return parameters.allSatisfy(session.isFrozen)
  }

  /// ‖∂C/∂θ‖ of a level as the root of the mean square of its numbers, so that levels of different
  /// sizes can be compared; NaN for one that learns nothing or is frozen.
  func meanGradient(_ level: Int, in levels: [Diagnosis.Level]) -> Double {
    let count = network.levels[level].parameters.count
    guard count > 0, !isFrozen(level) else { return .nan }
    return levels[level].gradientNorm / Double(count).squareRoot()
  }

  /// How many powers of ten the gradient of the first hidden level that learns is larger than that
  /// of the output; NaN where either is none.
  func decadesBackwards(_ levels: [Diagnosis.Level]) -> Double {
    guard let first = (0..<hiddenCount).first(where: { !meanGradient($0, in: levels).isNaN })
    else { return .nan }
    let (front, back) = (meanGradient(first, in: levels), meanGradient(hiddenCount, in: levels))
    guard back.isFinite, back > 0, front.isFinite else { return .nan }
    return Words.decades(front / back)
  }

  /// The largest share of its weights by which the next step changes a level; NaN where no level has
  /// weights that are not 0 and not frozen.
  func largestUpdate(_ levels: [Diagnosis.Level]) -> Double {
    let updates = levels.indices.filter { levels[$0].weightNorm > 0 && !isFrozen($0) }
      .map { levels[$0].updateRatio * levels[$0].weightNorm / weightLength($0, in: levels) }
      .filter { !$0.isNaN }
    return updates.max() ?? .nan
  }

  /// ‖W‖ of a level, but at least as long as with weights of 0.1: what is nearly 0 is no measure for
  /// how far a step goes.
  func weightLength(_ level: Int, in levels: [Diagnosis.Level]) -> Double {
    let count = Double(network.levels[level].units * network.levels[level].columns)
    return max(levels[level].weightNorm, 0.1 * count.squareRoot())
  }

  /// `layer 2`, `the output`.
  func name(_ level: Int) -> String { session.name(ofLevel: level) }
}
