import Lessons

/// Conditions on measures and settings.
enum ConditionTarget: FuzzTarget {
  static let name = "condition"

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool {
    guard let text = Laws.text(bytes) else { return false }
    let condition: Condition
    do {
      condition = try Condition(text)
    } catch {
      try Laws.checkMessage(error.description)
      return false
    }
    let again = try? Condition(condition.text)
    try Laws.expect(again == condition, "“\(condition.text)” is read as another condition")
    return true
  }
}
