public import Lessons

/// Measured numbers as text that every reader of JSON and CSV takes.
extension JSON {
  /// The shortest digits that give the same number again: whole numbers without a point, `inf` or
  /// `-inf` where it is infinite, and nothing for NaN.
  public static func digits(_ number: Double) -> String {
    if number.isNaN { return "" }
    if let whole = Int(exactly: number), abs(whole) < 1 << 53 { return "\(whole)" }
    return "\(number)"
  }

  /// The same of a number with fewer digits, such as a rate.
  public static func digits(_ number: Float) -> String {
    if number.isNaN { return "" }
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The number of such digits: null for none, a text where it is infinite.
  public init(digits: String) {
    self = digits.isEmpty ? .null : digits.hasSuffix("inf") ? .text(digits) : .number(digits)
  }

  /// A measured number: null for NaN, a text where it is infinite.
  public static func measured(_ number: Double) -> JSON { JSON(digits: digits(number)) }
}
