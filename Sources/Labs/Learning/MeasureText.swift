import Drawing
import Lessons
import Studio

/// A condition of a goal in words: what it is now, what it was at best, what it has to be.
struct MeasureText {
  let need: GoalState.Need

  init(_ need: GoalState.Need) { self.need = need }

  /// `test loss 0.031 (best 0.024); goal: at most 0.02`; nil for a setting that is as it has to be.
  func words(best: Double?) -> String? {
    let comparison =
      switch need.condition.comparison {
      case .atMost: "at most"
      case .atLeast: "at least"
      case .below: "below"
      case .above: "above"
      case .equal: "exactly"
      case .unequal: "not"
      }
    switch need.condition.subject {
    case .measure(let measure):
      let name = measure.rawValue.replacing("-", with: " ")
      let better = best.flatMap { isBetter($0) ? " (best \(Self.number($0)))" : nil } ?? ""
      let bound = "goal: \(comparison) \(Self.number(need.bound))"
      return "\(name) \(Self.number(need.value))\(better); \(bound)"
    case .setting(let key):
      guard !need.holds else { return nil }
      let title = SettingCatalogue.keyed(key)?.title ?? key
      let bound = Self.number(need.bound)
      guard case .number = need.condition.bound else { return "\(title): not yet" }
      return "\(title) \(Self.number(need.value)); goal: \(comparison) \(bound)"
    }
  }

  /// Whether a value is nearer to what is asked for than the present one.
  private func isBetter(_ best: Double) -> Bool {
    guard !need.value.isNaN else { return true }
    return switch need.condition.comparison {
    case .atMost, .below: best < need.value
    case .atLeast, .above: best > need.value
    case .equal, .unequal: false
    }
  }

  /// A whole number as such, another one by four digits.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "–" }
    if !value.isFinite { return "too large" }
    if value == value.rounded(), abs(value) < 1e9 { return format(value, decimals: 0) }
    return format(value, significantDigits: 4)
  }
}
