import Engine

extension JSON {
  /// Reads a text that is one JSON value, by the letter of RFC 8259: what many readers let pass, such
  /// as NaN, a comma at the end, or a name that stands twice, is a problem here.
  ///
  /// - Parameter depth: the most lists and objects inside each other.
  public init(reading text: String, depth: Int) throws(JSONProblem) {
    var reader = JSONReader(text)
    self = try reader.value(depth: depth)
    try reader.finish()
  }
}

/// Reads values one after the other.
private struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func value(depth: Int) throws(JSONProblem) -> JSON {
    skipSpaces()
    guard position < bytes.count else { throw problem("a value was expected") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object(try members(depth: depth))
    case UInt8(ascii: "["): return .list(try list(depth: depth))
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
    default: return try word()
    }
  }

  /// Checks that nothing but spaces is left.
  mutating func finish() throws(JSONProblem) {
    skipSpaces()
    if position < bytes.count { throw problem("the text goes on after the value's end") }
  }

  private mutating func members(depth: Int) throws(JSONProblem) -> [JSON.Member] {
    try checkDepth(depth)
    position += 1
    var members: [JSON.Member] = []
    var names: Set<String> = []
    if take("}") { return [] }
    repeat {
      skipSpaces()
      let start = position
      guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else {
        throw problem("a name in quotation marks was expected")
      }
      let name = try text()
      guard names.insert(name).inserted else {
        throw problem("“\(name.shown())” stands twice", at: start)
      }
      try expect(":")
      members.append(JSON.Member(name, try value(depth: depth - 1)))
    } while take(",")
    try expect("}")
    return members
  }

  private mutating func list(depth: Int) throws(JSONProblem) -> [JSON] {
    try checkDepth(depth)
    position += 1
    var values: [JSON] = []
    if take("]") { return [] }
    repeat { values.append(try value(depth: depth - 1)) } while take(",")
    try expect("]")
    return values
  }

  private func checkDepth(_ depth: Int) throws(JSONProblem) {
    if depth < 1 { throw problem("too many lists and objects inside each other") }
  }

  private mutating func word() throws(JSONProblem) -> JSON {
    let start = position
    while position < bytes.count, Self.isLetter(bytes[position]) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .truth(true)
    case "false": return .truth(false)
    case "NaN", "nan", "Infinity", "inf", "Inf":
      throw problem("\(word) is no number in JSON", at: start)
    default: throw problem("a value was expected", at: start)
    }
  }

  /// `-0.5e-3`: no sign +, no 0 in front of other digits, a digit on both sides of the point.
  private mutating func number() throws(JSONProblem) -> String {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let first = position
    try digits(from: start)
    if bytes[first] == UInt8(ascii: "0") && position > first + 1 {
      throw problem("a number begins with 0", at: start)
    }
    if takeByte(".") { try digits(from: start) }
    if takeByte("e") || takeByte("E") {
      if !takeByte("+") { _ = takeByte("-") }
      try digits(from: start)
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits(from start: Int) throws(JSONProblem) {
    let first = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    if position == first {
      let isInfinite = position < bytes.count && bytes[position] == UInt8(ascii: "I")
      throw problem(
        isInfinite ? "-Infinity is no number in JSON" : "this is no number", at: start)
    }
  }

  private mutating func text() throws(JSONProblem) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      // Bytes of a text and of whole characters, so that it is a text again.
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escaped()).utf8)
      case 0..<0x20: throw problem("a control character in a text", at: position - 1)
      default: text.append(byte)
      }
    }
    throw problem("the text has no end", at: start)
  }

  /// What a backslash and the signs after it stand for.
  private mutating func escaped() throws(JSONProblem) -> Unicode.Scalar {
    let start = position - 1
    guard position < bytes.count else { throw problem("the text has no end", at: start) }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw problem("an escape that JSON does not have", at: start)
    }
    var value = try hexadecimal(start)
    // Beyond 16 bits, two escapes share one character.
    if 0xD800..<0xDC00 ~= value, takeByte("\\"), takeByte("u") {
      let low = try hexadecimal(start)
      guard 0xDC00..<0xE000 ~= low else { throw problem("half a character", at: start) }
      value = 0x1_0000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw problem("half a character", at: start) }
    return scalar
  }

  private mutating func hexadecimal(_ start: Int) throws(JSONProblem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue
      else { throw problem("four hexadecimal digits were expected", at: start) }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private mutating func skipSpaces() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
      position += 1
    }
  }

  private mutating func takeByte(_ sign: Unicode.Scalar) -> Bool {
    guard position < bytes.count, Unicode.Scalar(bytes[position]) == sign else { return false }
    position += 1
    return true
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpaces()
    return takeByte(sign)
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(JSONProblem) {
    if !take(sign) { throw problem("“\(sign)” was expected") }
  }

  /// A problem at the next byte, or at that one.
  private func problem(_ message: String, at place: Int? = nil) -> JSONProblem {
    JSONProblem(offset: place ?? position, message: message)
  }
}
