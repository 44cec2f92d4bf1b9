extension JSON {
  /// The value in one line, without spaces.
  public var line: String {
    switch self {
    case .null: "null"
    case .truth(let truth): truth ? "true" : "false"
    case .number(let digits): digits
    case .text(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.name) + ":" + $0.value.line }.joined(separator: ",") + "}"
    }
  }

  /// The value for people: two spaces a level; lists and objects that fit stand in one line.
  public var page: String { page(indentation: 0, room: Self.width) + "\n" }

  /// The longest line of a page, where it can be kept.
  private static let width = 100

  private func page(indentation: Int, room: Int) -> String {
    let short = spaced
    if short.count <= room { return short }
    let inner = String(repeating: " ", count: indentation + 2)
    let outer = String(repeating: " ", count: indentation)
    switch self {
    case .list(let values):
      let lines = values.map {
        inner + $0.page(indentation: indentation + 2, room: Self.width - indentation - 3)
      }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      let lines = members.map { member in
        let name = Self.quoted(member.name) + ": "
        return inner + name
          + member.value.page(
            indentation: indentation + 2, room: Self.width - indentation - 3 - name.count)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    default: return short
    }
  }

  /// In one line, with spaces as people put them.
  private var spaced: String {
    switch self {
    case .list(let values): "[" + values.map(\.spaced).joined(separator: ", ") + "]"
    case .object(let members) where members.isEmpty: "{}"
    case .object(let members):
      "{ "
        + members.map { Self.quoted($0.name) + ": " + $0.value.spaced }.joined(separator: ", ")
        + " }"
    default: line
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      // The last two end a line for some readers, and for JSON they do not.
      case "\0"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
