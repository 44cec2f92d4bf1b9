/// Whether a text is well-formed XML, as far as pictures use it: one root, every element closed in
/// order, attributes quoted and named once, nothing that would have to be written as an entity.
public struct MarkupCheck {
  /// The first thing that is wrong; nil if nothing is.
  public private(set) var problem: String?
  /// How many elements of each name there are.
  public private(set) var counts: [String: Int] = [:]
  /// What stands between tags, in its order.
  public private(set) var texts: [String] = []

  public init(_ text: String) {
    var open: [String] = []
    var rest = Substring(text)
    var hasRoot = false
    while !rest.isEmpty {
      guard rest.first == "<" else {
        let words = rest.prefix { $0 != "<" }
        rest = rest.dropFirst(words.count)
        let isBlank = words.allSatisfy(\.isWhitespace)
        if open.isEmpty && !isBlank { problem = problem ?? "text outside the root: \(words)" }
        check(words)
        if !isBlank { texts.append(Self.unescaped(String(words))) }
        continue
      }
      guard let end = rest.firstIndex(of: ">") else {
        problem = problem ?? "a tag without an end"
        return
      }
      var tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.first == "/" {
        let name = String(tag.dropFirst())
        if open.popLast() != name { problem = problem ?? "</\(name)> closes nothing" }
        continue
      }
      let isEmpty = tag.last == "/"
      if isEmpty { tag = tag.dropLast() }
      let name = String(tag.prefix { $0.isLetter || $0.isNumber })
      if open.isEmpty && hasRoot { problem = problem ?? "a second root <\(name)>" }
      hasRoot = true
      counts[name, default: 0] += 1
      readAttributes(tag.dropFirst(name.count))
      if !isEmpty { open.append(name) }
    }
    if !open.isEmpty || !hasRoot { problem = problem ?? "not closed: \(open)" }
  }

  private mutating func readAttributes(_ text: Substring) {
    var rest = text
    var names: Set<String> = []
    while true {
      let space = rest.prefix(while: \.isWhitespace)
      rest = rest.dropFirst(space.count)
      if rest.isEmpty { return }
      let name = String(rest.prefix { $0.isLetter || $0 == "-" || $0 == ":" })
      rest = rest.dropFirst(name.count)
      guard !space.isEmpty, !name.isEmpty, rest.hasPrefix("=\""), names.insert(name).inserted else {
        problem = problem ?? "a wrong attribute at \(name)\(rest.prefix(20))"
        return
      }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      check(value)
      rest = rest.dropFirst(2 + value.count)
      guard rest.first == "\"" else {
        problem = problem ?? "an attribute without an end: \(name)"
        return
      }
      rest = rest.dropFirst()
    }
  }

  private mutating func check(_ words: Substring) {
    for piece in words.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let isKnown = ["amp;", "lt;", "gt;", "quot;"].contains { piece.hasPrefix($0) }
      if !isKnown { problem = problem ?? "an entity that is none: &\(piece.prefix(10))" }
    }
    let isForbidden: (Unicode.Scalar) -> Bool = {
      $0.value < 32 && !"\t\n\r".unicodeScalars.contains($0)
    }
    if words.unicodeScalars.contains(where: isForbidden) {
      problem = problem ?? "a control character"
    }
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
