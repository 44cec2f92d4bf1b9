/// Something that is asked of the learner, before training or after it.
public struct Question: Equatable, Sendable {
  /// The right answer.
  public enum Answer: Equatable, Sendable {
    /// One of the choices, counted from 0.
    case choice(Int)
    /// A number, and how far from it an answer may be.
    case number(Double, within: Double)
  }

  /// Its short name, for logs and tables.
  public let id: String
  /// Whether it is asked before the first step, as a prediction.
  public let isBefore: Bool
  /// What is asked.
  public let text: String
  /// The choices, called a, b, c …; empty where a number is asked for.
  public let choices: [String]
  /// The right answer.
  public let answer: Answer
  /// Why, told afterwards.
  public let explanation: String
  /// Whether right or wrong is told at once, instead of at the end.
  public let revealsAtOnce: Bool

  /// The letter of a choice.
  public static func letter(_ index: Int) -> String {
    // Choices are at most eight.
    "abcdefgh".dropFirst(index).first.map(String.init) ?? ""
  }

  /// The most choices of a question.
  public static let choiceLimit = 8

  /// An answer in its usual spelling, `b` or `0.25`; nil for what is no answer of this kind.
  public func canonical(_ typed: String) -> String? {
    let text = typed.filter { !$0.isWhitespace }
    switch answer {
    case .choice:
      let letter = text.lowercased()
      return choices.indices.map(Self.letter).first { $0 == letter }
    case .number:
      // 648,010 is a number of six digits to one reader and less than a thousand to another.
      if let comma = text.lastIndex(of: ","), text[comma...].dropFirst().count == 3 { return nil }
      // The minus sign of print, and a comma for the point.
      let plain = text.replacing("−", with: "-").replacing(",", with: ".")
      guard let number = Double(plain), number.isFinite, plain.utf8.count <= 40,
        plain.allSatisfy({ "0123456789+-.eE".contains($0) })
      else { return nil }
      return Setting.text(number)
    }
  }

  /// Whether an answer is right.
  public func isCorrect(_ given: String) -> Bool {
    guard let given = canonical(given) else { return false }
    switch answer {
    case .choice(let index): return given == Self.letter(index)
    case .number(let value, let tolerance):
      guard let number = Double(given) else { return false }
      // Decimal fractions are not exact: 0.3 is within 0.1 of 0.2.
      return abs(number - value) <= tolerance * (1 + 1e-9)
    }
  }

  /// The right answer in its usual spelling.
  public var solution: String {
    switch answer {
    case .choice(let index): Self.letter(index)
    case .number(let value, _): Setting.text(value)
    }
  }

  /// What kind of answer is expected: `a letter from a to d`, `a number`.
  public var expectation: String {
    choices.isEmpty ? "a number" : "a letter from a to \(Self.letter(choices.count - 1))"
  }
}
