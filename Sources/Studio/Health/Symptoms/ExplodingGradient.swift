import Engine
import Lessons

/// A gradient that is far larger than the weights it is to change, or grows on its way back.
///
/// Both are judged without the learning rate, which has lights of its own; what is clipped counts as
/// the optimiser gets it.
///
/// Source: R. Pascanu, T. Mikolov, Y. Bengio, *On the difficulty of training recurrent neural
/// networks* (2013); A. Karpathy, *Building makemore, part 3* (2022), for gradient against weights.
public enum ExplodingGradient: Symptom {
  public static let name = "exploding gradient"
  public static let why =
    "A gradient many times as long as the weights points far beyond the place where it holds: one"
    + " step throws away what was learned, or ends in numbers that are not finite."
  public static let rule =
    "On where a layer's gradient is 100 times as long as its weights, or the first hidden layer's is"
    + " 100 times the output's (typical numbers); out below 50."

  private static let gauge = Gauge(on: 2, off: 1.7, watch: 1.5)

  public static func examine(_ run: Checkup) -> Finding {
    let state = gauge.state(after: run.course { worst($0, run) })
    let now = run.now
    guard let level = now.indices.max(by: { length($0, now, run) < length($1, now, run) }),
      now[level].weightNorm > 0
    else {
      return Finding(
        state: .off, measured: "No layer has weights that a gradient could outgrow.",
        evidence: .layersNow)
    }
    let backwards = run.decadesBackwards(now)
    let growth =
      backwards >= gauge.watch
      ? " On the way back it grows \(Words.number(power(backwards))) times." : ""
    return Finding(
      state: state,
      measured: "The gradient of \(run.name(level)) is"
        + " \(Words.number(now[level].gradientNorm)) long, its weights"
        + " \(Words.number(now[level].weightNorm)).\(growth)",
      advice: advice(run), evidence: growth.isEmpty ? .layersNow : .gradientsOverTime)
  }

  private static func worst(_ levels: [Diagnosis.Level], _ run: Checkup) -> Double {
    let lengths = levels.indices.map { length($0, levels, run) }.max() ?? -.infinity
    let backwards = run.decadesBackwards(levels)
    return backwards.isNaN ? lengths : max(lengths, backwards)
  }

  /// How many powers of ten a level's gradient is longer than its weights; −∞ where it has none.
  private static func length(_ level: Int, _ levels: [Diagnosis.Level], _ run: Checkup) -> Double {
    let one = levels[level]
    guard one.weightNorm > 0, !run.isFrozen(level) else { return -.infinity }
    let decades = Words.decades(one.gradientNorm / run.weightLength(level, in: levels))
    // A gradient that is no number is as bad as an infinite one.
    return decades.isNaN ? .infinity : decades
  }

  private static func power(_ decades: Double) -> Double {
    guard decades.isFinite else { return decades }
    var (value, rest) = (1.0, decades)
    while rest >= 1 && value < 1e300 {
      value *= 10
      rest -= 1
    }
    return value
  }

  private static func advice(_ run: Checkup) -> [Advice] {
    let session = run.session
    let isRelu = session.preset.network.activation.values.contains { $0 == .relu }
    return [
      session.advice(
        "training.clipping", to: "norm", because: "bounds the length of every step"),
      session.advice(
        "network.initialization", to: isRelu ? "he" : "xavier",
        because: "weights that keep the size of gradients"),
      session.preset.data.standardizes
        ? nil : session.advice("data.standardize", to: "true", because: "smaller inputs"),
      session.advice("training.learning-rate", by: -2, because: "shorter steps"),
    ].compactMap { $0 }
  }
}
