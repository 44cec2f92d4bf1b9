import Datasets
import Engine
import Lessons

/// Inputs of very different sizes, or far from 0: the loss is then a long narrow valley, and one rate
/// can't suit all weights.
///
/// Source: Y. LeCun, L. Bottou, G. Orr, K.-R. Müller, *Efficient BackProp* (1998), §4.3: inputs should
/// have mean 0 and equal variances of about 1.
public enum UnscaledInputs: Symptom {
  public static let name = "unscaled inputs"
  public static let why =
    "The gradient of a weight grows with its input. A rate that is right for the large input is far"
    + " too small for the others, and inputs far from 0 push all weights of a unit the same way."
  public static let rule =
    "On where deviations of inputs differ by a factor of 8, one is 8 times as large or as small as"
    + " the ideal 1, or a mean is 4 deviations from 0."

  /// Powers of two: 3 is a factor of 8.
  private static let gauge = Gauge(on: 1, off: 1, watch: 0.78)

  public static func examine(_ run: Checkup) -> Finding {
    let features = run.session.preset.features
    let inputs = run.session.yardstick.inputs
    // An input without spread tells nothing, and does nothing that a bias does not.
    let spread = zip(features, inputs).filter { $0.1.deviation > 0 }
    guard let largest = spread.max(by: { $0.1.deviation < $1.1.deviation }),
      let smallest = spread.min(by: { $0.1.deviation < $1.1.deviation }),
      let furthest = spread.max(by: { offset($0.1) < offset($1.1) })
    else {
      return Finding(
        state: .notApplicable, measured: "No input differs from point to point.",
        evidence: .parameters)
    }
    let ratio = decades(largest.1.deviation / smallest.1.deviation) / eight
    let size =
      max(abs(decades(largest.1.deviation)), abs(decades(smallest.1.deviation))) / eight
    let far = offset(furthest.1) / 4
    let worst = max(ratio, size, far)
    let measured =
      far == worst
      ? "\(furthest.0.title) has mean \(Words.number(furthest.1.mean)) and deviation"
        + " \(Words.number(furthest.1.deviation)) over the training points."
      : spread.count == 1
        ? "\(largest.0.title) has deviation \(Words.number(largest.1.deviation)) over the training"
          + " points."
        : "Deviations over the training points go from \(Words.number(smallest.1.deviation))"
          + " (\(smallest.0.title)) to \(Words.number(largest.1.deviation)) (\(largest.0.title))."
    return Finding(
      state: gauge.state(after: [worst]), measured: measured,
      advice: [
        run.session.advice(
          "data.standardize", to: "true", because: "mean 0 and deviation 1 for each input")
      ].compactMap { $0 }, evidence: .parameters)
  }

  private static let eight = 0.903_089_986_991_943_5

  private static func decades(_ value: Double) -> Double { Words.decades(value) }

  private static func offset(_ input: Yardstick.Input) -> Double {
    abs(input.mean) / input.deviation
  }
}
