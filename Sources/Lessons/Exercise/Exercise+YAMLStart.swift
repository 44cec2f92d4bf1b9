import Engine
import Yams

/// How the start of an exercise, and what is allowed in it, are read.
extension Exercise {
  /// The keys of `start`.
  public static let startKeys = ["parameters", "frozen", "view"]

  static func start(_ section: Section, _ preset: Preset) throws(PresetProblem) -> Start {
    guard let leaf = section.leaf("start") else { return Start() }
    let lines = try Section(leaf, keys: startKeys)
    let count = Network(preset.networkSpec, seed: 0).parameterCount
    var start = Start()
    if let leaf = lines.leaf("parameters") {
      var numbers: [Float] = []
      for item in try leaf.items(limit: 100_000) { numbers.append(Float(try item.number())) }
      guard numbers.count == count, numbers.allSatisfy(\.isFinite) else {
        throw PresetProblem(
          at: leaf.place,
          "“\(leaf.key)” has \(numbers.count) numbers; the network has \(count) parameters")
      }
      start.parameters = numbers
    }
    for item in try lines.items("frozen", limit: 100_000) {
      start.frozen.append(try item.whole(1...max(1, count)) - 1)
    }
    start.frozen = Array(Set(start.frozen)).sorted()
    start.view = try lines.leaf("view").map { leaf throws(PresetProblem) in try leaf.text() }
    return start
  }

  static func permits(_ section: Section, _ preset: Preset) throws(PresetProblem) -> Permits {
    var deeds: [Permits.Deed] = []
    var settings: [Permits.Item] = []
    for item in try section.items("allow", limit: 200) {
      if case .mapping(let mapping) = item.value {
        for (key, value) in mapping {
          let leaf = Leaf(
            key: key.scalar?.string ?? "", keyPlace: key.mark ?? item.keyPlace, value: value)
          settings.append(try values(leaf, preset))
        }
        continue
      }
      let text = try item.text()
      if let deed = Permits.Deed(rawValue: text) {
        deeds.append(deed)
      } else {
        settings.append(Permits.Item(key: try setting(text, item).key, values: nil))
      }
    }
    let keys = settings.map(\.key)
    if let twice = keys.enumerated().first(where: { keys[..<$0.offset].contains($0.element) }) {
      throw PresetProblem(
        at: section.leaf("allow")?.place, "“\(twice.element)” stands twice in “allow”")
    }
    return Permits(deeds: deeds, settings: settings)
  }

  private static func setting(_ key: String, _ leaf: Leaf) throws(PresetProblem) -> Setting {
    guard let setting = SettingCatalogue.all.first(where: { $0.key == key }) else {
      let words = Permits.Deed.allCases.map(\.rawValue)
      throw PresetProblem(
        at: leaf.keyPlace,
        "“\(key.shown())” is neither a setting nor one of \(words.joined(separator: ", "))"
          + SettingCatalogue.suggestedKey(
            for: key, among: words + SettingCatalogue.all.map(\.key)))
    }
    return setting
  }

  /// A setting with the values that it may be given. Each is a value in itself, so a list is written
  /// as text: `network.hidden: ["4,2", "8"]`.
  private static func values(_ leaf: Leaf, _ preset: Preset) throws(PresetProblem) -> Permits.Item {
    let setting = try setting(leaf.key, leaf)
    var values: [String] = []
    for item in try leaf.items(limit: 100) {
      let text = try item.text()
      // One value for each layer depends on how many there are; that is looked at when it is chosen.
      if case .perLayer = setting.domain, text.contains(",") {
        values.append(Setting.items(text).joined(separator: ","))
        continue
      }
      var trial = preset
      do {
        try setting.set(text, in: &trial)
      } catch {
        throw PresetProblem(at: item.place, error.description)
      }
      values.append(setting.value(in: trial))
    }
    guard !values.isEmpty else {
      throw PresetProblem(at: leaf.place, "“\(leaf.key)” needs a value that it may be given")
    }
    return Permits.Item(key: setting.key, values: values)
  }

  static func limits(_ section: Section, _ preset: Preset) throws(PresetProblem) -> [Condition] {
    var limits: [Condition] = []
    for item in try section.items("limits", limit: 20) {
      let limit = try item.condition()
      if case .measure(let measure) = limit.subject, !measure.isOfSettings {
        let names = Measure.allCases.filter(\.isOfSettings).map(\.rawValue)
        throw PresetProblem(
          at: item.place,
          "“\(measure.rawValue)” can't be a limit: expected a setting or one of"
            + " \(names.joined(separator: ", "))")
      }
      guard limit.isKept(by: preset) else {
        throw PresetProblem(at: item.place, "the start itself breaks the limit “\(limit.text)”")
      }
      limits.append(limit)
    }
    return limits
  }
}
