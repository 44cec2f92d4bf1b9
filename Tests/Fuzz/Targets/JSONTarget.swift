import Lessons

/// JSON texts, as submissions and progress have them.
enum JSONTarget: FuzzTarget {
  static let name = "json"

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool {
    guard let text = Laws.text(bytes) else { return false }
    let value: JSON
    do {
      value = try JSON(reading: text, depth: 16)
    } catch {
      try Laws.checkMessage(error.description)
      try Laws.expect((0...bytes.count).contains(error.offset), "byte \(error.offset)")
      return false
    }
    for written in [value.line, value.page] {
      let again = try? JSON(reading: written, depth: 16)
      try Laws.expect(again == value, "a value changes when it is written: \(written)")
    }
    return true
  }
}
