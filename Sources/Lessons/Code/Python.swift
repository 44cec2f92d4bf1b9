import Datasets

/// Parts of a Python program.
enum Python {
  /// A number with a point or an exponent, which makes it a float: `0.03`, `1.0`, `1e-6`.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "float(\"nan\")" }
    if value.isInfinite { return value > 0 ? "float(\"inf\")" : "float(\"-inf\")" }
    let text = Setting.text(value)
    return text.contains { $0 == "." || $0 == "e" } ? text : text + ".0"
  }

  /// A number by its digits in single precision: 0.999, not 0.9990000128746033.
  static func number(_ value: Float) -> String { number(Double("\(value)") ?? Double(value)) }

  /// A text in quotes.
  static func string(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\0"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\x" + (digits.count < 2 ? "0" : "") + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A text for a comment or a docstring: one line, no quotes that would end it.
  static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": plain.append("'")
      case _ where scalar.properties.isWhitespace || scalar.properties.generalCategory == .control:
        plain.append(" ")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }

  /// A feature of `x1` and `x2` for columns of numpy.
  static func expression(of feature: Feature) -> String {
    switch feature {
    case .x1: "x1"
    case .x2: "x2"
    case .x1Squared: "x1**2"
    case .x2Squared: "x2**2"
    case .product: "x1 * x2"
    case .sineX1: "np.sin(x1)"
    case .sineX2: "np.sin(x2)"
    case .formula(let formula): "formula(\(expression(formula)))"
    }
  }

  /// A formula of `x1` and `x2` for columns of numpy.
  static func expression(_ formula: Formula) -> String {
    let text = Array(formula.text)
    var result = ""
    var index = 0
    while index < text.count {
      let character = text[index]
      guard character.isLetter || character.isNumber || character == "." else {
        result += character == "^" ? "**" : String(character)
        index += 1
        continue
      }
      let isNumber = !character.isLetter
      var word = ""
      while index < text.count, isPart(text, index, ofNumber: isNumber, word) {
        word.append(text[index])
        index += 1
      }
      result += isNumber ? word : names[word] ?? "np.\(word)"
    }
    return result
  }

  /// Whether a character goes on with a name, or with a number and its exponent.
  private static func isPart(
    _ text: [Character], _ index: Int, ofNumber isNumber: Bool, _ before: String
  ) -> Bool {
    let character = text[index]
    guard isNumber else { return character.isLetter || character.isNumber }
    if character.isNumber || character == "." { return true }
    let isExponent = character == "e" && !before.contains("e")
    // An e that no digit follows is Euler's number, which a multiplication stands before.
    return isExponent || ((character == "-" || character == "+") && before.last == "e")
  }

  /// What numpy calls otherwise than a formula does, or not at all.
  private static let names = [
    "x1": "x1", "x2": "x2", "min": "np.minimum", "max": "np.maximum",
  ]

  /// A call or a list over as many lines as it takes: `open`, the items, `close`.
  static func call(_ open: String, _ items: [String], _ close: String) -> [String] {
    let line = open + items.joined(separator: ", ") + close
    if line.count <= width { return [line] }
    let indent = String(open.prefix { $0 == " " })
    return [open] + wrapped(items, indent: indent + "    ") + [indent + close]
  }

  /// Layers with commas behind them, as many in a line as there is room for; one that is too long
  /// for a line has its own layers in lines below it.
  static func layers(_ items: [String], indent: String) -> [String] {
    items.count > 1 && items.allSatisfy { indent.count + $0.count < width }
      ? wrapped(items, indent: indent)
      : items.flatMap { item -> [String] in
        guard indent.count + item.count >= width, let open = item.firstIndex(of: "(") else {
          return ["\(indent)\(item),"]
        }
        let inner = arguments(String(item[item.index(after: open)...].dropLast()))
        return call(indent + item[...open], inner, "),")
      }
  }

  /// The arguments of a call, which commas part where no parentheses are open.
  private static func arguments(_ text: String) -> [String] {
    var (parts, part, depth) = ([String](), "", 0)
    for character in text {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append(part)
        part = ""
      } else if character != " " || !part.isEmpty {
        part.append(character)
      }
    }
    return parts + [part]
  }

  /// Items with commas behind them, as many in a line as there is room for.
  static func wrapped(_ items: [String], indent: String) -> [String] {
    var lines: [String] = []
    for item in items {
      if let last = lines.last, last.count + item.count + 2 <= width {
        lines[lines.count - 1] = last + " \(item),"
      } else {
        lines.append("\(indent)\(item),")
      }
    }
    return lines
  }

  /// A comment over as many lines as it takes.
  static func comment(_ text: String, indent: String = "") -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count + 1 <= width {
        lines[lines.count - 1] = last + " \(word)"
      } else {
        lines.append("\(indent)# \(word)")
      }
    }
    return lines
  }

  /// The columns of a line, so that it fits a screen of 80 with its number.
  static let width = 72
}
