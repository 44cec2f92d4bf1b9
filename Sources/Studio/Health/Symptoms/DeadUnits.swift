import Engine
import Lessons

/// Relu units that give 0 for every training point, and so get no gradient any more.
///
/// Source: L. Lu, Y. Shin, Y. Su, G. E. Karniadakis, *Dying ReLU and Initialization: Theory and
/// Numerical Examples* (2020).
public enum DeadUnits: Symptom {
  public static let name = "dead units"
  public static let why =
    "The slope of relu is 0 where it gives 0, so no gradient reaches the weights of such a unit:"
    + " it stays dead whatever is learned."
  public static let rule =
    "On from half of a layer's units dead for every training point, out again below 4 in 10."

  /// A layer with half of its units is a narrower layer; one dead unit is common and does no harm.
  private static let gauge = Gauge(on: 0.5, off: 0.4, watch: 1e-9)

  public static func examine(_ run: Checkup) -> Finding {
    let layers = (0..<run.hiddenCount).filter {
      run.activation($0) == .relu && livingCount($0, run) > 0
    }
    guard !layers.isEmpty else {
      return Finding(
        state: .notApplicable, measured: "No hidden layer applies relu; others do not die.",
        evidence: .idleOverTime)
    }
    let states = layers.map { level in
      gauge.state(after: run.course { share(level, run, $0[level]) })
    }
    let worst =
      layers.max { share($0, run, run.now[$0]) < share($1, run, run.now[$1]) } ?? layers[0]
    let dead = deadCount(worst, run, run.now[worst])
    let measured =
      dead == 0
      ? "Every unit of \(layers.count == 1 ? run.name(worst) : "the relu layers") gives more than"
        + " 0 for some training point."
      : "\(capital(run.name(worst))): \(dead) of \(livingCount(worst, run)) units"
        + " \(dead == 1 ? "gives" : "give") 0 for every training point."
    return Finding(
      state: states.max() ?? .off, measured: measured, advice: advice(run),
      evidence: .idleOverTime)
  }

  private static func advice(_ run: Checkup) -> [Advice] {
    let session = run.session
    return [
      session.advice(
        "network.activation", to: "leaky-relu", because: "its slope is 0 nowhere"),
      session.advice(
        "training.learning-rate", by: -1, because: "large steps throw units to the dead side"),
      Advice("new weights (w), drawn by he for relu", .newWeights),
    ].compactMap { $0 }
  }

  private static func livingCount(_ level: Int, _ run: Checkup) -> Int {
    run.network.levels[level].units - run.killedCount(level)
  }

  private static func deadCount(_ level: Int, _ run: Checkup, _ now: Diagnosis.Level) -> Int {
    let units = run.network.levels[level].units
    let silent = Int(((now.deadShare ?? 0) * Double(units)).rounded())
    return max(0, silent - run.killedCount(level))
  }

  private static func share(_ level: Int, _ run: Checkup, _ now: Diagnosis.Level) -> Double {
    Double(deadCount(level, run, now)) / Double(max(1, livingCount(level, run)))
  }
}

/// With a capital in front.
func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
