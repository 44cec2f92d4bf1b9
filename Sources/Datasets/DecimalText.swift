/// Reads numbers from bytes, without a text in between where that can be avoided.
enum DecimalText {
  /// More than any measurement; beyond it, a cell is a word.
  private static let limit = 1e100
  /// Which numbers there are, for who reads it.
  static let range = "-1e100 to 1e100"

  /// The number that stands in these bytes, rounded correctly; nil if they are none.
  ///
  /// Digits with an optional sign, point and exponent. Up to 2⁵³ with at most 22 decimals both the
  /// digits and the power of ten are exact, and one division rounds once; the rest goes to the
  /// standard library, which rounds as well. With `allowsComma` the point may be a comma.
  /// Source: W. D. Clinger, "How to read floating point numbers accurately", 1990.
  static func number(
    in bytes: [UInt8], _ start: Int, _ end: Int, allowsComma: Bool = false
  ) -> Double? {
    guard let number = reading(bytes, start, end, allowsComma), number.isFinite else { return nil }
    return number
  }

  /// Whether these bytes are written as a number is, and one that is too large.
  static func isTooLarge(
    in bytes: [UInt8], _ start: Int, _ end: Int, allowsComma: Bool = false
  ) -> Bool {
    reading(bytes, start, end, allowsComma)?.isInfinite ?? false
  }

  /// The number, infinite if it is too large; nil if the bytes are not written as one.
  private static func reading(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ allowsComma: Bool
  ) -> Double? {
    var index = start
    var isNegative = false
    if index < end && (bytes[index] == 0x2B || bytes[index] == 0x2D) {
      isNegative = bytes[index] == 0x2D
      index += 1
    }
    var mantissa: UInt64 = 0
    var (digits, decimals, isExact) = (0, 0, true)
    var hasPoint = false
    while index < end {
      let byte = bytes[index]
      if byte >= 0x30 && byte <= 0x39 {
        if mantissa < 900_719_925_474_099 {
          mantissa = mantissa * 10 + UInt64(byte - 0x30)
        } else {
          isExact = false
        }
        digits += 1
        if hasPoint { decimals += 1 }
      } else if (byte == 0x2E || allowsComma && byte == Byte.comma) && !hasPoint {
        hasPoint = true
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    if index < end {
      guard bytes[index] | 0x20 == 0x65, hasExponent(bytes, index + 1, end) else { return nil }
      isExact = false
    }
    guard isExact && decimals < powers.count else { return slowNumber(bytes, start, end) }
    let size = Double(mantissa) / powers[decimals]
    return isNegative ? -size : size
  }

  /// Whether an exponent's sign and digits, and nothing else, stand there.
  private static func hasExponent(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = start
    if index < end && (bytes[index] == 0x2B || bytes[index] == 0x2D) { index += 1 }
    guard index < end else { return false }
    while index < end && bytes[index] >= 0x30 && bytes[index] <= 0x39 { index += 1 }
    return index == end
  }

  private static func slowNumber(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Double {
    let text = String(
      decoding: bytes[start..<end].map { $0 == Byte.comma ? 0x2E : $0 }, as: UTF8.self)
    let number = Double(text) ?? .infinity
    return abs(number) <= limit ? number : .infinity
  }

  /// Powers of ten that a `Double` holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// A number in the fewest digits that give it again: `5.1`, `-3`, `1e-07`.
  static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
