import Engine
import Lessons

/// Hidden tanh or sigmoid units whose sums are so large that their slope is next to 0.
///
/// At the output it is no symptom: there ±1 is what is asked for. Nor does it do harm once the loss is
/// low: then the units work as switches.
///
/// Source: X. Glorot, Y. Bengio, *Understanding the difficulty of training deep feedforward neural
/// networks* (2010); `Activation.saturation` for the bounds.
public enum Saturation: Symptom {
  public static let name = "saturation"
  public static let why =
    "Far out, tanh and sigmoid are flat: a step changes next to nothing there, and the gradient of"
    + " all layers before is multiplied by next to 0."
  public static let rule =
    "On from 60 % of a hidden layer's values beyond ±0.97 (sigmoid: 0.015 to 0.985) while more than"
    + " 60 % of a constant answer's loss is left; out below 50 %."

  private static let gauge = Gauge(on: 0.6, off: 0.5, watch: 0.6)

  public static func examine(_ run: Checkup) -> Finding {
    let layers = (0..<run.hiddenCount).filter { run.activation($0).saturation != nil }
    guard !layers.isEmpty, let now = run.levels.last else {
      return Finding(
        state: .notApplicable, measured: "No hidden layer applies tanh or sigmoid.",
        evidence: .idleOverTime)
    }
    let worst =
      layers.max { (now[$0].saturatedShare ?? 0) < (now[$1].saturatedShare ?? 0) } ?? layers[0]
    let state =
      layers.map { level in
        gauge.state(after: run.course { $0[level].saturatedShare ?? 0 })
      }.max() ?? .off
    let share = "\(Words.percent(now[worst].saturatedShare ?? 0)) of what \(run.name(worst)) gives"
    let isHarmless = run.losses.isMostlyLearned
    return Finding(
      state: isHarmless ? min(state, .watch) : state,
      measured: "\(share) lies where \(run.activation(worst).rawValue) is flat."
        + (isHarmless && state >= .watch
          ? " The loss is low all the same: the units work as switches." : ""),
      advice: advice(run), evidence: .activations(level: worst))
  }

  private static func advice(_ run: Checkup) -> [Advice] {
    let session = run.session
    let isScaled = session.preset.data.standardizes
    return [
      session.preset.network.initialization == .xavier
        ? nil
        : session.advice("network.initialization", to: "xavier", because: "sums of size 1"),
      isScaled
        ? nil
        : session.advice("data.standardize", to: "true", because: "smaller inputs, smaller sums"),
      session.advice("training.learning-rate", by: -1, because: "smaller steps out there"),
      session.advice("network.normalization", to: "batch-norm", because: "keeps sums near 0"),
    ].compactMap { $0 }
  }
}
