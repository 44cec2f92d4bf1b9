import Engine
import Datasets

extension Setting {
  /// The items of a list, between commas; those in a formula's parentheses do not part it. The whole may
  /// stand in brackets, as in YAML.
  static func items(_ written: String) -> [String] {
    var text = Substring(Substring(written).trimmed)
    if text.hasPrefix("["), text.hasSuffix("]"), text.count > 1 {
      text = text.dropFirst().dropLast()
    }
    guard !text.allSatisfy(\.isWhitespace) else { return [] }
    var items: [String] = []
    var start = text.startIndex
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case "," where depth <= 0:
        items.append(text[start..<index].trimmed)
        start = text.index(after: index)
      default: break
      }
    }
    return items + [text[start...].trimmed]
  }

  /// A list of names and formulas, each in its usual spelling; at most `limit` of both.
  func checkedFormulas(
    _ text: String, _ names: [String], limit: Int
  ) throws(SettingError) -> String {
    let usual =
      "different ones of \(names.joined(separator: ", ")), or formulas such as sin(x1*x2)"
    var parts: [String] = []
    for item in Self.items(text) {
      if names.contains(item) {
        parts.append(item)
        continue
      }
      do {
        parts.append(try formula?(item) ?? item)
      } catch {
        // Of a word that is no name, the names say enough.
        let isWord = item.allSatisfy { $0.isLetter || $0.isNumber }
        throw SettingError(
          key: key, found: text,
          expected: isWord ? usual : usual + "; in “\(item.shown(limit: 60))” \(error)")
      }
    }
    guard Set(parts).count == parts.count else {
      throw SettingError(key: key, found: text, expected: usual)
    }
    let formulas = parts.count { !names.contains($0) }
    guard formulas <= limit - names.count else {
      throw SettingError(
        key: key, found: text, expected: "at most \(limit - names.count) formulas")
    }
    return parts.joined(separator: ",")
  }
}

extension Substring {
  var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
