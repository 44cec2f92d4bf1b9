import Engine

/// Looks at YAML's aliases before the text is parsed: each may stand for a single value, and there may
/// be a hundred.
///
/// A few lines of aliases of lists can stand for more values than any memory holds, and the parser
/// itself compares the keys of a mapping as if they were written out. No preset needs them.
///
/// Source: YAML 1.2.2, §7.1 “Alias Nodes”. “Billion laughs”: CVE-2003-1564.
enum AliasScan {
  /// The most aliases, of values that may be long.
  static let limit = 100

  /// The problem with the first alias that is not read; nil without one.
  ///
  /// A word behind `*` is an alias only where the same word stood behind `&` before, so that prose
  /// with stars in it is not taken for one.
  static func problem(in text: String) -> PresetProblem? {
    // Whether all values of a name are single ones.
    var anchors: [Substring: Bool] = [:]
    var count = 0
    let bytes = text.utf8
    var index = bytes.startIndex
    while let mark = bytes[index...].firstIndex(where: { $0 == star || $0 == ampersand }) {
      index = bytes.index(after: mark)
      // Within a word, neither sign begins anything.
      if mark > bytes.startIndex, isOfName(bytes[bytes.index(before: mark)]) { continue }
      let end = bytes[index...].firstIndex { !isOfName($0) } ?? bytes.endIndex
      let name = text[index..<end]
      index = end
      if name.isEmpty { continue }
      if bytes[mark] == ampersand {
        anchors[name] = anchors[name] ?? true && beginsSingleValue(bytes[end...])
      } else if let isSingle = anchors[name] {
        count += 1
        guard isSingle else {
          return problem(
            "“*\(String(name).shown())” stands for more than a single value in a line; such aliases"
              + " are not read: write it out", at: mark, in: text)
        }
        guard count <= limit else {
          return problem("more than \(limit) aliases", at: mark, in: text)
        }
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

  /// Whether a plain or quoted value stands behind a name, in the same line.
  private static func beginsSingleValue(_ rest: Substring.UTF8View) -> Bool {
    let value = rest.drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = value.first, first != 0x0A, first != 0x0D else { return false }
    // A hyphen begins a number, or the item of a list.
    if first == UInt8(ascii: "-") { return value.dropFirst().first.map { $0 > 0x20 } ?? false }
    return !"[{&*!|>?#%@`".utf8.contains(first)
  }

  private static func problem(
    _ message: String, at mark: String.Index, in text: String
  ) -> PresetProblem {
    // By scalars, for a return and a new line are one character.
    let before = text.unicodeScalars[..<mark]
    let lineStart = before.lastIndex { $0 == "\n" }.map { before.index(after: $0) }
    return PresetProblem(
      line: 1 + before.count { $0 == "\n" },
      column: 1 + before[(lineStart ?? before.startIndex)...].count, message: message)
  }
}
