/// Reads a formula from left to right, one function for each strength of binding.
///
///     sum     = product (("+" | "-") product)*
///     product = sign (("*" | "/") sign)*
///     sign    = "-" sign | "+" sign | power
///     power   = value ("^" sign)?
///     value   = number | name | name "(" sum ("," sum)* ")" | "(" sum ")"
struct FormulaParser {
  private enum Token: Equatable {
    case number(Double)
    case name(String)
    case mark(Character)
    case end
  }

  private var tokens: [(token: Token, position: Int)] = []
  private var index = 0
  private var depth = 0

  init(_ text: String) throws(FormulaProblem) {
    let characters = Array(text)
    guard characters.count <= Formula.lengthLimit else {
      throw FormulaProblem(
        position: Formula.lengthLimit + 1, expected: "at most \(Formula.lengthLimit) characters")
    }
    try split(characters)
  }

  /// The whole formula.
  mutating func formula() throws(FormulaProblem) -> Formula.Term {
    let root = try sum()
    guard token == .end else { throw problem("an operator such as + or * or the end") }
    return root
  }

  private var token: Token { tokens[index].token }

  private func problem(_ expected: String) -> FormulaProblem {
    FormulaProblem(position: tokens[index].position, expected: expected)
  }

  /// Goes on if the mark is next.
  private mutating func pass(_ mark: Character) -> Bool {
    guard token == .mark(mark) else { return false }
    index += 1
    return true
  }

  private mutating func sum() throws(FormulaProblem) -> Formula.Term {
    var term = try product()
    while true {
      if pass("+") {
        term = .binary(.add, term, try product())
      } else if pass("-") {
        term = .binary(.subtract, term, try product())
      } else {
        return term
      }
    }
  }

  private mutating func product() throws(FormulaProblem) -> Formula.Term {
    var term = try sign()
    while true {
      if pass("*") {
        term = .binary(.multiply, term, try sign())
      } else if pass("/") {
        term = .binary(.divide, term, try sign())
      } else {
        return term
      }
    }
  }

  private mutating func sign() throws(FormulaProblem) -> Formula.Term {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Formula.depthLimit else {
      throw problem("at most \(Formula.depthLimit) parts inside one another")
    }
    if pass("-") { return .negative(try sign()) }
    if pass("+") { return try sign() }
    let base = try value()
    return pass("^") ? .binary(.power, base, try sign()) : base
  }

  private mutating func value() throws(FormulaProblem) -> Formula.Term {
    switch token {
    case .number(let number):
      index += 1
      return .number(number)
    case .name(let name): return try named(name)
    case .mark("("):
      index += 1
      let term = try sum()
      guard pass(")") else { throw problem("an operator or “)”") }
      return term
    case .mark, .end: throw problem("x1, x2, a number, a function or “(”")
    }
  }

  private mutating func named(_ name: String) throws(FormulaProblem) -> Formula.Term {
    if name == "x1" || name == "x2" {
      index += 1
      return name == "x1" ? .x1 : .x2
    }
    if let constant = Formula.Constant(rawValue: name) {
      index += 1
      return .constant(constant)
    }
    guard let function = Formula.Function(rawValue: name) else {
      let known = ["x1", "x2"] + Formula.Constant.allCases.map(\.rawValue)
      throw problem(
        "one of "
          + (known + Formula.Function.allCases.map(\.rawValue)).joined(separator: ", "))
    }
    index += 1
    guard pass("(") else { throw problem("“(” after \(name)") }
    var values = [try sum()]
    while values.count < function.arity {
      guard pass(",") else { throw problem("“,” and a second value for \(name)") }
      values.append(try sum())
    }
    guard pass(")") else { throw problem("an operator or “)”") }
    return .call(function, values)
  }

  /// Signs as other programs and people write them.
  private static let spellings: [Character: Character] = [
    "−": "-", "–": "-", "·": "*", "×": "*", "÷": "/", "₁": "1", "₂": "2", "π": "p",
  ]

  private mutating func split(_ characters: [Character]) throws(FormulaProblem) {
    let plain = characters.map { Self.spellings[$0] ?? $0 }
    func isDigit(_ index: Int) -> Bool {
      index < plain.count && plain[index].isASCII && plain[index].isNumber
    }
    var next = 0
    while next < plain.count {
      let start = next
      let first = plain[next]
      if first.isWhitespace {
        next += 1
        continue
      }
      if characters[start] == "π" {
        next += 1
        tokens.append((.name("pi"), start + 1))
      } else if isDigit(next) || first == "." && isDigit(next + 1) {
        while isDigit(next) { next += 1 }
        if next < plain.count && plain[next] == "." { next += 1 }
        while isDigit(next) { next += 1 }
        let hasSign = next + 1 < plain.count && (plain[next + 1] == "-" || plain[next + 1] == "+")
        if next < plain.count && plain[next] == "e" && isDigit(next + (hasSign ? 2 : 1)) {
          next += hasSign ? 2 : 1
          while isDigit(next) { next += 1 }
        }
        guard let number = Double(String(plain[start..<next])), number <= 1e100 else {
          throw FormulaProblem(position: start + 1, expected: "a number up to 1e100")
        }
        tokens.append((.number(number), start + 1))
      } else if first.isASCII && first.isLetter {
        while next < plain.count && plain[next].isASCII
          && (plain[next].isLetter || plain[next].isNumber)
        {
          next += 1
        }
        tokens.append((.name(String(plain[start..<next]).lowercased()), start + 1))
      } else if "+-*/^(),".contains(first) {
        next += 1
        tokens.append((.mark(first), start + 1))
      } else {
        throw FormulaProblem(
          position: start + 1, expected: "x1, x2, a number, a function, + - * / ^ or parentheses")
      }
    }
    tokens.append((.end, characters.count + 1))
  }
}
