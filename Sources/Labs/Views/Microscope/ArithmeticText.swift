import Drawing
import Engine

/// A calculation as a line of text.
struct ArithmeticText {
  let text: String

  /// - Parameter digits: significant digits of each number.
  init(_ arithmetic: Arithmetic, digits: Int = 3) {
    var text = ""
    for (index, part) in arithmetic.parts.enumerated() {
      switch part {
      case .text(let words): text += words
      case .number(let number):
        let next = index + 1 < arithmetic.parts.count ? arithmetic.parts[index + 1] : nil
        text = Self.appending(number, to: text, before: next, digits)
      }
    }
    self.text = text
  }

  /// A number alone.
  static func number(_ number: Double, digits: Int = 3) -> String {
    number.isNaN ? "–" : format(number, significantDigits: digits)
  }

  /// `+ -3` reads `- 3`, and what is squared or multiplied keeps its sign in brackets.
  private static func appending(
    _ number: Double, to text: String, before next: Arithmetic.Part?, _ digits: Int
  ) -> String {
    let size = Self.number(abs(number), digits: digits)
    guard number < 0, size != "0" else { return text + size }
    var isSquared = false
    if case .text(let words) = next { isSquared = words.hasPrefix("²") }
    if isSquared { return text + "(-\(size))²".dropLast() }
    if text.hasSuffix("+ ") { return text.dropLast(2) + "- " + size }
    if text.hasSuffix("- ") { return text.dropLast(2) + "+ " + size }
    let needsBrackets = text.hasSuffix("·") || text.hasSuffix("/ ") || text.hasSuffix("^")
    return text + (needsBrackets ? "(-\(size))" : "-" + size)
  }
}

/// One line that the microscope works out: what, by which formula, with which numbers, to what.
struct MicroLine: Equatable, Sendable {
  /// The equation of backpropagation that it is: `BP2`; empty for none.
  var tag = ""
  let name: String
  /// The formula's terms, which are added.
  var formula: [String]
  /// The same terms with their numbers; empty where nothing can be written out.
  var numbers: [Arithmetic]
  /// What the sum of the terms is divided by, which stands behind it.
  var divisor = 1
  /// What it comes to, by the engine; nil for a line of words.
  var value: Double?

  /// A line of terms.
  init(
    _ name: String, _ formula: [String], _ numbers: [Arithmetic], tag: String = "",
    divisor: Int = 1, value: Float?
  ) {
    (self.name, self.formula, self.numbers) = (name, formula, numbers)
    (self.tag, self.divisor) = (tag, divisor)
    self.value = value.map { Double($0) }
  }

  /// A line of one calculation.
  init(_ working: Working, tag: String = "") {
    self.init(
      working.name, [working.formula], [working.numbers], tag: tag, value: nil)
    value = working.value
  }

  /// A line of words.
  init(words: String) { self.init(words, [], [], value: nil) }

  /// All the numbers as one calculation.
  var arithmetic: Arithmetic {
    let sum = Arithmetic.joined(numbers, by: " + ")
    return divisor == 1 ? sum : "(\(sum)) / \(divisor.description)"
  }

  /// The line as rows of at most `width` columns, the numbers below the formula where one row has no
  /// room for both.
  func rows(width: Int) -> [String] {
    guard width >= 8 else { return [] }
    guard !formula.isEmpty else { return wrap(name, width: width) }
    let result = value.map { " = " + ArithmeticText.number($0, digits: 4) } ?? ""
    let indent = String(repeating: " ", count: columnWidth(name))
    let whole = "\(name) = \(joined(formula))"
    let spelled = saysNothing ? "" : " = " + spelledOut
    let together = whole + spelled + result
    if columnWidth(together) <= width { return [together] }
    let first = shortened(name + " = ", formula, width)
    let second = spelled.isEmpty ? "" : shortened(indent + " = ", texts, width)
    if second.isEmpty {
      return columnWidth(first + result) <= width
        ? [first + result] : [first, indent + result]
    }
    return columnWidth(second + result) <= width
      ? [first, second + result] : [first, second, indent + result]
  }

  /// Whether the numbers put in are the formula again, or the result itself.
  private var saysNothing: Bool {
    if numbers.isEmpty || joined(formula) == spelledOut { return true }
    guard numbers.count == 1, divisor == 1, case .number(let number)? = numbers[0].parts.first
    else { return false }
    return numbers[0].parts.count == 1 && number == value
  }

  private var texts: [String] { numbers.map { ArithmeticText($0).text } }
  private var spelledOut: String { joined(texts) }

  /// Terms with their signs between them.
  private func joined(_ terms: [String]) -> String {
    var text = terms.first ?? ""
    for term in terms.dropFirst() {
      text += term.hasPrefix("-") ? " - " + term.dropFirst() : " + " + term
    }
    return divisor == 1 ? text : "(\(text)) / \(divisor)"
  }

  /// As many terms as there is room for, the last of them always; what is left out is counted.
  private func shortened(_ start: String, _ terms: [String], _ width: Int) -> String {
    let all = start + joined(terms)
    guard columnWidth(all) > width, terms.count > 2 else { return all }
    for kept in (1..<(terms.count - 1)).reversed() {
      let left = terms.count - kept - 1
      let text =
        start + joined(Array(terms.prefix(kept)) + ["…\(left) more…", terms[terms.count - 1]])
      if columnWidth(text) <= width { return text }
    }
    return start + joined([terms[0], "…\(terms.count - 1) more…"])
  }
}
