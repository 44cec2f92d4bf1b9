import Lessons

/// A preset as the text of a preset file.
enum PresetYAML {
  /// What an equal preset can be read from; says why there is none.
  ///
  /// Settings that are as in any new preset are left out.
  static func text(of preset: Preset) throws -> String {
    guard preset.data.points == nil else {
      throw Failure(message: "points drawn by hand have no place in the file of a preset yet")
    }
    var lines = ["format: \(Preset.format)"]
    let usual = Preset().texts
    var section = ""
    for (key, text) in preset.texts where !["data.file-rows", "data.file-table"].contains(key) {
      let isUsual = usual.contains { $0.key == key && $0.text == text }
      guard !isUsual || key == "title" else { continue }
      let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        lines.append("\(key): \(value(text, key))")
        section = ""
        continue
      }
      if parts[0] != section {
        guard !lines.contains("\(parts[0]):") else {
          // A section stands once: what comes after others takes its whole key.
          lines.append("\(key): \(value(text, key))")
          continue
        }
        section = parts[0]
        lines.append("\(section):")
      }
      lines.append("  \(parts[1]): \(value(text, key))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text as YAML reads it again.
  private static func value(_ text: String, _ key: String) -> String {
    func isPlain(_ word: some StringProtocol) -> Bool {
      !word.isEmpty
        && word.unicodeScalars.allSatisfy { scalar in
          switch scalar {
          case "a"..."z", "A"..."Z", "0"..."9", ".", "-": true
          default: false
          }
        }
    }
    let isProse = ["title", "description", "data.file"].contains(key)
    if text.isEmpty, !isProse { return "[]" }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    if !isProse, parts.count > 1, parts.allSatisfy({ isPlain($0) }) {
      return "[" + parts.joined(separator: ", ") + "]"
    }
    return isPlain(text) && !isProse ? text : JSON.text(text).line
  }
}
