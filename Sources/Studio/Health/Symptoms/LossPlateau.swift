import Engine
import Lessons

/// A loss that stands still high above what can be had.
///
/// High is measured against the best constant answer: who is not far below it knows next to nothing of
/// the inputs.
///
/// Source: K. Fukumizu, S. Amari, *Local minima and plateaus in hierarchical structures of multilayer
/// perceptrons* (2000).
public enum LossPlateau: Symptom {
  public static let name = "plateau"
  public static let why =
    "The loss does not fall any more, and yet little is learned. Either the network is on a flat"
    + " stretch that it has to leave, or this network can't do better with these inputs."
  public static let rule =
    "On where over 30 noted epochs the mean loss of the later half is within 1 % of a constant"
    + " answer's loss of the earlier half's, with 70 % of that loss left or more."

  /// How much of the constant answer's loss is left, where the loss is flat.
  private static let gauge = Gauge(on: 0.7, off: 0.65, watch: 0.5)
  private static let window = 30

  public static func examine(_ run: Checkup) -> Finding {
    let course = run.losses
    let entries = Array(course.entries.suffix(window))
    guard entries.count >= window, let first = entries.first, let last = entries.last,
      course.constant > 0
    else {
      return Finding(
        state: .off,
        measured: "Too few epochs since the last change to tell: \(window) are needed.",
        evidence: .losses)
    }
    let flat = flatness(entries) / course.constant
    // What falls slowly but surely has a light of its own.
    let isSlow = LowRate.examine(run).state == .on
    let isFlat = flat <= 0.01 && !isSlow
    let state =
      isFlat
      ? gauge.state(after: smoothed(entries.map { $0.training / course.constant }))
      : .off
    return Finding(
      state: state,
      measured: "From epoch \(first.epoch) to \(last.epoch) the training loss moved by"
        + " \(Words.number(100 * flat)) % of a constant answer's loss; it is \(course.words).",
      advice: advice(run), evidence: .losses)
  }

  /// How far the mean of the later half is from that of the earlier half.
  private static func flatness(_ entries: [LossHistory.Entry]) -> Double {
    let half = entries.count / 2
    func mean(_ part: ArraySlice<LossHistory.Entry>) -> Double {
      part.reduce(0) { $0 + $1.training } / Double(part.count)
    }
    return abs(mean(entries.prefix(half)) - mean(entries.suffix(half)))
  }

  private static func advice(_ run: Checkup) -> [Advice] {
    let session = run.session
    let hidden = session.preset.network.hidden
    let grows =
      hidden.isEmpty
      ? Advice("a hidden layer: without one only a straight line can be learned", .addLayer)
      : hidden.firstIndex { $0 < SettingCatalogue.unitLimit }.map { layer in
        Advice(
          "one more unit in layer \(layer + 1): \(hidden[layer]) → \(hidden[layer] + 1)",
          .addUnit(layer: layer))
      }
    return [
      grows,
      session.advice("training.optimizer", to: "adam", because: "crosses flat stretches faster"),
      session.advice("training.learning-rate", by: 1, because: "longer steps"),
      Advice("new weights (w): another start may miss the plateau", .newWeights),
    ].compactMap { $0 }
  }
}
