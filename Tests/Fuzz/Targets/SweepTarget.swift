import Lessons
import Sweeps

/// Sweeps in YAML, over the usual preset.
enum SweepTarget: FuzzTarget {
  static let name = "sweep"

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool {
    guard let text = Laws.text(bytes) else { return false }
    let spec: SweepSpec
    do {
      spec = try SweepSpec(yaml: text) { name throws(UnreadableBase) in
        guard name == "circle" else { throw UnreadableBase("there is no such preset") }
        return Preset()
      }
    } catch {
      try Laws.checkMessage(error.description)
      try Laws.checkPlace(line: error.line, column: error.column, in: bytes)
      return false
    }
    try Laws.expect(spec.rungs.last == spec.epochs, "the last rung is not the last epoch")
    try Laws.expect((spec.configurationCount ?? 0) > 0, "a sweep of nothing was read")
    return true
  }
}
