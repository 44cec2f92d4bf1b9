import Lessons

/// Presets in YAML.
enum PresetTarget: FuzzTarget {
  static let name = "preset"

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) -> Bool {
    guard let text = Laws.text(bytes) else { return false }
    let preset: Preset
    do {
      preset = try Preset(yaml: text)
    } catch {
      try Laws.checkMessage(error.description)
      try Laws.checkPlace(line: error.line, column: error.column, in: bytes)
      return false
    }
    try check(preset)
    return true
  }

  /// A preset that was read can be had: it is within all ranges, and the same as its own texts.
  static func check(_ preset: Preset) throws(BrokenLaw) {
    do {
      try preset.validate()
      try Laws.expect(try Preset(texts: preset.texts) == preset, "a preset changes in its texts")
    } catch let problem as SettingError {
      throw BrokenLaw("a preset that was read is refused: \(problem)")
    } catch let law as BrokenLaw {
      throw law
    } catch {}
  }
}
