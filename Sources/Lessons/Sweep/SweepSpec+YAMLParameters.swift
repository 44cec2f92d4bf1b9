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
      parameters.append(try parameter(leaf, of: preset))
    }
    guard !parameters.isEmpty else {
      throw PresetProblem(at: leaf.place, "“parameters” is empty")
    }
    for (key, value) in mapping {
      let leaf = Leaf(key: key.scalar?.string ?? "", keyPlace: key.mark, value: value)
      try checkConditions(leaf, among: parameters)
    }
    return parameters
  }

  /// One parameter.
  static func parameter(_ leaf: Leaf, of preset: Preset) throws(PresetProblem) -> SweepParameter {
    let setting = try setting(leaf)
    guard case .mapping = leaf.value else {
      return SweepParameter(key: setting.key, space: .values(try values(leaf, setting, preset)))
    }
    let keys = ["values", "min", "max", "scale", "count", "step", "when"]
    let section = try Section(leaf, keys: keys)
    var conditions: [Condition] = []
    for item in try conditionLeaves(section) { conditions.append(try item.condition()) }
    if let listed = section.leaf("values") {
      for name in ["min", "max", "scale", "count", "step"] {
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

  /// The conditions of a parameter: a list of them, or one.
  private static func conditionLeaves(_ section: Section) throws(PresetProblem) -> [Leaf] {
    guard let leaf = section.leaf("when") else { return [] }
    guard case .sequence = leaf.value else { return [leaf] }
    return try leaf.items(limit: 20)
  }

  /// A condition is on a setting, and not on one that is chosen later.
  static func checkConditions(
    _ leaf: Leaf, among parameters: [SweepParameter]
  ) throws(PresetProblem) {
    guard let place = parameters.firstIndex(where: { $0.key == leaf.key }),
      !parameters[place].conditions.isEmpty, case .mapping(let mapping) = leaf.value
    else { return }
    let when = mapping.first { $0.key.scalar?.string == "when" }?.value
    for (number, condition) in parameters[place].conditions.enumerated() {
      let mark = when?.sequence.map { $0[number].mark } ?? when?.mark
      guard case .setting(let key) = condition.subject else {
        throw PresetProblem(
          at: mark, "“\(condition.text)” is only known after training; “when” takes settings")
      }
      if let other = parameters.firstIndex(where: { $0.key == key }), other >= place {
        throw PresetProblem(
          at: mark,
          other == place
            ? "“\(key)” can't depend on itself"
            : "“\(key)” is chosen after “\(leaf.key)”: put it further up")
      }
    }
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
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
          try check(part.trimmed, for: setting, in: &scratch, at: item.place)
        }
        values.append(try different(text, from: values, at: item.place))
        continue
      }
      try check(text, for: setting, in: &scratch, at: item.place)
      values.append(
        try different(setting.value(in: scratch), from: values, at: item.place))
    }
    guard !values.isEmpty else { throw PresetProblem(at: leaf.place, "“\(leaf.key)” is empty") }
    return values
  }

  private static func different(
    _ value: String, from values: [String], at place: Mark?
  ) throws(PresetProblem) -> String {
    guard !values.contains(value) else {
      throw PresetProblem(at: place, "the value “\(value)” stands twice")
    }
    return value
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
    var range = SweepParameter.Range(
      minimum: minimum, maximum: maximum, scale: scale, isWhole: isWhole, count: nil)
    if section.leaf("count") != nil {
      if let step = section.leaf("step") {
        throw PresetProblem(at: step.keyPlace, "“count” leaves no room for “step”")
      }
      range.count = try section.whole("count", 2...valueLimit)
    } else if let step = section.leaf("step") {
      try divide(&range, by: step)
    }
    return range
  }

  /// Values a step apart, from the least on; the largest is the last that fits.
  private static func divide(
    _ range: inout SweepParameter.Range, by leaf: Leaf
  ) throws(PresetProblem) {
    let step = try leaf.number()
    let span = range.maximum - range.minimum
    guard range.scale == .linear else {
      throw PresetProblem(
        at: leaf.keyPlace, "steps are even, so “step” does not go with “scale: log”; take “count”")
    }
    guard step > 0, step <= span, !range.isWhole || step == step.rounded() else {
      throw PresetProblem(
        at: leaf.place,
        "“\(leaf.key)” has to be \(range.isWhole ? "a whole number " : "")above 0 and at most"
          + " \(Setting.text(span))")
    }
    // A little more is a rounding: three steps of 0.1 from 0 to 0.3.
    let count = (span / step + 1e-9).rounded(.down) + 1
    guard count <= Double(valueLimit) else {
      throw PresetProblem(at: leaf.place, "these are more than \(valueLimit) values")
    }
    range.count = Int(count)
    range.maximum = min(
      range.maximum, SweepParameter.Range.rounded(range.minimum + (count - 1) * step, digits: 12))
  }
}
