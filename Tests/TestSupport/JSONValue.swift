/// Any JSON value: golden files differ in form from case to case, so they are read as they are.
public enum JSONValue: Sendable, Decodable {
  case null
  case truth(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case table([String: JSONValue])

  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .table(try value.decode([String: JSONValue].self))
    }
  }

  /// The number, or nil for anything else.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// Whether it is true, or nil for anything else.
  public var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }

  /// The text, or nil for anything else.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The members of a list, or nil for anything else.
  public var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }

  /// The members of a table, or nil for anything else.
  public var table: [String: JSONValue]? { if case .table(let table) = self { table } else { nil } }

  /// All numbers in lists inside lists, row by row; nil if there is anything else.
  public var numbers: [Double]? {
    switch self {
    case .number(let number): return [number]
    case .list(let list):
      var numbers: [Double] = []
      for value in list {
        guard let more = value.numbers else { return nil }
        numbers += more
      }
      return numbers
    default: return nil
    }
  }

  /// The numbers of each row of a list; nil if there is anything else.
  public var rows: [[Double]]? {
    guard let list else { return nil }
    let rows = list.compactMap(\.numbers)
    return rows.count == list.count ? rows : nil
  }
}
