import Drawing
import Labs

/// How a person likes it, as read from a text: what is not said is nil.
struct Preferences: Equatable {
  private(set) var all: [Preference] = []

  /// What a text says, and what in it says nothing, a line each beginning with its number.
  ///
  /// It has a line `key: value` for each, and comments after `#`.
  static func read(_ text: String) -> (preferences: Preferences, problems: [String]) {
    var result = Preferences()
    var problems: [String] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let content = trimmed(line.prefix { $0 != "#" })
      guard !content.isEmpty else { continue }
      do {
        result.set(try preference(content))
      } catch {
        problems.append("\(index + 1): \(error.message)")
      }
    }
    return (result, problems)
  }

  /// What a text begins with that nobody has written yet.
  static let heading = "# How Percept looks. Keys: theme, graph, background, mouse.\n"

  /// A text that says this as well: the last line of its key has another value, or a line is added;
  /// all else, comments too, stays as it was written.
  static func text(_ text: String, with preference: Preference) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let index = lines.lastIndex { line in
      let said = line.prefix { $0 != "#" }
      return said.contains(":") && trimmed(said.prefix { $0 != ":" }) == preference.key
    }
    if let index {
      let line = lines[index]
      let comment = line.drop { $0 != "#" }
      let key = line.prefix { $0 != ":" }
      lines[index] =
        "\(key): \(preference.value)" + (comment.isEmpty ? "" : " \(comment)")
      return lines.joined(separator: "\n")
    }
    let end = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
    return text + end + "\(preference.key): \(preference.value)\n"
  }

  /// Takes one on, in place of what was said of the same before.
  mutating func set(_ preference: Preference) {
    all.removeAll { $0.key == preference.key }
    all.append(preference)
  }

  /// The theme that was asked for.
  var theme: Theme? { first { if case .theme(let theme) = $0 { theme } else { nil } } }
  /// The characters that were asked for.
  var graph: GlyphSet? { first { if case .graph(let glyphs) = $0 { glyphs } else { nil } } }
  /// What the background is; nil if it is to be found out.
  var background: Ground? {
    first { if case .background(let ground) = $0, ground != .unknown { ground } else { nil } }
  }
  /// Whether the mouse was asked for, or refused.
  var mouse: Bool? { first { if case .mouse(let isWanted) = $0 { isWanted } else { nil } } }

  private func first<Value>(_ value: (Preference) -> Value?) -> Value? {
    all.lazy.compactMap(value).first
  }

  private static func preference(_ line: String) throws(Failure) -> Preference {
    let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let key = trimmed(parts[0])
    guard parts.count == 2 else {
      throw Failure(message: "“\(line)”: expected KEY: VALUE, as in theme: okabe")
    }
    let values = Preference.values(of: key)
    guard !values.isEmpty else {
      throw Failure(
        message: "there is no setting “\(key)”; expected "
          + Preference.keys.joined(separator: ", "))
    }
    guard let preference = Preference(key: key, value: trimmed(parts[1])) else {
      throw Failure(
        message: "\(key): “\(trimmed(parts[1]))” is none of " + values.joined(separator: ", "))
    }
    return preference
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let blanks = text.drop { $0.isWhitespace }
    return String(blanks.reversed().drop { $0.isWhitespace }.reversed())
  }
}
