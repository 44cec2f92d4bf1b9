import Engine
import Lessons

/// A gradient that shrinks from layer to layer on its way back, so that the first layers learn next
/// to nothing.
///
/// Compared is the root of the mean square of ∂C/∂θ, so that wide and narrow layers count alike.
///
/// Source: S. Hochreiter, *The Vanishing Gradient Problem During Learning Recurrent Neural Nets*
/// (1998); X. Glorot, Y. Bengio, *Understanding the difficulty of training deep feedforward neural
/// networks* (2010), for comparing layers.
public enum VanishingGradient: Symptom {
  public static let name = "vanishing gradient"
  public static let why =
    "Going back, the gradient is multiplied by a slope and a weight in each layer. Where these are"
    + " small, the first layers hardly change, and the rest learns from what they happen to give."
  public static let rule =
    "On where the first hidden layer's gradient is below 1/100 of the output's (typical numbers)"
    + " while more than 60 % of a constant answer's loss is left; out above 1/50."

  private static let gauge = Gauge(on: 2, off: 1.7, watch: 1.5)

  public static func examine(_ run: Checkup) -> Finding {
    guard run.hiddenCount > 0 else {
      return Finding(
        state: .notApplicable, measured: "There is no hidden layer for a gradient to get lost in.",
        evidence: .gradientsOverTime)
    }
    let state = gauge.state(after: run.course { -run.decadesBackwards($0) })
    let share = run.decadesBackwards(run.now)
    guard !share.isNaN else {
      return Finding(
        state: .off, measured: "The gradient is 0 everywhere, or all of it is frozen.",
        evidence: .gradientsOverTime)
    }
    let isHarmless = run.losses.isMostlyLearned
    let first = (0..<run.hiddenCount).first { !run.isFrozen($0) } ?? 0
    let front = run.meanGradient(first, in: run.now)
    let back = run.meanGradient(run.hiddenCount, in: run.now)
    return Finding(
      state: isHarmless ? min(state, .watch) : state,
      measured: "A typical gradient of \(run.name(first)) is \(Words.number(front)), of the output"
        + " \(Words.number(back)): \(ratio(front, back))."
        + (isHarmless && state >= .watch ? " The loss is low all the same." : ""),
      advice: advice(run), evidence: .gradientsOverTime)
  }

  private static func ratio(_ front: Double, _ back: Double) -> String {
    guard front > 0 else { return "nothing arrives" }
    return front >= back
      ? "\(Words.number(front / back)) times as large"
      : "1/\(Words.number(back / front)) of it"
  }

  private static func advice(_ run: Checkup) -> [Advice] {
    let session = run.session
    let activations = session.preset.network.activation.values
    let isSmooth = activations.contains { $0.saturation != nil }
    return [
      isSmooth
        ? session.advice("network.activation", to: "relu", because: "its slope is 1 where it is on")
        : nil,
      [.xavier, .he].contains(session.preset.network.initialization)
        ? nil
        : session.advice(
          "network.initialization", to: isSmooth ? "xavier" : "he",
          because: "keeps the size of gradients"),
      session.advice("network.wiring", to: "residual", because: "a way around each layer"),
      session.advice("training.optimizer", to: "adam", because: "steps of one size everywhere"),
    ].compactMap { $0 }
  }
}
