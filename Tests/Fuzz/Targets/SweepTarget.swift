import Lessons
import Sweeps

/// Sweeps in YAML, over the usual preset.
enum SweepTarget: FuzzTarget {
  static let name = "sweep"

  /// The most configurations of which a plan is made.
  private static let planLimit = 200

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
    if let count = spec.configurationCount, count <= planLimit { try check(spec, count) }
    return true
  }

  /// A sweep that was read can be planned: its configurations are different ones, and the first and the
  /// last can be had or are refused in a line.
  private static func check(_ spec: SweepSpec, _ count: Int) throws(BrokenLaw) {
    let plan = SweepPlan(spec)
    try Laws.expect((1...count).contains(plan.count), "\(plan.count) of \(count) configurations")
    let texts = Set((0..<plan.count).map { plan.values(of: $0).map { "\($0.key)=\($0.text)" } })
    try Laws.expect(texts.count == plan.count, "a configuration stands there twice")
    for configuration in [0, plan.count - 1] {
      for replicate in [0, spec.replicates.count - 1] {
        let preset: Preset
        do {
          preset = try plan.preset(of: configuration, replicate: replicate)
        } catch {
          try Laws.checkMessage(error.description)
          continue
        }
        try PresetTarget.check(preset)
      }
    }
  }
}
