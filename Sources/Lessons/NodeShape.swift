import Engine
import Yams

/// What any file of YAML has to keep to here, whatever its keys are.
enum NodeShape {
  /// Far deeper than any key lies.
  static let depthLimit = 16
  /// Longer than any key is.
  static let keyLimit = 100
  /// What is said of a file that is deeper.
  static let tooDeep = "more than \(depthLimit) lists or “key: value” lines inside one another"

  /// Tags that say what a value is taken for anyway.
  private static let plainTags = Set(
    ["", "!"] + ["str", "int", "float", "bool", "seq", "map"].map { prefix + $0 })
  private static let prefix = "tag:yaml.org,2002:"

  /// Checks a node and all inside it.
  static func check(_ node: Node, depth: Int = 0) throws(PresetProblem) {
    guard depth <= depthLimit else { throw PresetProblem(at: node.mark, tooDeep) }
    switch node {
    case .scalar(let scalar): try check(scalar.tag, node)
    case .sequence(let sequence):
      try check(sequence.tag, node)
      for item in sequence { try check(item, depth: depth + 1) }
    case .mapping(let mapping):
      try check(mapping.tag, node)
      for (key, value) in mapping {
        try check(key, depth: depth + 1)
        if let name = key.scalar?.string, name.utf8.count > keyLimit {
          throw PresetProblem(
            at: key.mark,
            "the key “\(name.shown())” has \(name.utf8.count) bytes; expected at most \(keyLimit)")
        }
        try check(value, depth: depth + 1)
      }
    case .alias: throw PresetProblem(at: node.mark, "aliases are not read: write it out")
    }
  }

  private static func check(_ tag: Tag, _ node: Node) throws(PresetProblem) {
    guard !plainTags.contains(tag.rawValue) else { return }
    let name =
      tag.rawValue.hasPrefix(prefix) ? "!!" + tag.rawValue.dropFirst(prefix.count) : tag.rawValue
    throw PresetProblem(at: node.mark, "the tag “\(name.shown())” is not read: write a plain value")
  }
}
