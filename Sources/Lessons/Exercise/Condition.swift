import Engine

/// A comparison of something measured, or of a setting, with a value: `test-loss <= 0.02`,
/// `network.activation = relu`, `test-loss <= 0.85 of start`.
public struct Condition: Equatable, Sendable {
  /// What is compared.
  public enum Subject: Equatable, Sendable {
    case measure(Measure)
    /// A setting, by its key.
    case setting(String)
  }

  /// How it is compared; with NaN no comparison holds.
  public enum Comparison: String, CaseIterable, Sendable {
    // Those of two signs first, since they begin with those of one.
    case atMost = "<="
    case atLeast = ">="
    case unequal = "!="
    case below = "<"
    case above = ">"
    case equal = "="
  }

  /// What it is compared with.
  public enum Bound: Equatable, Sendable {
    case number(Double)
    /// So many times what the same measure is after as many epochs of the unchanged start.
    case ofStart(Double)
    case text(String)
  }

  public let subject: Subject
  public let comparison: Comparison
  public let bound: Bound

  /// What is wrong with the text of a condition.
  public struct Problem: Error, Equatable, CustomStringConvertible, Sendable {
    public let description: String
  }

  /// The condition of a text.
  public init(_ text: String) throws(Problem) {
    guard let (left, comparison, right) = Self.parts(text) else {
      throw Problem(
        description: "“\(text.shown())” is no condition: expected something measured, one of"
          + " \(Comparison.allCases.map(\.rawValue).joined(separator: " ")), and a value,"
          + " as in test-loss <= 0.02")
    }
    self.comparison = comparison
    if let measure = Measure(rawValue: left) {
      subject = .measure(measure)
      bound = try Self.number(right, in: text)
    } else if let setting = SettingCatalogue.keyed(left) {
      subject = .setting(left)
      if case .number = setting.domain {
        guard let number = Double(right), number.isFinite else {
          throw Problem(
            description: "“\(text.shown())”: expected a number after \(comparison.rawValue)")
        }
        bound = .number(number)
      } else {
        guard comparison == .equal || comparison == .unequal else {
          throw Problem(
            description: "“\(text.shown())”: \(left) is no number, so it is compared with = or !=")
        }
        bound = .text(Setting.items(right).joined(separator: ","))
      }
    } else {
      throw Problem(
        description: "“\(left.shown())” is neither measured nor a setting" + Self.hint(for: left))
    }
  }

  /// What somebody may have meant: of “loss” and “accuracy” that on the test points.
  private static func hint(for written: String) -> String {
    if let measure = Measure(rawValue: "test-" + written) {
      return "; did you mean “\(measure.rawValue)”?"
    }
    let near = suggestion(for: written, among: Measure.allCases.map(\.rawValue))
    return near.isEmpty ? SettingCatalogue.hint(for: written) : near
  }

  /// The text of the condition, in one spelling.
  public var text: String {
    let left =
      switch subject {
      case .measure(let measure): measure.rawValue
      case .setting(let key): key
      }
    let right =
      switch bound {
      case .number(let number): Setting.text(number)
      case .ofStart(let factor): "\(Setting.text(factor)) of start"
      case .text(let text): text
      }
    return "\(left) \(comparison.rawValue) \(right)"
  }

  /// The condition for a learner: `test loss ≤ 0.02`, `hidden layers ≤ 2`.
  public var words: String {
    let left =
      switch subject {
      case .measure(let measure): measure.rawValue.replacing("-", with: " ")
      case .setting(let key): SettingCatalogue.keyed(key)?.title ?? key
      }
    let right =
      switch bound {
      case .number(let number): Setting.text(number)
      case .ofStart(let factor): "\(Setting.text(factor)) of the start's"
      case .text(let text): text.isEmpty ? "none" : text
      }
    let sign =
      switch comparison {
      case .atMost: "≤"
      case .atLeast: "≥"
      case .unequal: "≠"
      case .below, .above, .equal: comparison.rawValue
      }
    return "\(left) \(sign) \(right)"
  }

  /// Whether a number fulfils it.
  ///
  /// - Parameter start: what the same measure is at the unchanged start; NaN if that is not known.
  public func holds(for value: Double, start: Double) -> Bool {
    switch bound {
    case .number(let number): comparison.holds(value, number)
    case .ofStart(let factor): comparison.holds(value, factor * start)
    case .text: false
    }
  }

  /// Whether a preset's setting fulfils it; false for something measured.
  public func holds(for preset: Preset) -> Bool {
    guard case .setting(let key) = subject, let setting = SettingCatalogue.keyed(key) else {
      return false
    }
    let value = setting.value(in: preset)
    switch bound {
    case .number(let number): return comparison.holds(Double(value) ?? .nan, number)
    case .text(let text): return (value == text) == (comparison == .equal)
    case .ofStart: return false
    }
  }

  private static func number(_ right: String, in text: String) throws(Problem) -> Bound {
    let words = right.split(separator: " ").map(String.init)
    guard let number = words.first.flatMap({ Double($0) }), number.isFinite,
      words.count == 1 || words.dropFirst() == ["of", "start"]
    else {
      throw Problem(
        description: "“\(text.shown())”: expected a number, or a number and “of start”, at the end")
    }
    return words.count == 1 ? .number(number) : .ofStart(number)
  }

  private static func parts(_ text: String) -> (String, Comparison, String)? {
    guard let start = text.firstIndex(where: { "<>=!".contains($0) }) else { return nil }
    let rest = text[start...]
    guard let comparison = Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) })
    else { return nil }
    let left = text[..<start].trimmed
    let right = rest.dropFirst(comparison.rawValue.count).trimmed
    return left.isEmpty || right.isEmpty ? nil : (left, comparison, right)
  }
}

extension Condition.Comparison {
  fileprivate func holds(_ value: Double, _ bound: Double) -> Bool {
    guard !value.isNaN, !bound.isNaN else { return false }
    switch self {
    case .atMost: return value <= bound
    case .atLeast: return value >= bound
    case .unequal: return value != bound
    case .below: return value < bound
    case .above: return value > bound
    case .equal: return value == bound
    }
  }
}
