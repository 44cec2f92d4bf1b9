import Yams

extension SweepSpec {
  /// The most values of one parameter.
  private static let valueLimit = 10_000

  /// What is varied.
  static func parameters(
    _ leaf: Leaf, of preset: Preset
  ) throws(PresetProblem) -> [SweepParameter] {
    guard case .mapping(let mapping) = leaf.value else {
      throw PresetProblem(at: leaf.place, "“parameters” takes “key: values” lines")
    }
    var parameters: [SweepParameter] = []
    for (key, value) in mapping {
      let leaf = Leaf(key: key.scalar?.string ?? "", keyPlace: key.mark, value: value)
      let setting = try setting(leaf)
      parameters.append(try parameter(leaf, setting, of: preset))
    }
    guard !parameters.isEmpty else {
      throw PresetProblem(at: leaf.place, "“parameters” is empty")
    }
    return parameters
  }

  private static func parameter(
    _ leaf: Leaf, _ setting: Setting, of preset: Preset
  ) throws(PresetProblem) -> SweepParameter {
    guard case .mapping = leaf.value else {
      return SweepParameter(key: setting.key, space: .values(try values(leaf, setting, preset)))
    }
    let keys = ["values", "min", "max", "scale", "count", "when"]
    let section = try Section(leaf, keys: keys)
    var conditions: [Condition] = []
    for item in try section.items("when", limit: 20) { conditions.append(try item.condition()) }
    if let listed = section.leaf("values") {
      for name in ["min", "max", "scale", "count"] {
        if let other = section.leaf(name) {
          throw PresetProblem(at: other.keyPlace, "“values” leaves no room for “\(name)”")
        }
      }
      return SweepParameter(
        key: setting.key, space: .values(try values(listed, setting, preset)),
        conditions: conditions)
    }
    return SweepParameter(
      key: setting.key, space: .range(try range(section, setting, preset)), conditions: conditions)
  }

  /// A list of values; each is tried on the preset, so that one that can never be is found at once.
  private static func values(
    _ leaf: Leaf, _ setting: Setting, _ preset: Preset
  ) throws(PresetProblem) -> [String] {
    var values: [String] = []
    for item in try leaf.items(limit: valueLimit) {
      let text = try Leaf(key: setting.key, keyPlace: item.keyPlace, value: item.value).listText()
      var scratch = preset
      // What fits no single value may still fit where another parameter is set first.
      if case .perLayer = setting.domain, text.contains(",") {
        values.append(text)
        continue
      }
      try check(text, for: setting, in: &scratch, at: item.place)
      let usual = setting.value(in: scratch)
      guard !values.contains(usual) else {
        throw PresetProblem(at: item.place, "the value “\(usual)” stands twice")
      }
      values.append(usual)
    }
    guard !values.isEmpty else { throw PresetProblem(at: leaf.place, "“\(leaf.key)” is empty") }
    return values
  }

  private static func range(
    _ section: Section, _ setting: Setting, _ preset: Preset
  ) throws(PresetProblem) -> SweepParameter.Range {
    guard case .number(let bounds, _, let isWhole, _) = setting.domain(in: preset) else {
      throw PresetProblem(
        at: section.place, "“\(setting.key)” is no number, so it takes a list of values")
    }
    let (low, high) = (try section.needed("min"), try section.needed("max"))
    let (minimum, maximum) = (try low.number(), try high.number())
    for (leaf, number) in [(low, minimum), (high, maximum)] {
      guard bounds.contains(number), !isWhole || number == number.rounded() else {
        var scratch = preset
        try check(Setting.text(number), for: setting, in: &scratch, at: leaf.place)
        throw PresetProblem(at: leaf.place, "“\(leaf.key)” is out of range")
      }
    }
    guard minimum < maximum else {
      throw PresetProblem(at: high.place, "“\(high.key)” has to be larger than min")
    }
    let scale = try section.word("scale", SweepParameter.Range.Scale.self, else: .linear)
    guard scale == .linear || minimum > 0 else {
      throw PresetProblem(at: low.place, "with “scale: log” min has to be larger than 0")
    }
    let count = section.leaf("count") == nil ? nil : try section.whole("count", 2...valueLimit)
    return SweepParameter.Range(
      minimum: minimum, maximum: maximum, scale: scale, isWhole: isWhole, count: count)
  }
}
