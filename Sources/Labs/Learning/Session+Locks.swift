import Lessons
import Studio

/// What the exercise that is open locks, for marks and for keys that would only lead to a refusal.
extension Session {
  /// Whether a control can't be changed.
  func isLocked(_ control: Control) -> Bool {
    guard let permits = attempt?.exercise.permits else { return false }
    switch control {
    case .problem: return permits.item("data.set") == nil
    case .setting(let key), .layerSetting(let key, _): return permits.item(key) == nil
    case .feature: return permits.item("features") == nil
    case .layers, .units, .unitCount: return permits.item("network.hidden") == nil
    case .part: return !permits.deeds.contains(.editWeights)
    case .view: return false
    }
  }

  /// Why something that is typed or drawn in several steps can't be begun; nil if it can.
  func lock(on intent: Intent, focus: Control) -> String? {
    guard let permits = attempt?.exercise.permits else { return nil }
    switch intent {
    case .addFormula where permits.item("features") == nil: return Self.locked("the inputs")
    case .draw where !permits.deeds.contains(.drawPoints): return Self.locked("the points")
    case .activate where isTyped(focus) && isLocked(focus):
      let key: String? = if case .setting(let key) = focus { key } else { nil }
      return key.flatMap { lock(on: .set(key: $0, value: focus.plainValue(self))) }
        ?? Self.locked(focus.title(self))
    default: return nil
    }
  }

  /// Whether enter begins a text on a control.
  private func isTyped(_ control: Control) -> Bool {
    switch control {
    case .part(.input), .part(.unit), .feature, .view, .units: false
    default: true
    }
  }

  private static func locked(_ what: String) -> String { "Locked by the exercise: \(what)." }

  /// Why no step can be taken because of the exercise; nil if one can, or none is open.
  var trainingRefusal: String? {
    guard let attempt, !mayTrain else { return nil }
    if attempt.mustAnswerFirst { return "First the predictions: Q asks what you expect." }
    if !attempt.exercise.permits.deeds.contains(.train) {
      return "Locked by the exercise: training. The questions and goals need none."
    }
    let limit = attempt.exercise.epochLimit.map { "Epoch \($0): here" } ?? "Here"
    return "\(limit) a run of this exercise ends; r begins anew."
  }
}
