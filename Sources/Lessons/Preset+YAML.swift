public import Datasets
import Engine
import Yams

extension Preset {
  /// The version of the format that this program reads.
  public static let format = 1

  /// Reads a preset from the text of a YAML file.
  ///
  /// The text is strict: an unknown key, a value out of range, or a list where one value belongs
  /// is a problem with its place. What is not there keeps the default of `Preset()`.
  ///
  /// - Parameters:
  ///   - yaml: the text.
  ///   - readTable: gives the table in the file of a path, or says why it can't.
  public init(
    yaml: String,
    readTable: (String) throws(UnreadableTable) -> Table = { _ throws(UnreadableTable) in
      throw UnreadableTable("files can't be read here")
    }
  ) throws(PresetProblem) {
    self.init()
    let root = try Self.compose(yaml)
    guard case .mapping(let mapping) = root else {
      throw PresetProblem(at: root.mark, "a preset is a list of “key: value” lines")
    }
    try Self.checkFormat(of: mapping)
    var leaves: [Leaf] = []
    var keys: Set<String> = []
    try Self.collect(mapping, under: "", into: &leaves, keys: &keys)
    try readContent(leaves, readTable)
    for leaf in SettingCatalogue.inOrder(leaves, by: \.key) { try read(leaf) }
    do {
      try validate()
      try checkFormulas()
    } catch {
      // Columns that nobody chose are the file's.
      let isColumn = ["data.target", "data.x1"].contains(error.key)
      let leaf =
        leaves.first { $0.key == error.key }
        ?? leaves.first { isColumn && $0.key == "data.file" }
      throw PresetProblem(at: leaf?.place, error.description)
    }
  }

  private mutating func read(_ leaf: Leaf) throws(PresetProblem) {
    switch leaf.key {
    case "format", Self.contentKeys[0], Self.contentKeys[1]: return
    case "title": title = try leaf.text()
    case "description": summary = try leaf.text()
    default:
      guard let setting = SettingCatalogue.keyed(leaf.key) else {
        throw PresetProblem(
          at: leaf.keyPlace,
          "unknown key “\(leaf.key)”"
            + SettingCatalogue.suggestedKey(for: leaf.key, among: Self.keys + Self.sections))
      }
      try set(setting, leaf)
    }
  }

  private mutating func set(_ setting: Setting, _ leaf: Leaf) throws(PresetProblem) {
    let text =
      switch setting.domain {
      case .list, .perLayer: try leaf.listText()
      case .number, .choice: try leaf.text()
      }
    do {
      try setting.set(text, in: &self)
    } catch {
      throw PresetProblem(at: leaf.place, error.description)
    }
  }

  private static let keys =
    ["format", "title", "description", Exercise.key, "data.points", "data.file"]
    + SettingCatalogue.keys

  /// The parts of a key that have keys below them.
  private static let sections = ["data", "network", "training"]
}

extension Preset {
  /// Comes before everything else: a file of another format has other keys.
  private static func checkFormat(of root: Node.Mapping) throws(PresetProblem) {
    guard let pair = root.first(where: { $0.key.scalar?.string == "format" }) else {
      if let sweep = root.first(where: { $0.key.scalar?.string == SweepSpec.keys[0] }) {
        throw PresetProblem(
          at: sweep.key.mark,
          "this is a sweep, which “percept sweep FILE” runs; a preset or an exercise was expected")
      }
      throw PresetProblem(line: 1, column: 1, message: "the key “format: \(format)” is missing")
    }
    let leaf = Leaf(key: "format", keyPlace: pair.key.mark, value: pair.value)
    let text = try leaf.text()
    guard text == "\(format)" else {
      throw PresetProblem(
        at: leaf.place,
        "format “\(text.shown())” is not known; this version of Percept reads \(format)")
    }
  }

  private static func collect(
    _ mapping: Node.Mapping, under path: String, into leaves: inout [Leaf],
    keys: inout Set<String>
  ) throws(PresetProblem) {
    for (keyNode, value) in mapping {
      guard let name = keyNode.scalar?.string else {
        throw PresetProblem(at: keyNode.mark, "a key is a word, not a list or “key: value” lines")
      }
      let key = path.isEmpty ? name : "\(path).\(name)"
      // What makes a preset an exercise is no part of its start.
      if key == Exercise.key { continue }
      if sections.contains(key) {
        guard case .mapping(let section) = value else {
          throw PresetProblem(at: value.mark ?? keyNode.mark, "“\(key)” takes “key: value” lines")
        }
        try collect(section, under: key, into: &leaves, keys: &keys)
        continue
      }
      // Yams finds a key twice in one place; `data.noise` also stands for `noise` in `data`.
      guard keys.insert(key).inserted else {
        throw PresetProblem(at: keyNode.mark, "the key “\(key)” stands twice")
      }
      leaves.append(Leaf(key: key, keyPlace: keyNode.mark, value: value))
    }
  }
}
