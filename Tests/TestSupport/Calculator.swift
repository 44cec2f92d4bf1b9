internal import RealModule

/// Works out a calculation as a learner would, from its text alone: `0.5·1.2 - (√0.04 + 1)²`.
///
/// Numbers, `+ - · /`, brackets, `²`, `√`, `|x|`, `e^x`, and the functions that Percept spells out.
/// A name that it does not know makes the calculation nil.
public struct Calculator {
  private var rest: Substring

  /// What a text comes to; nil if it can't be read to its end.
  public static func value(of text: String) -> Double? {
    var calculator = Calculator(rest: Substring(text))
    guard let value = calculator.sum() else { return nil }
    calculator.skipSpaces()
    return calculator.rest.isEmpty ? value : nil
  }

  private mutating func skipSpaces() { rest = rest.drop { $0 == " " } }

  private mutating func take(_ text: String) -> Bool {
    skipSpaces()
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while true {
      if take("+") {
        guard let next = product() else { return nil }
        value += next
      } else if take("-") {
        guard let next = product() else { return nil }
        value -= next
      } else {
        return value
      }
    }
  }

  private mutating func product() -> Double? {
    guard var value = signed() else { return nil }
    while true {
      if take("·") {
        guard let next = signed() else { return nil }
        value *= next
      } else if take("/") {
        guard let next = signed() else { return nil }
        value /= next
      } else {
        return value
      }
    }
  }

  private mutating func signed() -> Double? {
    if take("-") { return signed().map { -$0 } }
    guard let value = factor() else { return nil }
    return take("²") ? value * value : value
  }

  private mutating func factor() -> Double? {
    if take("e^") { return signed().map { Double.exp($0) } }
    if take("√") { return factor().map { $0.squareRoot() } }
    if take("|") {
      let value = sum()
      return take("|") ? value.map { abs($0) } : nil
    }
    if take("max(") {
      guard let one = sum(), take(","), let two = sum(), take(")") else { return nil }
      return max(one, two)
    }
    for (name, work) in Self.functions where take(name) { return factor().map(work) }
    if take("(") {
      let value = sum()
      return take(")") ? value : nil
    }
    return number()
  }

  private static let functions: [(name: String, work: @Sendable (Double) -> Double)] = [
    ("tanh", { Double.tanh($0) }), ("sin", { Double.sin($0) }), ("cos", { Double.cos($0) }),
    ("log", { Double.log($0) }), ("σ", { 1 / (1 + Double.exp(-$0)) }),
    ("Φ", { Double.erfc(-$0 / Double(2).squareRoot()) / 2 }),
    ("φ", { Double.exp(-$0 * $0 / 2) / (2 * Double.pi).squareRoot() }),
  ]

  private mutating func number() -> Double? {
    skipSpaces()
    var length = 0
    var before: Character = " "
    for character in rest {
      let isSign = (character == "-" || character == "+") && before == "e"
      guard
        character.isNumber && character.isASCII || character == "."
          || character == "e" && length > 0 || isSign
      else { break }
      before = character
      length += 1
    }
    let text = rest.prefix(length)
    rest = rest.dropFirst(length)
    return Double(text)
  }
}
