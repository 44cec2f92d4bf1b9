import Yams

/// A key of a YAML file, whole from the top, with its value and where both stand.
struct Leaf {
  let key: String
  let keyPlace: Mark?
  let value: Node

  /// Where the value stands.
  var place: Mark? { value.mark ?? keyPlace }

  /// The one value, as text.
  func text() throws(PresetProblem) -> String {
    switch value {
    case .sequence: throw PresetProblem(at: place, "“\(key)” takes one value, not a list")
    case .mapping:
      throw PresetProblem(at: place, "“\(key)” takes one value, not “key: value” lines")
    default: return try word(value)
    }
  }

  /// The values of a list, or one value in its place, with commas between them.
  func listText() throws(PresetProblem) -> String {
    switch value {
    case .mapping: throw PresetProblem(at: place, "“\(key)” takes a list, not “key: value” lines")
    case .sequence(let items):
      var words: [String] = []
      for item in items {
        guard item.scalar != nil else {
          throw PresetProblem(at: item.mark ?? place, "“\(key)” takes a list of single values")
        }
        words.append(try word(item))
      }
      return words.joined(separator: ",")
    default: return try word(value)
    }
  }

  /// A value's text. Nothing written is a mistake, for an empty list or text can be written.
  private func word(_ node: Node) throws(PresetProblem) -> String {
    guard let scalar = node.scalar,
      scalar.style != .plain || !["", "~", "null", "Null", "NULL"].contains(scalar.string)
    else { throw PresetProblem(at: node.mark ?? place, "“\(key)” has no value") }
    return scalar.string
  }
}
