import Drawing
import Lessons
import Studio

/// What a trial of many seeds says, in sentences.
struct LuckText {
  private let summary: LuckSummary?

  init(_ summary: LuckSummary?) { self.summary = summary }

  /// How many reached the goal, and what that tells of all seeds.
  var share: String {
    guard let summary, let interval = summary.interval else { return "" }
    let count = summary.others.count
    let percent = Self.percent(Double(summary.reachedCount) / Double(count))
    return "\(summary.reachedCount) of \(count) other seeds reached it: \(percent) %"
      + " (of all seeds \(Self.percent(interval.lowerBound)) to"
      + " \(Self.percent(interval.upperBound)) %, 95 % sure)"
  }

  /// How long it took.
  var epochs: String {
    guard let summary, !summary.others.isEmpty else { return "" }
    guard let quartiles = summary.quartiles else {
      return "None of them got there within \(summary.settings.epochs) epochs."
    }
    let range =
      "Those took \(Self.number(quartiles.middle)) epochs (median; the middle half"
      + " \(Self.number(quartiles.low)) to \(Self.number(quartiles.high)))"
    let never = summary.others.count - summary.reachedCount
    guard never > 0 else { return range + "." }
    let half =
      summary.halfBy.map { "half of all seeds were there by \($0)" }
      ?? "half of all seeds were never there"
    return range + "; " + half + "."
  }

  /// Where the preset's own seed stands.
  var own: String {
    guard let summary, let own = summary.own else { return "" }
    let start =
      own.divergedIn.map { "Yours (◆) diverged in epoch \($0) and never got there" }
      ?? own.reached.map { "Yours (◆) was there after \($0) \($0 == 1 ? "epoch" : "epochs")" }
      ?? "Yours (◆) never got there"
    guard let standing = summary.standing else { return start + "." }
    guard own.reached != nil else {
      return start + (standing.better == 0 ? " either." : "; \(standing.better) others did.")
    }
    let equal = standing.equal > 0 ? ", \(standing.equal) as fast" : ""
    return start + ": \(standing.better) of \(summary.others.count) were faster\(equal)."
  }

  /// All of it in one line, for when it is done.
  var conclusion: String {
    guard let summary, let interval = summary.interval else { return "Done." }
    let count = summary.others.count
    return NoticeLine.fitting([
      "Done: \(summary.reachedCount) of \(count) seeds reached the goal, so"
        + " \(Self.percent(interval.lowerBound)) to \(Self.percent(interval.upperBound)) % of all"
        + " do (95 % sure).",
      "Done: \(summary.reachedCount) of \(count) seeds reached the goal.",
    ])
  }

  private static func percent(_ share: Double) -> String { format(100 * share, decimals: 0) }

  private static func number(_ epochs: Double) -> String {
    epochs.isFinite ? format(epochs, decimals: epochs == epochs.rounded() ? 0 : 1) : "∞"
  }
}
