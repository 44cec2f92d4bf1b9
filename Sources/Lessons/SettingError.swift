import Engine

/// A value that a setting cannot have.
public struct SettingError: Error, Equatable, CustomStringConvertible, Sendable {
  /// The path of the setting.
  public let key: String
  /// What was found.
  public let found: String
  /// What was expected.
  public let expected: String
  /// All of it where that is not the value of the key itself; nil to say it in the usual words.
  private let sentence: String?

  init(key: String, domain: Setting.Domain, found: String) {
    self.key = key
    self.found = found
    expected = Self.expected(domain, found)
    sentence = nil
  }

  private static func expected(_ domain: Setting.Domain, _ found: String) -> String {
    switch domain {
    case .number(let range, _, let isWhole, let unit):
      (isWhole ? "a whole number" : "a number")
        + " from \(Setting.text(range.lowerBound)) to \(Setting.text(range.upperBound))"
        + (unit.isEmpty ? "" : " (\(unit))")
    case .choice(let names):
      "one of \(names.joined(separator: ", "))" + suggestion(for: found, among: names)
    case .list(let names, let numbers, let limit):
      names.isEmpty
        ? "at most \(limit) numbers from \(numbers.lowerBound) to \(numbers.upperBound)"
        : "different ones of \(names.joined(separator: ", "))"
    case .perLayer(let element, _): Self.expected(element, found)
    }
  }

  init(key: String, found: String, expected: String, sentence: String? = nil) {
    self.key = key
    self.found = found
    self.expected = expected
    self.sentence = sentence
  }

  public var description: String {
    sentence ?? "\(key.shown(limit: 60)) can't be “\(found.shown(limit: 60))”: expected \(expected)"
  }
}
