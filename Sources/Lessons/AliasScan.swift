import Engine

/// Looks for YAML's aliases before the text is parsed.
///
/// A few lines of them can stand for more values than any memory holds, and the parser itself compares
/// the keys of a mapping as if they were written out. No preset needs them.
///
/// Source: YAML 1.2.2, §7.1 “Alias Nodes”. “Billion laughs”: CVE-2003-1564.
enum AliasScan {
  /// The problem with the first alias; nil without one.
  ///
  /// A word behind `*` is an alias only where the same word stood behind `&` before, so that prose
  /// with stars in it is not taken for one.
  static func firstAlias(in text: String) -> PresetProblem? {
    var anchors: Set<Substring> = []
    let bytes = text.utf8
    var index = bytes.startIndex
    var before: UInt8 = 0x20
    while let mark = bytes[index...].firstIndex(where: { $0 == star || $0 == ampersand }) {
      if mark > bytes.startIndex { before = bytes[bytes.index(before: mark)] }
      index = bytes.index(after: mark)
      // Within a word, neither sign begins anything.
      if isOfName(before) { continue }
      let end = bytes[index...].firstIndex { !isOfName($0) } ?? bytes.endIndex
      let name = text[index..<end]
      index = end
      if name.isEmpty { continue }
      if bytes[mark] == ampersand {
        anchors.insert(name)
      } else if anchors.contains(name) {
        return problem(String(name), at: mark, in: text)
      }
    }
    return nil
  }

  private static let star = UInt8(ascii: "*")
  private static let ampersand = UInt8(ascii: "&")

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x5F
      || byte == 0x2D
  }

  private static func problem(
    _ name: String, at mark: String.Index, in text: String
  ) -> PresetProblem {
    // By scalars, for a return and a new line are one character.
    let before = text.unicodeScalars[..<mark]
    let lineStart = before.lastIndex { $0 == "\n" }.map { before.index(after: $0) }
    let line = 1 + before.count { $0 == "\n" }
    return PresetProblem(
      line: line, column: 1 + before[(lineStart ?? before.startIndex)...].count,
      message:
        "“*\(name.shown())” stands for what “&\(name.shown())” names, and such aliases are not"
        + " read: write it out")
  }
}
