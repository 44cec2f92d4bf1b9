/// A JSON value as it stands in a text: members of objects keep their order, and numbers their digits.
///
/// Source: T. Bray, *The JavaScript Object Notation (JSON) Data Interchange Format*, RFC 8259 (2017).
public indirect enum JSON: Equatable, Sendable {
  /// A name and its value in an object.
  public struct Member: Equatable, Sendable {
    /// The name; no two of an object have the same.
    public let name: String
    /// The value.
    public var value: JSON

    /// A name and its value.
    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  case null
  case truth(Bool)
  /// The digits as they stand there.
  case number(String)
  case text(String)
  case list([JSON])
  case object([Member])

  /// A whole number.
  public static func whole(_ number: Int) -> JSON { .number("\(number)") }

  /// A list of texts.
  public static func texts(_ texts: [String]) -> JSON { .list(texts.map { .text($0) }) }

  /// The value of a member; nil if there is none, or if this is no object.
  public subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text; nil for anything else.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// Whether it is true; nil for anything else.
  public var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }

  /// The whole number; nil for anything else, and for one that is too large.
  public var whole: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }

  /// The values of a list; nil for anything else.
  public var list: [JSON]? { if case .list(let list) = self { list } else { nil } }

  /// The members of an object; nil for anything else.
  public var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  /// The texts of a list of nothing else; nil for anything else.
  public var texts: [String]? {
    guard let list else { return nil }
    let texts = list.compactMap(\.text)
    return texts.count == list.count ? texts : nil
  }

  /// What kind of value it is, for messages: `a text`.
  public var kind: String {
    switch self {
    case .null: "null"
    case .truth: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }
}
