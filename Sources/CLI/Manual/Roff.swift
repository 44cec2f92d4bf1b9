import Engine

/// Text for a page of the manual, in the macros of man(7).
enum Roff {
  /// A text in which nothing is taken for a request.
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.unicodeScalars.first == "." ? "\\&" + result : result
  }

  /// A text in lines of at most so many characters, which are joined again when the page is shown.
  static func lines(_ text: String, width: Int = 64) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { Self.text($0) }
  }

  /// A text as an argument of a macro.
  static func argument(_ text: String) -> String {
    "\"" + Self.text(text).replacing(scalar: "\"", with: "\\(dq") + "\""
  }

  /// A discussion: paragraphs, lists of a word and what it means, and lines to be typed.
  /// - Parameter isFirst: whether it stands right after a heading, which is a paragraph's beginning.
  static func discussion(_ discussion: String, isFirst: Bool = false) -> [String] {
    var lines: [String] = []
    var isVerbatim = false
    func leave() {
      if isVerbatim { lines += [".EE", ".RE"] }
      isVerbatim = false
    }
    // The next paragraph begins in words, not in a macro, after a heading or a blank line.
    var needsParagraph = !isFirst
    for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " }
      guard !words.isEmpty else {
        leave()
        needsParagraph = true
        continue
      }
      if let entry = listEntry(words) {
        leave()
        lines += [".TP", ".B " + argument(entry.word)] + Self.lines(entry.meaning)
        needsParagraph = true
      } else if line.first == " " {
        if !isVerbatim { lines += [".RS 4", ".EX"] }
        isVerbatim = true
        lines.append(text(String(words)))
      } else {
        leave()
        if needsParagraph { lines.append(".PP") }
        needsParagraph = false
        lines += Self.lines(String(words))
      }
    }
    leave()
    return lines
  }

  /// A word, two spaces or more, and what it means.
  private static func listEntry(_ line: Substring) -> (word: String, meaning: String)? {
    guard let gap = line.firstRange(of: "  ") else { return nil }
    let meaning = line[gap.upperBound...].drop { $0 == " " }
    return meaning.isEmpty ? nil : (String(line[..<gap.lowerBound]), String(meaning))
  }
}
