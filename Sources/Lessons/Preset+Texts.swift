import Datasets
/// A preset as texts under the keys of its settings, for files that programs write.
extension Preset {
  /// A setting and its value as text.
  public typealias Text = (key: String, text: String)

  /// Everything that it takes to have an equal preset again: title, description, and every setting
  /// in the order of the catalogue; what has no value of its own is left out.
  public var texts: [Text] {
    [("title", title), ("description", summary)] + contentTexts + settingTexts
  }

  /// Every setting in the order of the catalogue; what has no value of its own is left out.
  public var settingTexts: [Text] {
    SettingCatalogue.all.compactMap { setting in ownText(of: setting).map { (setting.key, $0) } }
  }

  /// An equal preset from the texts of one, in any order.
  ///
  /// A key that this version does not have is an error, and so is one that is missing.
  public init(texts: [Text]) throws(SettingError) {
    self.init()
    var known: Set<String> = ["title", "description"]
    try readContent(texts)
    for (key, text) in SettingCatalogue.inOrder(texts, by: \.key) {
      switch key {
      case "title": title = text
      case "description": summary = text
      case _ where Self.contentKeys.contains(key): break
      default:
        guard let setting = SettingCatalogue.all.first(where: { $0.key == key }) else {
          throw SettingError(
            key: key, found: text, expected: "nothing, for this version has no such setting")
        }
        known.insert(key)
        try read(text, as: setting)
        // The columns are those of the texts alone.
        if key == "data.set" { data.columns = ColumnChoice() }
      }
    }
    for setting in SettingCatalogue.all
    where !known.contains(setting.key) && ownText(of: setting) != nil {
      throw SettingError(key: setting.key, found: "", expected: "a value")
    }
    // An older version predicted another column than the label without a word.
    if data.columns == ColumnChoice() { data.columns = recipe.firstColumns }
    try validate()
  }

  /// The text of a setting; nil where the preset leaves it to the data set or the optimiser.
  private func ownText(of setting: Setting) -> String? {
    if let (family, name) = Self.number(of: setting) {
      return self[keyPath: family.values][name].map { "\($0)" }
    }
    switch setting.key {
    case "data.samples": return data.samples.map { "\($0)" }
    case "data.x1": return data.columns.x1
    case "data.x2": return data.columns.x2
    case "data.target": return data.columns.target
    default: break
    }
    return setting.value(in: self)
  }

  private mutating func read(_ text: String, as setting: Setting) throws(SettingError) {
    guard let (family, name) = Self.number(of: setting) else {
      return try setting.set(text, in: &self)
    }
    // Not through the setting: it leaves out what is usual for the present optimiser, and another
    // optimiser that takes the value over may have other usual ones.
    guard let value = Float(text), value.isFinite else {
      throw SettingError(key: setting.key, found: text, expected: "a number")
    }
    self[keyPath: family.values][name] = value
  }

  /// The number of a family that a setting turns, such as an optimiser's knob; nil if it turns none.
  private static func number(of setting: Setting) -> (family: KnobFamily, name: String)? {
    numbers[setting.key]
  }

  /// All of them by key: a sweep writes the texts of thousands of presets. Members that share a name
  /// share its number.
  private static let numbers: [String: (family: KnobFamily, name: String)] = {
    var numbers: [String: (family: KnobFamily, name: String)] = [:]
    for family in SettingCatalogue.families {
      for member in family.members where numbers[family.prefix + member.name] == nil {
        numbers[family.prefix + member.name] = (family, member.name)
      }
    }
    return numbers
  }()
}
