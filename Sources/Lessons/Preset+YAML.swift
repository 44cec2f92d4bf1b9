import Datasets
import Yams

extension Preset {
  /// The version of the format that this program reads.
  public static let format = 1

  /// Reads a preset from the text of a YAML file.
  ///
  /// The text is strict: an unknown key, a value out of range, or a list where one value belongs
  /// is a problem with its place. What is not there keeps the default of `Preset()`.
  public init(yaml: String) throws(PresetProblem) {
    self.init()
    let root = try Self.compose(yaml)
    var leaves: [Leaf] = []
    try Self.collect(root, under: "", into: &leaves)
    guard let format = leaves.first(where: { $0.key == "format" }) else {
      throw PresetProblem(
        line: 1, column: 1, message: "the key “format: \(Self.format)” is missing")
    }
    guard format.text == "\(Self.format)" else {
      throw format.problem(
        "format “\(format.text)” is not known; this version of Percept reads \(Self.format)")
    }
    // The one seed goes first, so that a special one wins wherever it stands.
    for leaf in leaves where leaf.key == "seed" { try read(leaf) }
    for leaf in leaves where leaf.key != "seed" { try read(leaf) }
    do {
      try validate()
    } catch {
      let leaf = leaves.first { $0.key == error.key }
      throw leaf?.problem(error.description)
        ?? PresetProblem(line: 1, column: 1, message: error.description)
    }
  }

  private mutating func read(_ leaf: Leaf) throws(PresetProblem) {
    switch leaf.key {
    case "format": return
    case "title": title = leaf.text
    case "description": summary = leaf.text
    case "seed":
      for setting in SettingCatalogue.all where setting.key.hasSuffix(".seed") {
        try set(setting, leaf)
      }
    default:
      guard let setting = SettingCatalogue.keyed(leaf.key) else {
        throw leaf.problem(
          "unknown key “\(leaf.key)”" + suggestion(for: leaf.key, among: Self.keys),
          at: leaf.keyPlace)
      }
      if case .list = setting.domain {
      } else if leaf.isList {
        throw leaf.problem("“\(leaf.key)” takes one value, not a list")
      }
      try set(setting, leaf)
    }
  }

  private mutating func set(_ setting: Setting, _ leaf: Leaf) throws(PresetProblem) {
    do {
      try setting.set(leaf.text, in: &self)
    } catch {
      throw leaf.problem(error.description)
    }
  }

  private static let keys =
    ["format", "title", "description", "seed"] + SettingCatalogue.all.map(\.key)
}

/// A value with its path, and where both stand.
private struct Leaf {
  let key: String
  let keyPlace: Mark?
  let text: String
  let isList: Bool
  let place: Mark?

  func problem(_ message: String, at mark: Mark? = nil) -> PresetProblem {
    let mark = mark ?? place
    return PresetProblem(line: mark?.line ?? 1, column: mark?.column ?? 1, message: message)
  }
}

extension Preset {
  private static func compose(_ yaml: String) throws(PresetProblem) -> Node {
    do {
      guard let node = try Yams.compose(yaml: yaml) else {
        throw PresetProblem(line: 1, column: 1, message: "the file is empty")
      }
      return node
    } catch let problem as PresetProblem {
      throw problem
    } catch let error as YamlError {
      throw PresetProblem(error)
    } catch {
      throw PresetProblem(line: 1, column: 1, message: "this is not YAML")
    }
  }

  private static func collect(
    _ node: Node, under path: String, into leaves: inout [Leaf]
  ) throws(PresetProblem) {
    guard case .mapping(let mapping) = node else {
      throw PresetProblem(
        line: node.mark?.line ?? 1, column: node.mark?.column ?? 1,
        message: path.isEmpty
          ? "a preset is a list of “key: value” lines" : "“\(path)” takes “key: value” lines")
    }
    for (keyNode, value) in mapping {
      let key = (path.isEmpty ? "" : path + ".") + (keyNode.scalar?.string ?? "")
      if case .mapping = value {
        guard SettingCatalogue.all.contains(where: { $0.key.hasPrefix(key + ".") }) else {
          throw PresetProblem(
            line: keyNode.mark?.line ?? 1, column: keyNode.mark?.column ?? 1,
            message: "unknown key “\(key)”" + suggestion(for: key, among: sections))
        }
        try collect(value, under: key, into: &leaves)
      } else {
        let items = value.sequence.map { $0.compactMap { $0.scalar?.string } }
        leaves.append(
          Leaf(
            key: key, keyPlace: keyNode.mark,
            text: items?.joined(separator: ",") ?? value.scalar?.string ?? "",
            isList: items != nil, place: value.mark ?? keyNode.mark))
      }
    }
  }

  private static let sections = ["data", "network", "training"]
}

extension PresetProblem {
  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(line: mark.line, column: mark.column, message: "this is not YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(
        line: context.mark.line, column: context.mark.column,
        message: "the key “\(duplicates.first ?? "")” stands twice")
    default:
      self.init(line: 1, column: 1, message: "this is not YAML: \(error)")
    }
  }
}
