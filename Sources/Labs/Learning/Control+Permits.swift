import Lessons
import Studio

/// The values that an exercise lets a setting have, which keys and sliders then go through.
extension Control {
  /// The values that the exercise allows; nil where it allows all, or none is open.
  private func permittedValues(_ session: Session) -> [String]? {
    key.flatMap { session.attempt?.exercise.permits.item($0)?.values }
  }

  /// The setting that a control turns, alone or as a part of it.
  private var key: String? {
    switch self {
    case .setting(let key): key
    case .layers, .units, .unitCount: "network.hidden"
    default: nil
    }
  }

  /// The domain with the values that the exercise allows alone.
  func permitted(of domain: Setting.Domain, _ session: Session) -> Setting.Domain {
    guard let values = permittedValues(session) else { return domain }
    switch domain {
    case .number(let range, _, let isWhole, let unit):
      let steps = values.compactMap { Double($0) }.sorted()
      return .number(range: range, steps: steps, isWhole: isWhole, unit: unit)
    case .choice: return .choice(values)
    default: return domain
    }
  }

  /// The change to the next value that the exercise allows; nil where it allows all, and at an end.
  func permittedAction(changingBy offset: Int, _ session: Session) -> Action? {
    guard let key, let values = permittedValues(session) else { return nil }
    let here = SettingCatalogue.keyed(key)?.value(in: session.preset) ?? ""
    let place = values.firstIndex(of: here).map { $0 + offset } ?? 0
    guard values.indices.contains(place), values[place] != here else { return nil }
    return .set(key: key, value: values[place])
  }
}
